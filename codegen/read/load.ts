import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "./source.ts";

/** Every spec in `openapi/` below `root`, sorted by name. Throws when there is no such folder. */
export function loadSpecs(root: string): readonly SourceFile[] {
  return readdirSync(join(root, "openapi"), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ path: `openapi/${name}`, text: readFileSync(join(root, "openapi", name), "utf8") }));
}
