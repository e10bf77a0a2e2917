import { isCollection, isMap, isNode, isScalar, type Pair, parseDocument, type YAMLMap } from "yaml";

/**
 * The text of a spec with one schema more, behind the last of `components.schemas`; `schema` are lines that begin at the first column,
 * indented by two. All else stays as it is, to the letter. Throws a sentence where the text leaves no place for it.
 */
export function insertSchema(text: string, schema: string): string {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) throw new Error("It is no sound YAML: see `archwright generate`.");
  const components = pairOf(document.contents, "components");
  if (components === undefined) return insert(text, text.length, under(["components:", "schemas:"], schema));
  const schemas = isMap(components.value) ? pairOf(components.value, "schemas") : undefined;
  if (schemas !== undefined && isMap(schemas.value) && schemas.value.items.length > 0) {
    const first = schemas.value.items[0];
    return insert(text, endOf(text, schemas.value), indented(schema, columnOf(text, first), step(text, components, first)));
  }
  if (schemas !== undefined) return fill(text, schemas, schema, columnOf(text, schemas));
  if (isMap(components.value) && components.value.items.length > 0) {
    const column = columnOf(text, components.value.items[0]);
    return insert(text, endOf(text, components.value), indented(under(["schemas:"], schema), column, column));
  }
  return fill(text, components, under(["schemas:"], schema), 0);
}

type AnyPair = Pair<unknown, unknown>;

const pairOf = (map: YAMLMap, name: string): AnyPair | undefined => map.items.find(({ key }) => isScalar(key) && key.value === name);

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

const columnOf = (text: string, pair: AnyPair | undefined): number => {
  const start = startOf(pair?.key);
  return start - (text.lastIndexOf("\n", start - 1) + 1);
};

/** By how much one schema's lines stand further right than what they are below. */
function step(text: string, outer: AnyPair, inner: AnyPair | undefined): number {
  const between = columnOf(text, inner) - columnOf(text, outer);
  return between >= 2 && between % 2 === 0 ? between / 2 : 2;
}

/** Behind the last line of a block of YAML. In one line of braces there is no line to put a schema on. */
function endOf(text: string, node: YAMLMap): number {
  if (node.flow === true) throw new Error("Its schemas stand between braces: write them on lines of their own, then try again.");
  let last: unknown = node;
  while (isCollection(last) && last.flow !== true) {
    const item: unknown = last.items.at(-1);
    const value = typeof item === "object" && item !== null && "value" in item && "key" in item ? (item.value ?? item.key) : item;
    if (value === undefined || value === null) break;
    last = value;
  }
  const end = isNode(last) ? (last.range?.[1] ?? text.length) : text.length;
  // A block of text ends behind its line.
  if (text[end - 1] === "\n") return end;
  const line = text.indexOf("\n", end);
  return line === -1 ? text.length : line + 1;
}

/** Puts lines below a key that has nothing, or empty braces. */
function fill(text: string, { key, value }: AnyPair, lines: string, column: number): string {
  if (isCollection(value) && value.items.length > 0) throw new Error("Its `components` are not as OpenAPI has them.");
  const colon = text.indexOf(":", isNode(key) ? (key.range?.[1] ?? 0) : 0) + 1;
  const end = isCollection(value) && value.range ? value.range[1] : colon;
  const emptied = text.slice(0, colon) + text.slice(end);
  const line = emptied.indexOf("\n", colon);
  return insert(emptied, line === -1 ? emptied.length : line + 1, indented(lines, column + 2, 2));
}

function insert(text: string, at: number, lines: string): string {
  const before = text.slice(0, at);
  const start = before === "" || before.endsWith("\n") ? before : `${before}\n`;
  return start + (text.includes("\r\n") ? lines.replaceAll("\n", "\r\n") : lines) + text.slice(at);
}

/** Lines below keys, each of which is below the one before. */
const under = (keys: readonly string[], lines: string): string =>
  keys.toReversed().reduce((inner, key) => `${key}\n${indented(inner, 2, 2)}`, lines);

/** Lines further right by `column`, each of their own levels by `step` in place of two. */
const indented = (lines: string, column: number, step: number): string =>
  lines.replaceAll(/^( *)(?=\S)/gm, (own) => " ".repeat(column + (own.length / 2) * step));
