import type { Json } from "../model/json-schema.ts";
import { type Api, entriesOf, type JsonObject, listOf, objectOf } from "./api.ts";

const allTypes = ["string", "integer", "number", "boolean", "object", "array", "null"] as const;
export type TypeName = (typeof allTypes)[number];

/** A schema as callers feel it: references followed, `allOf` merged, "or null" taken into the types. */
export interface FlatSchema {
  readonly types: ReadonlySet<TypeName>;
  /** Undefined when any value is allowed. */
  readonly values: readonly Json[] | undefined;
  readonly properties: ReadonlyMap<string, Json>;
  readonly required: ReadonlySet<string>;
  /** false: refused. */
  readonly additional: Json;
  readonly items: Json | undefined;
  /** Of `anyOf` and `oneOf`, but for null. */
  readonly variants: readonly Json[];
  /** What else it says: lengths, bounds, format, pattern, default. */
  readonly keywords: JsonObject;
}

const deepest = 40;

/** Throws nothing: what cannot be followed is taken to allow anything. */
export function flatten(schema: Json, api: Api, depth = 0): FlatSchema {
  if (schema === false) return { ...anything, types: new Set() };
  const found = objectOf(schema);
  if (found === undefined || depth > deepest) return anything;
  const {
    $ref,
    allOf,
    anyOf,
    oneOf,
    type,
    enum: list,
    const: only,
    properties,
    required,
    additionalProperties,
    items,
    ...keywords
  } = found;
  const variants = [...listOf(anyOf), ...listOf(oneOf)];
  const [solid, ...more] = variants.filter((variant) => objectOf(variant)?.type !== "null");
  const orNull = solid !== undefined && more.length === 0 && variants.length === 2;
  const types = listOf(typeof type === "string" ? [type] : type).filter((name) => allTypes.includes(name as TypeName)) as TypeName[];
  const own: FlatSchema = {
    // An integer is a number.
    types: new Set(
      types.length === 0 ? allTypes : types.flatMap((name) => (name === "number" ? (["number", "integer"] as const) : [name])),
    ),
    values: only === undefined ? (list === undefined ? undefined : listOf(list)) : [only],
    properties: new Map(entriesOf(properties)),
    required: new Set(listOf(required).map(String)),
    additional: additionalProperties ?? true,
    items,
    variants: orNull ? [] : variants,
    keywords,
  };
  const parts = [...(typeof $ref === "string" ? [referred($ref, api)] : []), ...listOf(allOf)].map((part) => flatten(part, api, depth + 1));
  const whole = parts.reduce(both, own);
  if (!orNull) return whole;
  const inner = flatten(solid, api, depth + 1);
  return both(whole, { ...inner, types: new Set([...inner.types, "null"]), values: inner.values && [...inner.values, null] });
}

const anything: FlatSchema = {
  types: new Set(allTypes),
  values: undefined,
  properties: new Map(),
  required: new Set(),
  additional: true,
  items: undefined,
  variants: [],
  keywords: {},
};

function referred(reference: string, api: Api): Json {
  const prefix = "#/components/schemas/";
  const name = reference.startsWith(prefix)
    ? decodeURIComponent(reference.slice(prefix.length)).replaceAll("~1", "/").replaceAll("~0", "~")
    : "";
  return api.schemas.get(name) ?? true;
}

/** What satisfies one schema and the other. */
function both(a: FlatSchema, b: FlatSchema): FlatSchema {
  return {
    types: new Set([...a.types].filter((name) => b.types.has(name))),
    values: a.values === undefined ? b.values : b.values === undefined ? a.values : a.values.filter((value) => includes(b.values, value)),
    properties: new Map([...b.properties, ...a.properties]),
    required: new Set([...a.required, ...b.required]),
    additional: a.additional === true ? b.additional : a.additional,
    items: a.items ?? b.items,
    variants: [...a.variants, ...b.variants],
    keywords: { ...b.keywords, ...a.keywords },
  };
}

/** Whether a list of JSON values holds one, by value. */
export const includes = (list: readonly Json[] | undefined, value: Json): boolean =>
  list?.some((item) => JSON.stringify(item) === JSON.stringify(value)) ?? false;
