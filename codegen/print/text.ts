import { enclose } from "./layout.ts";

const reserved = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield".split(
    " ",
  ),
);

/** Any JSON value as a TypeScript literal. Text of a spec comes into code only this way: no quote, backtick, line end or `</` gets out. */
export function literal(json: unknown): string {
  if (Array.isArray(json)) return enclose("[", json.map(literal), "]").text;
  if (json !== null && typeof json === "object") {
    const entries = Object.entries(json).map(([name, item]) => `${propertyName(name)}: ${literal(item)}`);
    return enclose("{", entries, "}").text;
  }
  const text = (JSON.stringify(json) ?? "undefined").replaceAll(/[\u2028\u2029\u007f-\u009f]/g, escaped).replaceAll(misleading, escaped);
  return count(text, '\\"') > count(text, "'") ? inSingleQuotes(text) : text;
}

const count = (text: string, part: string): number => text.split(part).length - 1;

/** The quotes that need fewer backslashes. */
const inSingleQuotes = (text: string): string =>
  `'${text.slice(1, -1).replaceAll(/\\.|'/g, (found) => (found === '\\"' ? '"' : found === "'" ? "\\'" : found))}'`;

/** What turns the direction of text, or cannot be seen: with it, code can look like other code. */
const misleading = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Control characters, but for tabs and the ends of lines: among them the marks of `layOut`. */
const control = /[^\P{Cc}\t\n\r]/gu;

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

export const isIdentifier = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name);

/** A property's name as it stands in an object or interface; `__proto__` is quoted and computed so that it stays a plain property. */
export const propertyName = (name: string): string => (name === "__proto__" ? '["__proto__"]' : isIdentifier(name) ? name : literal(name));

/** How a property is read: `.name` or `["na-me"]`. */
export const access = (name: string): string => (isIdentifier(name) && name !== "__proto__" ? `.${name}` : `[${literal(name)}]`);

/** A name that may be bound: reserved words get an underscore. */
export const safeName = (name: string): string => (reserved.has(name) ? `${name}_` : name);

/** A doc comment, or "" when there is nothing to say. Text of a spec cannot close it. */
export function comment(text: string): string {
  const lines = text
    .trim()
    // Half of a pair would be another character in the file than here, and the file never up to date.
    .toWellFormed()
    .replaceAll(misleading, escaped)
    .replaceAll(control, escaped)
    .replaceAll("*/", "*\\/")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trimEnd());
  if (lines.length === 1) return lines[0] === "" ? "" : `/** ${lines[0]} */\n`;
  return `/**\n${lines.map((line) => (line === "" ? " *" : ` * ${line}`)).join("\n")}\n */\n`;
}
