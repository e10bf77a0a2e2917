/** JSON Schema 2020-12, resolved: a reference is a name, never a pointer. */
export type Schema =
  | { readonly kind: "unknown"; readonly constraints: Constraints }
  | { readonly kind: "never" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | { readonly kind: "string"; readonly constraints: Constraints; readonly format: string | undefined; readonly binary: boolean }
  | { readonly kind: "number"; readonly constraints: Constraints; readonly integer: boolean; readonly format: string | undefined }
  | { readonly kind: "enum"; readonly values: readonly (string | number | boolean | null)[] }
  | {
      readonly kind: "array";
      readonly items: Schema;
      /** What the first items must be, each at its place; `items` is then for the rest. */
      readonly prefix?: readonly Schema[];
      readonly constraints: Constraints;
    }
  | ObjectSchema
  | {
      readonly kind: "union";
      readonly mode: "anyOf" | "oneOf";
      readonly variants: readonly Schema[];
      readonly discriminator: Discriminator | undefined;
    }
  | { readonly kind: "intersection"; readonly parts: readonly Schema[] }
  /** What is demanded of a value beside its type; it stands in intersections, and has no type of its own. */
  | { readonly kind: "assertion"; readonly assertion: Assertion }
  /** A named schema of this domain, of another file's domain, or shared. */
  | { readonly kind: "reference"; readonly name: string; readonly domain: string | undefined }
  /** An id of an entity: `lb-0123456789abcdef`. */
  | { readonly kind: "id"; readonly entity: string; readonly domain: string; readonly prefix: string; readonly idType: string };

/** The keywords of JSON Schema 2020-12 that narrow values in a way that types cannot tell. */
export type Assertion =
  | { readonly keyword: "not"; readonly schema: Schema }
  | { readonly keyword: "if"; readonly condition: Schema; readonly met: Schema | undefined; readonly unmet: Schema | undefined }
  | { readonly keyword: "dependentRequired"; readonly names: readonly { readonly name: string; readonly required: readonly string[] }[] }
  | { readonly keyword: "dependentSchemas"; readonly schemas: readonly { readonly name: string; readonly schema: Schema }[] }
  | { readonly keyword: "propertyNames"; readonly schema: Schema }
  | { readonly keyword: "contains"; readonly schema: Schema; readonly minimum: number; readonly maximum: number | undefined }
  /** `enum` and `const` with lists or objects among the values. */
  | { readonly keyword: "values"; readonly values: readonly Json[] }
  /** Constraints without a type: each concerns values of its own type alone. */
  | { readonly keyword: "constraints"; readonly constraints: Constraints }
  /** No other properties than these, which subschemas beside it declare. */
  | { readonly keyword: "onlyProperties"; readonly names: readonly string[]; readonly patterns: readonly string[] };

export interface ObjectSchema {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /** What properties must be whose names match a regular expression; they are not among the additional ones. */
  readonly patterns?: readonly { readonly pattern: string; readonly schema: Schema }[];
  /** false: refused; a schema: what they must be; true: anything. */
  readonly additional: boolean | Schema;
  readonly constraints: Constraints;
}

export interface Property {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  readonly description: string;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly default: Json | undefined;
  readonly deprecated: boolean;
}

export interface Discriminator {
  readonly property: string;
  /** Value to index in `variants`. */
  readonly mapping: readonly { readonly value: string; readonly variant: number }[];
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What JSON Schema demands beyond the type. Absent ones are undefined. */
export interface Constraints {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}
