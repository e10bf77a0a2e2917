import type { Assertion, Json, ObjectSchema, Property, Schema } from "../../model/json-schema.ts";
import type { Model } from "../../model/model.ts";

export type JsonObject = { readonly [key: string]: Json };

/** A schema of the model as JSON Schema 2020-12, as OpenAPI 3.1 has it; what it refers to is in `#/components/schemas`. */
export function schemaJson(model: Model, schema: Schema): JsonObject {
  switch (schema.kind) {
    case "unknown":
      return {};
    case "never":
      return { not: {} };
    case "null":
      return { type: "null" };
    case "boolean":
      return { type: "boolean" };
    case "string":
      return defined({ type: "string", format: schema.binary ? "binary" : schema.format, ...schema.constraints });
    case "number":
      return defined({ type: schema.integer ? "integer" : "number", format: schema.format, ...schema.constraints });
    case "enum":
      return enumJson(schema.values);
    case "array":
      return defined({
        type: "array",
        ...schema.constraints,
        prefixItems: schema.prefix?.map((item) => schemaJson(model, item)),
        items: schemaJson(model, schema.items),
      });
    case "assertion":
      return assertionJson(model, schema.assertion);
    case "object":
      return objectJson(model, schema);
    case "union":
      return unionJson(model, schema);
    case "intersection":
      return { allOf: schema.parts.map((part) => schemaJson(model, part)) };
    case "reference":
      return { $ref: `#/components/schemas/${componentName(model, schema.domain, schema.name)}` };
    case "id":
      return { type: "string", pattern: `^${schema.prefix}-[0-9a-f]{16}$` };
  }
}

/** The name under which a schema is published: an entity's view is, to the outside, the entity. */
export function componentName(model: Model, domain: string | undefined, name: string): string {
  const entities = model.domains.find((item) => item.name === domain)?.entities ?? [];
  return entities.find((entity) => name === `${entity.name}View`)?.name ?? name;
}

/** Without the keys that say nothing. */
export function defined(json: { readonly [key: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(json).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** `__proto__` may be a property's name: only a definition, not an assignment, keeps it one. */
export function properties(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(entries);
}

function objectJson(model: Model, schema: ObjectSchema): JsonObject {
  const required = schema.properties.filter((property) => property.required).map((property) => property.name);
  const { additional } = schema;
  return defined({
    type: "object",
    ...schema.constraints,
    required: required.length === 0 ? undefined : required,
    properties:
      schema.properties.length === 0
        ? undefined
        : properties(schema.properties.map((property) => [property.name, propertyJson(model, property)])),
    patternProperties:
      schema.patterns === undefined
        ? undefined
        : properties(schema.patterns.map(({ pattern, schema: content }) => [pattern, schemaJson(model, content)])),
    additionalProperties:
      additional === true
        ? schema.properties.length === 0
          ? true
          : undefined
        : additional === false
          ? false
          : schemaJson(model, additional),
  });
}

/** By name: an object with a property `then` would look like a promise. */
const conditionJson = (...parts: readonly (JsonObject | undefined)[]): JsonObject =>
  defined(Object.fromEntries(["if", "then", "else"].map((keyword, index) => [keyword, parts[index]])));

/** What is demanded beside a type, as the keyword that demands it. */
function assertionJson(model: Model, assertion: Assertion): JsonObject {
  const json = (schema: Schema | undefined): JsonObject | undefined => schema && schemaJson(model, schema);
  switch (assertion.keyword) {
    case "not":
      return { not: schemaJson(model, assertion.schema) };
    case "if":
      return conditionJson(json(assertion.condition), json(assertion.met), json(assertion.unmet));
    case "dependentRequired":
      return { dependentRequired: properties(assertion.names.map(({ name, required }) => [name, required])) };
    case "dependentSchemas":
      return { dependentSchemas: properties(assertion.schemas.map(({ name, schema }) => [name, schemaJson(model, schema)])) };
    case "propertyNames":
      return { propertyNames: schemaJson(model, assertion.schema) };
    case "contains":
      return defined({ contains: json(assertion.schema), minContains: assertion.minimum, maxContains: assertion.maximum });
    case "values":
      return { enum: assertion.values };
    case "constraints":
      return defined({ ...assertion.constraints });
    case "onlyProperties":
      return {
        properties: properties(assertion.names.map((name) => [name, {}])),
        ...(assertion.patterns.length === 0 ? {} : { patternProperties: properties(assertion.patterns.map((pattern) => [pattern, {}])) }),
        additionalProperties: false,
      };
  }
}

function propertyJson(model: Model, property: Property): JsonObject {
  return defined({
    ...schemaJson(model, property.schema),
    description: property.description || undefined,
    default: property.default,
    readOnly: property.readOnly || undefined,
    writeOnly: property.writeOnly || undefined,
    deprecated: property.deprecated || undefined,
  });
}

function unionJson(model: Model, schema: Extract<Schema, { kind: "union" }>): JsonObject {
  const [only, ...more] = schema.variants.filter((variant) => variant.kind !== "null");
  if (only !== undefined && more.length === 0 && schema.variants.length === 2) return orNull(schemaJson(model, only));
  const mapping = schema.discriminator?.mapping.flatMap(({ value, variant }): [string, Json][] => {
    const target = schema.variants[variant];
    return target?.kind === "reference" ? [[value, `#/components/schemas/${componentName(model, target.domain, target.name)}`]] : [];
  });
  return defined({
    [schema.mode]: schema.variants.map((variant) => schemaJson(model, variant)),
    discriminator: schema.discriminator && { propertyName: schema.discriminator.property, mapping: properties(mapping ?? []) },
  });
}

function orNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  if (typeof type === "string") {
    return { ...schema, type: [type, "null"], ...(Array.isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {}) };
  }
  return { anyOf: [schema, { type: "null" }] };
}

function enumJson(values: readonly (string | number | boolean | null)[]): JsonObject {
  const types = [...new Set(values.map((value) => (value === null ? "null" : typeof value)))];
  const [type, ...more] = types;
  const [only] = values;
  if (values.length === 1 && only !== undefined) return defined({ type, const: only });
  return defined({ type: more.length === 0 ? type : types, enum: values });
}
