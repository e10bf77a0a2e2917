import { createRequire } from "node:module";
import type { RE2JS as Re2 } from "re2js";
import { describe, get, type Node, toJson } from "../read/node.ts";
import { follow } from "../read/references.ts";
import type { Json, Schema } from "./json-schema.ts";
import type { View } from "./registry.ts";

/** A keyword beside the $ref, else that of what it leads to. */
export function facet(node: Node, keyword: string, view: View): Node | undefined {
  const seen = new Set<Node>();
  let found: Node | undefined = node;
  while (found?.kind === "map" && !seen.has(found)) {
    const value = get(found, keyword);
    if (value !== undefined || !found.entries.has("$ref")) return value;
    seen.add(found);
    found = follow(found, view.files, view.problems);
  }
  return undefined;
}

/** The default of a schema, also behind its references. Reports one that the schema itself would refuse. */
export function defaultOf(node: Node, schema: Schema, view: View): Json | undefined {
  const place = facet(node, "default", view);
  if (place === undefined) return undefined;
  const value = toJson(place);
  // Schemas are still being made: the check may need one that this one stands in.
  view.later.push(() => {
    if (fits(value, schema, view)) return;
    view.problems.add("wrongType", place, `This default, ${text(place)}, is none of the values that its own schema accepts.`);
  });
  return value;
}

const text = (node: Node): string => (node.kind === "scalar" ? JSON.stringify(node.value) : describe(node));

/** Whether a value is of the schema's type and within its bounds; what is inside of lists and objects is left to their validators. */
export function fits(value: Json, schema: Schema, view: View, inside: ReadonlySet<Schema> = new Set()): boolean {
  switch (schema.kind) {
    case "never":
      return false;
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean";
    case "number": {
      const { minimum = -Infinity, maximum = Infinity } = schema.constraints;
      return typeof value === "number" && (!schema.integer || Number.isInteger(value)) && value >= minimum && value <= maximum;
    }
    case "string": {
      const { minLength = 0, maxLength = Infinity, pattern } = schema.constraints;
      if (typeof value !== "string") return false;
      const length = [...value].length;
      return length >= minLength && length <= maxLength && (pattern === undefined || matches(value, pattern));
    }
    case "id":
      return typeof value === "string";
    case "enum":
      return schema.values.some((allowed) => allowed === value);
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "union":
      return schema.variants.some((variant) => fits(value, variant, view, inside));
    case "intersection":
      return schema.parts.every((part) => fits(value, part, view, inside));
    case "reference": {
      const meant = view.resolve(schema);
      // A union may lead back to itself: that adds nothing.
      return !inside.has(meant) && fits(value, meant, view, new Set([...inside, meant]));
    }
    case "unknown":
    case "assertion":
      return true;
  }
}

/** In linear time: a spec's pattern must not be able to keep the generator busy. One that RE2 lacks is taken to match. */
function matches(value: string, pattern: string): boolean {
  try {
    const { RE2JS } = createRequire(import.meta.url)("re2js") as { readonly RE2JS: typeof Re2 };
    return RE2JS.compile(RE2JS.translateRegExp(pattern)).matcher(value).find();
  } catch {
    return true;
  }
}
