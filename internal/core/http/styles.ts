import { parameterPointer } from "../validation/parameters.ts";
import { newPlace } from "../validation/place.ts";
import type { Parameter, Place, Query, Validator } from "../validation/validator.ts";
import { decoded } from "./path-template.ts";
import { entryShape, fromText, isMap, record, type Shape, shapeOf } from "./shape.ts";

/** OpenAPI 3.1, "Style Values"; "json" is a parameter that is described by `content`. */
export type StyleName = "form" | "simple" | "label" | "matrix" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "json";

export interface StyleRules {
  readonly style: StyleName;
  readonly explode: boolean;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly shape: Shape;
  readonly validator: Validator<unknown>;
}

/** A parameter that is written in one of the styles of OpenAPI: lists, objects, and what can be either. */
export function styledParameter<Value>(place: Parameter<unknown>["in"], name: string, rules: StyleRules): Parameter<Value> {
  const pointer = parameterPointer(place, name);
  const read = place === "query" ? queryReader(name, rules) : undefined;
  // What separates values from each other is told from the same characters in a value only before these are decoded.
  const raw = place === "path" || place === "cookie";

  function accept(value: unknown, errors: Place): Value | undefined {
    if (value === undefined) {
      if (rules.required === true) errors.errors.push({ pointer, detail: "is required" });
      return rules.default as Value | undefined;
    }
    const trial = newPlace();
    rules.validator.check(value, trial);
    for (const error of trial.errors) errors.errors.push({ pointer: pointer + error.pointer, detail: error.detail });
    return trial.errors.length === 0 ? (value as Value) : undefined;
  }

  return {
    name,
    in: place,
    ...(raw ? { raw } : {}),
    read: (text, errors) => accept(text === undefined ? undefined : readOne(text, name, rules, raw ? decoded : asItIs), errors),
    ...(read === undefined ? {} : { readQuery: (query: Query, errors: Place) => accept(read(query), errors) }),
  };
}

type Decode = (text: string) => string;
const asItIs: Decode = (text) => text;

/** One text: of a path, a header or a cookie, or of a query that does not repeat it. */
function readOne(text: string, name: string, { style, explode, shape }: StyleRules, decode: Decode = asItIs): unknown {
  if (style === "json") return fromText(decode(text), "json");
  if (style === "label") return split(text.replace(/^\./, ""), explode ? "." : ",", explode, shape, decode);
  if (style === "matrix") return matrix(text, name, explode, shape, decode);
  const separator = style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
  return split(text, separator, explode, shape, decode);
}

function split(text: string, separator: string, explode: boolean, shape: Shape, decode: Decode): unknown {
  const entry = entryShape(shape);
  const parts = text.split(separator);
  if (isMap(shape) && text === "") return {};
  if (isMap(shape)) return explode ? fromPairs(parts, shape, decode) : fromFlat(parts.map(decode), shape);
  if (entry !== undefined) return text === "" ? [] : parts.map((part) => fromText(decode(part), entry));
  return fromText(decode(text), shape);
}

/** `;color=blue;color=black`, `;color=blue,black`, `;R=100;G=200`. */
function matrix(text: string, name: string, explode: boolean, shape: Shape, decode: Decode): unknown {
  const parts = text.split(";").filter((part) => part !== "");
  if (isMap(shape) && explode) return fromPairs(parts, shape, decode);
  const values = parts.map((part) => (part.startsWith(`${name}=`) ? part.slice(name.length + 1) : part));
  const entry = entryShape(shape);
  if (entry !== undefined && explode) return values.map((value) => fromText(decode(value), entry));
  return split(values[0] ?? "", ",", false, shape, decode);
}

/** `R=100`, `G=200` */
const fromPairs = (parts: readonly string[], shape: Shape, decode: Decode): Record<string, unknown> =>
  record(
    parts.map((part) => {
      const equals = part.indexOf("=");
      const name = decode(equals === -1 ? part : part.slice(0, equals));
      return [name, fromText(equals === -1 ? "" : decode(part.slice(equals + 1)), shapeOf(shape, name))] as const;
    }),
  );

/** `R`, `100`, `G`, `200` */
function fromFlat(parts: readonly string[], shape: Shape): Record<string, unknown> {
  const pairs: [string, unknown][] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const name = parts[index] ?? "";
    pairs.push([name, fromText(parts[index + 1] ?? "", shapeOf(shape, name))]);
  }
  return record(pairs);
}

/** How the parameter is found in a query; undefined when it is not there. */
function queryReader(name: string, rules: StyleRules): (query: Query) => unknown {
  const { style, explode, shape } = rules;
  if (style === "deepObject") return ({ pairs }) => deepObject(pairs, name, shape);
  const entry = entryShape(shape);
  if (explode && style !== "json" && isMap(shape)) {
    // Each property is a parameter of its own; one that takes any name takes those that the shape names only.
    const names = propertiesOf(shape);
    return ({ pairs }) => {
      const found = names.filter((property) => pairs.has(property));
      return found.length === 0
        ? undefined
        : record(found.map((property) => [property, oneProperty(pairs, property, shapeOf(shape, property))]));
    };
  }
  if (explode && entry !== undefined) {
    return ({ pairs }) => {
      const all = [...pairs.getAll(name), ...pairs.getAll(`${name}[]`)];
      return all.length === 0 ? undefined : all.map((text) => fromText(text, entry));
    };
  }
  return ({ pairs, text }) => {
    const value = pairs.get(name);
    if (value === null) return undefined;
    const written = style === "form" ? writtenIn(text, name) : "";
    return written.includes(",") ? readOne(written, name, rules, formDecoded) : readOne(value, name, rules);
  };
}

/** The value of a name, as the query has it. Many clients encode the commas between values too: then it has none. */
function writtenIn(query: string, name: string): string {
  const part = query.split("&").find((one) => formDecoded(one.split("=", 1)[0] ?? "") === name) ?? "";
  return part.slice(part.indexOf("=") + 1);
}

const formDecoded: Decode = (text) => decoded(text.replaceAll("+", " "));

function oneProperty(query: URLSearchParams, name: string, shape: Shape): unknown {
  const entry = entryShape(shape);
  return entry === undefined ? fromText(query.get(name) ?? "", shape) : query.getAll(name).map((text) => fromText(text, entry));
}

function propertiesOf(shape: Shape): readonly string[] {
  if (typeof shape !== "object") return [];
  if ("any" in shape) return shape.any.flatMap(propertiesOf);
  return "map" in shape ? shape.map.map(([name]) => name) : [];
}

/** `filter[color]=red&filter[size][gt]=3`; the same notation in forms. */
export function deepObject(query: Iterable<readonly [string, unknown]>, name: string, shape: Shape): unknown {
  const root: Tree = { texts: [], inner: new Map() };
  let found = false;
  for (const [key, value] of query) {
    if (!key.startsWith(`${name}[`) && key !== name) continue;
    const steps = [...key.slice(name.length).matchAll(/\[([^[\]]*)\]/g)].map(([, step = ""]) => step);
    if (steps.length > maximumDepth || steps.includes("__proto__")) continue;
    found = true;
    place(root, steps, value);
  }
  return found ? contentOf(root, shape) : undefined;
}

const maximumDepth = 20;

interface Tree {
  readonly texts: unknown[];
  readonly inner: Map<string, Tree>;
}

function place(root: Tree, steps: readonly string[], value: unknown): void {
  let tree = root;
  for (const step of steps) {
    if (step === "") break;
    const next = tree.inner.get(step) ?? { texts: [], inner: new Map() };
    tree.inner.set(step, next);
    tree = next;
  }
  tree.texts.push(value);
}

function contentOf({ texts, inner }: Tree, shape: Shape): unknown {
  const entry = entryShape(shape);
  if (inner.size > 0) {
    if (entry !== undefined) return [...inner].sort(([a], [b]) => Number(a) - Number(b)).map(([, tree]) => contentOf(tree, entry));
    return record([...inner].map(([name, tree]) => [name, contentOf(tree, shapeOf(shape, name))] as const));
  }
  const read = (value: unknown, of: Shape) => (typeof value === "string" ? fromText(value, of) : value);
  if (entry !== undefined) {
    const items = texts.map((text) => read(text, entry));
    const [only, ...more] = items;
    // A list of objects as one text is JSON as a whole.
    return isMap(entry) && Array.isArray(only) && more.length === 0 ? only : items;
  }
  return read(texts[0] ?? "", shape);
}
