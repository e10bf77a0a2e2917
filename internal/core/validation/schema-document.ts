import { array } from "./array.ts";
import { integer, number } from "./number.ts";
import { object, optional } from "./object.ts";
import { fail } from "./place.ts";
import { string } from "./string.ts";
import { anyOf } from "./unions.ts";
import type { Validator } from "./validator.ts";
import { lazy, oneOfValues, unknown } from "./values.ts";

export type TypeName = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/** The part of JSON Schema 2020-12 that a user's schema may use. */
export interface SchemaObject {
  readonly $schema?: "https://json-schema.org/draft/2020-12/schema";
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaDocument>>;
  readonly type?: TypeName | readonly TypeName[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly items?: SchemaDocument;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, SchemaDocument>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaDocument;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly allOf?: readonly SchemaDocument[];
  readonly anyOf?: readonly SchemaDocument[];
  readonly oneOf?: readonly SchemaDocument[];
  readonly not?: SchemaDocument;
}
export type SchemaDocument = boolean | SchemaObject;

const typeName = oneOfValues("null", "boolean", "integer", "number", "string", "array", "object");
const count = integer({ minimum: 0 });
const node: Validator<SchemaDocument> = {
  check(value, place) {
    if (typeof value !== "boolean") shape.check(value, place);
  },
};
const nodes = array(
  lazy(() => node),
  { minItems: 1 },
);
const namedNodes: Validator<Readonly<Record<string, SchemaDocument>>> = object({}, { additional: lazy(() => node) });

// Keywords that only describe are accepted, as is anything that starts with "x-"; one that would have to act and cannot is refused.
const describing = new Set(["title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment", "$id"]);
const otherKeyword: Validator<unknown> = {
  check(_value, place) {
    const name = String(place.path.at(-1));
    if (!describing.has(name) && !name.startsWith("x-")) fail(place, "is not a keyword that is supported here");
  },
};

const optionalAny = optional(unknown());
const shape: Validator<object> = object(
  {
    $schema: optional(oneOfValues("https://json-schema.org/draft/2020-12/schema")),
    $ref: optional(string()),
    $defs: optional(namedNodes),
    type: optional(anyOf(typeName, array(typeName, { minItems: 1, uniqueItems: true }))),
    enum: optional(array(unknown(), { minItems: 1, maxItems: 1000 })),
    const: optionalAny,
    minLength: optional(count),
    maxLength: optional(count),
    pattern: optional(string({ maxLength: 500 })),
    format: optional(string({ maxLength: 100 })),
    minimum: optional(number()),
    maximum: optional(number()),
    exclusiveMinimum: optional(number()),
    exclusiveMaximum: optional(number()),
    multipleOf: optional(number({ exclusiveMinimum: 0 })),
    items: optional(node),
    minItems: optional(count),
    maxItems: optional(count),
    uniqueItems: optional(oneOfValues(true, false)),
    properties: optional(namedNodes),
    required: optional(array(string(), { uniqueItems: true })),
    additionalProperties: optional(node),
    minProperties: optional(count),
    maxProperties: optional(count),
    allOf: optional(nodes),
    anyOf: optional(nodes),
    oneOf: optional(nodes),
    not: optional(node),
  },
  { additional: otherKeyword },
);

/** Whether a value is a schema that can be used; what it says of patterns and references is not checked yet. */
export const schemaDocument: Validator<SchemaDocument> = node;
