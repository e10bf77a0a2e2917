import type { Json, Schema } from "../model/json-schema.ts";
import type { Model } from "../model/model.ts";
import { resolve } from "./references.ts";

/** Deeper than this, and beyond so many, texts of forms and queries are JSON or stand for themselves. */
const deepest = 6;
const most = 2000;

/** What texts of a URL or form stand for, by their schema, in the terms of internal/core/http/shape.ts. */
export function shape(model: Model, schema: Schema, depth = 0, budget = { left: most }): Json {
  const inner = (item: Schema): Json => shape(model, item, depth + 1, budget);
  if (depth > deepest || budget.left-- <= 0) return "json";
  switch (schema.kind) {
    case "reference":
      return inner(resolve(model, schema.domain, schema.name).schema);
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "null":
      return "null";
    case "string":
      return schema.binary ? "file" : "text";
    case "enum":
      return ofValues(schema.values);
    case "array":
      return { list: inner(schema.items) };
    case "object": {
      const entries = schema.properties.map(({ name, schema: property }): [string, Json] => [name, inner(property)]);
      const rest = typeof schema.additional === "boolean" ? {} : { rest: inner(schema.additional) };
      return { map: entries, ...rest };
    }
    case "union":
      return merged(schema.variants.map(inner));
    case "intersection":
      return merged(schema.parts.filter(({ kind }) => kind !== "assertion").map(inner));
    case "unknown":
      return depth === 0 ? { map: [] } : "text";
    default:
      return "text";
  }
}

function ofValues(values: readonly unknown[]): Json {
  const kinds = [...new Set(values.map((value) => (value === null ? "null" : typeof value === "string" ? "text" : typeof value)))];
  return merged(kinds as Json[]);
}

/** One of several: objects become one with the properties of all, and text, which takes everything, comes last. */
function merged(shapes: readonly Json[]): Json {
  const maps = shapes.filter(isMap);
  const others = [...new Map(shapes.filter((item) => !isMap(item)).map((item) => [JSON.stringify(item), item])).values()];
  const rest = maps.map((item) => item.rest).find((item) => item !== undefined);
  const map = maps.length === 0 ? [] : [{ map: together(maps), ...(rest === undefined ? {} : { rest }) }];
  const all: Json[] = [...others.filter((item) => item !== "text"), ...map, ...others.filter((item) => item === "text")];
  const [only, ...more] = all;
  return only === undefined ? "text" : more.length === 0 ? only : { any: all };
}

interface MapShape {
  readonly [key: string]: Json;
  readonly map: readonly [string, Json][];
}

/** Each property once: of two of one name the last counts. */
const together = (maps: readonly MapShape[]): Json => [...new Map(maps.flatMap(({ map }) => map))];

const isMap = (item: Json): item is MapShape => typeof item === "object" && item !== null && "map" in item;
