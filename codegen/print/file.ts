import { posix } from "node:path";
import type { Code } from "./code.ts";
import { enclose } from "./layout.ts";

/**
 * A whole file: header, imports (sorted, merged, relative to `path`), body. Packages come first.
 * `source` names the spec it was made from.
 */
export function printFile(path: string, source: string, body: Code): string {
  const modules = new Map<string, Map<string, boolean>>();
  for (const { name, from, typeOnly } of body.imports) {
    if (from === path) continue;
    const names = modules.get(from) ?? new Map<string, boolean>();
    names.set(name, typeOnly && (names.get(name) ?? true));
    modules.set(from, names);
  }
  const lines = [...modules]
    .map(([from, names]) => ({ from: relative(path, from), names }))
    .sort((a, b) => Number(a.from.startsWith(".")) - Number(b.from.startsWith(".")) || compare(a.from, b.from))
    .map(({ from, names }) => {
      const sorted = [...names].sort(([a], [b]) => compare(a, b));
      const allTypes = sorted.every(([, typeOnly]) => typeOnly);
      const list = sorted.map(([name, typeOnly]) => (typeOnly && !allTypes ? `type ${name}` : name));
      return enclose(`import ${allTypes ? "type " : ""}{`, list, `} from "${from}";`).text;
    });
  const header = `// Made from ${source}. Do not edit: change the spec and run \`npm run generate\`.`;
  return `${[header, ...lines].join("\n")}\n\n${body.text.trim()}\n`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function relative(path: string, from: string): string {
  if (!from.endsWith(".ts")) return from;
  const result = posix.relative(posix.dirname(path), from);
  return result.startsWith(".") ? result : `./${result}`;
}
