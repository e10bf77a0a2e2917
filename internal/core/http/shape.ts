import { refuseHostileJson } from "./hostile-json.ts";

/** What texts of a URL or form stand for: they carry no types of their own. "file" is a part of a form that came as a file. */
export type Shape =
  | "text"
  | "number"
  | "boolean"
  | "null"
  | "json"
  | "file"
  | { readonly list: Shape }
  | { readonly map: readonly (readonly [name: string, shape: Shape])[]; readonly rest?: Shape }
  | { readonly any: readonly Shape[] };

const numeric = /^-?(?:0|[1-9]\d{0,308})(?:\.\d{1,308})?(?:[eE][+-]?\d{1,3})?$/;

/** A text as its shape reads it; the text itself where it does not fit, so that a validator can say what is wrong with it. */
export function fromText(text: string, shape: Shape): unknown {
  if (shape === "number") return numeric.test(text) ? Number(text) : text;
  if (shape === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (shape === "null") return text === "" || text === "null" ? null : text;
  if (typeof shape === "object" && "any" in shape) {
    for (const one of shape.any) {
      const value = fromText(text, one);
      if (typeof value !== "string") return value;
    }
    return text;
  }
  if (shape === "json" || (typeof shape === "object" && ("map" in shape || "list" in shape))) return json(text);
  return text;
}

/** Hostile JSON stays text: it is then no object. */
function json(text: string): unknown {
  if (!/^\s*[[{"\d\-tfn]/.test(text) || text.length > maximumText) return text;
  try {
    const value: unknown = JSON.parse(text);
    refuseHostileJson(text, value);
    return value;
  } catch {
    return text;
  }
}

const maximumText = 1024 * 1024;

/** The shape of a property; text where nothing is said of it. */
export const shapeOf = (shape: Shape, name: string): Shape => {
  if (typeof shape !== "object") return "text";
  if ("any" in shape) return shape.any.map((one) => shapeOf(one, name)).find((found) => found !== "text") ?? "text";
  if (!("map" in shape)) return "text";
  return shape.map.find(([own]) => own === name)?.[1] ?? shape.rest ?? "text";
};

/** The shape of a list's entries, where the shape can be a list. */
export const entryShape = (shape: Shape): Shape | undefined => {
  if (typeof shape !== "object") return undefined;
  if ("list" in shape) return shape.list;
  return "any" in shape ? shape.any.map(entryShape).find((found) => found !== undefined) : undefined;
};

export const isMap = (shape: Shape): boolean => typeof shape === "object" && ("map" in shape || ("any" in shape && shape.any.some(isMap)));

/** An object of own properties, whatever they are called. */
export const record = (entries: Iterable<readonly [string, unknown]>): Record<string, unknown> => Object.fromEntries(entries);
