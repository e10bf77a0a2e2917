/** What stands under a key: a value without structure of its own, or further places. */
export type Child = "any" | "text" | "flag" | { readonly one: PlaceName } | { readonly each: PlaceName } | { readonly map: PlaceName };

export interface Place {
  /** In words, for messages. */
  readonly title: string;
  readonly keys: Readonly<Record<string, Child>>;
  /** Whether a `$ref` here is a reference. */
  readonly refers?: true;
  /** Whether true and false can stand here as well: schemas. */
  readonly flags?: true;
}

const one = (place: PlaceName): Child => ({ one: place });
const each = (place: PlaceName): Child => ({ each: place });
const map = (place: PlaceName): Child => ({ map: place });

/** The same child under several keys. */
const all = (names: string, child: Child): Readonly<Record<string, Child>> =>
  Object.fromEntries(names.split(" ").map((name) => [name, child]));

const described = all("summary description", "text");
const parameter: Readonly<Record<string, Child>> = {
  ...all("description style", "text"),
  ...all("required deprecated allowEmptyValue explode allowReserved", "flag"),
  ...all("example examples", "any"),
  schema: one("schema"),
  content: map("mediaType"),
};

/** The keywords of JSON Schema 2020-12, and those that OpenAPI adds. */
const schemaKeys: Readonly<Record<string, Child>> = {
  properties: map("property"),
  ...all("patternProperties dependentSchemas $defs definitions", map("schema")),
  ...all(
    "items contains additionalProperties propertyNames not if then else contentSchema unevaluatedItems unevaluatedProperties",
    one("schema"),
  ),
  ...all("allOf anyOf oneOf prefixItems", each("schema")),
  ...all("title description format pattern contentEncoding contentMediaType", "text"),
  ...all("$schema $id $anchor $comment $dynamicRef $dynamicAnchor", "text"),
  ...all("deprecated readOnly writeOnly uniqueItems", "flag"),
  ...all("type enum const default example examples required dependentRequired dependencies $vocabulary", "any"),
  ...all("minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength", "any"),
  ...all("minItems maxItems minContains maxContains minProperties maxProperties discriminator xml externalDocs", "any"),
};

/** The fixed fields of OpenAPI 3.1's objects. Nothing below "any" is looked at: examples, defaults and the like are data. */
const grammar = {
  document: {
    title: "the document",
    keys: {
      ...{ openapi: "text", info: one("info"), jsonSchemaDialect: "text", servers: "any", security: "any", tags: each("tag") },
      ...{ paths: map("pathItem"), webhooks: map("pathItem"), components: one("components"), externalDocs: "any" },
    },
  },
  info: {
    title: "the info object",
    keys: { title: "text", ...described, termsOfService: "text", contact: "any", license: "any", version: "text" },
  },
  tag: { title: "a tag", keys: { name: "text", description: "text", externalDocs: "any" } },
  components: {
    title: "components",
    keys: {
      ...{ schemas: map("component"), responses: map("response"), parameters: map("parameter"), requestBodies: map("requestBody") },
      ...{ headers: map("header"), pathItems: map("pathItem"), examples: "any", securitySchemes: "any", links: "any", callbacks: "any" },
    },
  },
  pathItem: {
    title: "a path",
    refers: true,
    keys: {
      ...{ ...described, servers: "any", parameters: each("parameter") },
      ...{ get: one("operation"), put: one("operation"), post: one("operation"), delete: one("operation"), patch: one("operation") },
      ...{ options: one("operation"), head: one("operation"), trace: one("operation") },
    },
  },
  operation: {
    title: "an operation",
    // Not by the standard; but documents of many files often keep each operation in one of its own.
    refers: true,
    keys: {
      ...{
        ...described,
        tags: "any",
        externalDocs: "any",
        operationId: "text",
        parameters: each("parameter"),
        requestBody: one("requestBody"),
      },
      ...{ responses: map("response"), callbacks: "any", deprecated: "flag", security: "any", servers: "any" },
    },
  },
  parameter: { title: "a parameter", refers: true, keys: { name: "text", in: "text", ...parameter } },
  header: { title: "a header", refers: true, keys: parameter },
  requestBody: { title: "a request body", refers: true, keys: { description: "text", content: map("mediaType"), required: "flag" } },
  response: {
    title: "a response",
    refers: true,
    keys: { description: "text", headers: map("header"), content: map("mediaType"), links: "any" },
  },
  mediaType: { title: "a media type", keys: { schema: one("schema"), example: "any", examples: "any", encoding: "any" } },
  component: { title: "a schema", refers: true, flags: true, keys: schemaKeys },
  property: { title: "a property", refers: true, flags: true, keys: schemaKeys },
  schema: { title: "a schema inside another", refers: true, flags: true, keys: schemaKeys },
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceName =
  | "document"
  | "info"
  | "tag"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "header"
  | "requestBody"
  | "response"
  | "mediaType"
  | "component"
  | "property"
  | "schema";

export const places: Readonly<Record<PlaceName, Place>> = grammar;
