/** A JSON Schema of a published document. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** Finds what a `$ref` within the document means. */
export type Lookup = (ref: string) => JsonSchema;

// What is larger takes long, and tells nothing that smaller values do not.
const mostText = 100_000;
const mostItems = 20_000;
const deepest = 8;
const mostValues = 20_000;

/**
 * Values around the border of what a schema allows, each a little different from `value`, which is right: at each limit and one beyond
 * it, without each property, with one too many, of another type, each value of an enum. Whether one is right is for an oracle to say.
 */
export function nearValues(schema: JsonSchema, value: unknown, lookup: Lookup): readonly unknown[] {
  return around(schema, value, lookup, 0).slice(0, mostValues);
}

function around(schema: JsonSchema, value: unknown, lookup: Lookup, depth: number): unknown[] {
  if (typeof schema === "boolean" || depth > deepest) return [];
  const more = (inner: unknown): unknown[] => around(inner as JsonSchema, value, lookup, depth + 1);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => listOf(schema[keyword]));
  return [
    ...(typeof schema.$ref === "string" ? around(lookup(schema.$ref), value, lookup, depth) : []),
    ...parts.flatMap(more),
    ...listOf(schema.enum),
    ...("const" in schema ? [schema.const] : []),
    ...[null, true, 1, "no such value", [], {}],
    ...(typeof value === "string" ? texts(schema, value) : []),
    ...(typeof value === "number" ? numbers(schema, value) : []),
    ...(Array.isArray(value) ? lists(schema, value, lookup, depth) : []),
    ...(isObject(value) ? objects(schema, value, lookup, depth) : []),
  ];
}

/** A text of a format has no other lengths that one could be sure of. */
function texts(schema: object, value: string): unknown[] {
  if ("format" in schema) return [""];
  const of = (length: number) => value.slice(0, length).padEnd(length, value.at(-1) ?? "x");
  const lengths = limits(schema, ["minLength", "maxLength"], 1).filter((length) => length >= 0 && length <= mostText);
  return ["", `${value}\u0001`, ...lengths.map(of)];
}

function numbers(schema: object, value: number): unknown[] {
  const bounds = limits(schema, ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"], 1);
  const multiple: unknown = Reflect.get(schema, "multipleOf");
  return [value + 0.5, ...bounds, ...(typeof multiple === "number" ? [multiple * 3, multiple * 3.5] : [])];
}

function lists(schema: object, value: readonly unknown[], lookup: Lookup, depth: number): unknown[] {
  const [first] = value;
  const of = (length: number) => [
    ...value.slice(0, length),
    ...Array.from({ length: length - value.length }, (_, index) => another(first, index)),
  ];
  const lengths = limits(schema, ["minItems", "maxItems"], 1).filter((length) => length >= 0 && length <= mostItems);
  const items = "items" in schema && value.length > 0 ? around(schema.items as JsonSchema, first, lookup, depth + 1) : [];
  return [...(value.length > 0 ? [[...value, first]] : []), ...lengths.map(of), ...items.map((item) => [item, ...value.slice(1)])];
}

/** One that differs, where there is room for a difference. */
function another(item: unknown, index: number): unknown {
  if (typeof item === "number") return item + index + 1;
  return typeof item === "string" ? `${item}${"abcdefghij"[index % 10]}${index}` : item;
}

function objects(schema: object, value: Readonly<Record<string, unknown>>, lookup: Lookup, depth: number): unknown[] {
  const { properties = {}, additionalProperties } = schema as { readonly properties?: object; readonly additionalProperties?: JsonSchema };
  const names = new Set([...Object.keys(value), ...listOf(Reflect.get(schema, "required")).map(String)]);
  const absent = Object.entries(properties).flatMap(([name, inner]): [string, unknown][] =>
    name in value ? [] : [[name, simplest(inner, lookup, 0)]],
  );
  const added = absent.flatMap(([name, simple]) =>
    [simple, ...around((properties as Record<string, JsonSchema>)[name] ?? true, simple, lookup, depth + 1)].map((inner) => ({
      ...value,
      [name]: inner,
    })),
  );
  const without = [...names].map((name) => Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)));
  const within = Object.entries(properties).flatMap(([name, inner]) =>
    name in value ? around(inner, value[name], lookup, depth + 1).map((changed) => ({ ...value, [name]: changed })) : [],
  );
  const free =
    typeof additionalProperties === "object" ? ["x", 1, "x".repeat(20_001)].map((other) => ({ ...value, unheardOf: other })) : [];
  return [...without, ...within, ...added, ...free, ...counted(schema, value, lookup), { ...value, unheardOf: 1 }];
}

/** As many properties as a schema allows at the least and at the most, and one more or less. */
function counted(schema: object, value: object, lookup: Lookup): unknown[] {
  const counts = limits(schema, ["minProperties", "maxProperties"], 1).filter((count) => count >= 0 && count <= mostItems);
  const { additionalProperties = true } = schema as { readonly additionalProperties?: JsonSchema };
  const entries = Object.entries(value);
  const more = simplest(additionalProperties, lookup, 0);
  return counts.map((count) =>
    Object.fromEntries([
      ...entries.slice(0, count),
      ...Array.from({ length: count - entries.length }, (_, index) => [`more${index}`, more] as const),
    ]),
  );
}

/** A value that a schema may well accept, for what an example leaves out. */
export function simplest(schema: JsonSchema, lookup: Lookup, depth = 0): unknown {
  if (typeof schema === "boolean" || depth > deepest) return null;
  if (typeof schema.$ref === "string") return simplest(lookup(schema.$ref), lookup, depth + 1);
  const [part] = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => listOf(schema[keyword]));
  const [choice] = listOf(schema.enum);
  if ("const" in schema) return schema.const;
  if (choice !== undefined) return choice;
  const [type] = [schema.type].flat();
  const limit = (keyword: string, otherwise: number) => Number(schema[keyword] ?? otherwise);
  if (type === "string") return "x".repeat(limit("minLength", 1));
  if (type === "integer" || type === "number") return limit("minimum", 1);
  if (type === "boolean") return true;
  if (type === "array") return [simplest((schema.items as JsonSchema) ?? true, lookup, depth + 1)];
  if (type !== "object") return part === undefined ? null : simplest(part as JsonSchema, lookup, depth + 1);
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = listOf(schema.required).map(String);
  return Object.fromEntries(required.map((name) => [name, simplest(properties[name] ?? true, lookup, depth + 1)]));
}

/** Each limit that a schema sets, and its neighbours. */
const limits = (schema: object, keywords: readonly string[], step: number): number[] =>
  keywords.flatMap((keyword) => {
    const limit: unknown = Reflect.get(schema, keyword);
    return typeof limit === "number" ? [limit - step, limit, limit + step] : [];
  });

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
