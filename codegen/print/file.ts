import { posix } from "node:path";
import type { Code } from "./code.ts";
import { enclose } from "./layout.ts";
import { layOut } from "./lines.ts";

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
    .sort((a, b) => compareModules(a.from, b.from))
    .map(({ from, names }) => {
      const sorted = [...names].sort(([a], [b]) => compare(a, b));
      const allTypes = sorted.every(([, typeOnly]) => typeOnly);
      const list = sorted.map(([name, typeOnly]) => (typeOnly && !allTypes ? `type ${name}` : name));
      return layOut(enclose(`import ${allTypes ? "type " : ""}{`, list, `} from "${from}";`).text);
    });
  const header = `// Made from ${source}. Do not edit: change the spec and run \`npm run generate\`.`;
  return `${[header, ...lines].join("\n")}\n\n${layOut(body.text.trim())}\n`;
}

/** Packages before paths, `rows.ts` before `rows-of.ts`. */
export const compareModules = (a: string, b: string): number =>
  Number(a.startsWith(".")) - Number(b.startsWith(".")) || compare(a.replace(/\.ts$/, ""), b.replace(/\.ts$/, ""));

/** As editors sort imports: letter by letter, `A` before `a` and both before `B`. */
export function compare(a: string, b: string): number {
  const at = [...a].findIndex((char, index) => char !== b[index]);
  if (at < 0) return a.length - b.length;
  const [left, right] = [a.charAt(at), b.charAt(at)];
  const [low, other] = [left.toLowerCase(), right.toLowerCase()];
  return low === other ? (left < right ? -1 : 1) : low < other ? -1 : 1;
}

function relative(path: string, from: string): string {
  if (!from.endsWith(".ts")) return from;
  const result = posix.relative(posix.dirname(path), from);
  return result.startsWith(".") ? result : `./${result}`;
}
