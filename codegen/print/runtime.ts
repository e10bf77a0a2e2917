import { compareModules } from "./file.ts";

/** Where generated code finds the runtime: in the project's own `internal/core`, or in the installed package. */
export type Runtime = "relative" | "package";

/**
 * Turns imports of `internal/core/…` into imports of `archwright/core/…`. Only the import header is looked at: a text of a spec that reads
 * like an import stays as it is.
 */
export function retarget(text: string, runtime: Runtime): string {
  if (runtime === "relative") return text;
  const end = text.indexOf("\n\n") + 1;
  const lines = text.slice(0, end).split(/^(?=import )/m);
  const imports = lines
    .filter(isImport)
    .map((line) => line.replace(/"(?:\.\.?\/)+internal\/core\/([^"]+)\.ts";$/m, '"archwright/core/$1";'));
  const sorted = imports.toSorted((a, b) => compareModules(moduleOf(a), moduleOf(b)));
  return [...lines.filter((line) => !isImport(line)), ...sorted, text.slice(end)].join("");
}

const isImport = (line: string): boolean => line.startsWith("import ");
const moduleOf = (line: string): string => /from "(.*)";$/m.exec(line)?.[1] ?? "";
