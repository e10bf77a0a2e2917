import { structuredPatch } from "diff";
import type { Difference } from "./compare.ts";

/** A difference as unified hunks for a person: at most `longest` lines, then how many more there are. */
export function hunks({ path, kind, before, after }: Difference, longest = 40): string {
  if (kind === "delete") return `--- ${path}\n(no longer made)`;
  const patch = structuredPatch(path, path, before ?? "", after ?? "", "", "", { context: 2 });
  const lines = patch.hunks.flatMap((hunk) => [
    `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
    ...hunk.lines,
  ]);
  const rest = lines.length - longest;
  const shown = rest > 0 ? [...lines.slice(0, longest), `… ${rest} more lines`] : lines;
  return [`--- ${kind === "create" ? "(absent)" : path}`, `+++ ${path}`, ...shown].join("\n");
}
