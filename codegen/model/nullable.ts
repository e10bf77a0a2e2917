import type { Schema } from "./json-schema.ts";

/** The schema, accepting null too. */
export function withNull(schema: Schema): Schema {
  if (schema.kind === "unknown" || schema.kind === "null") return schema;
  if (schema.kind === "enum") return schema.values.includes(null) ? schema : { kind: "enum", values: [...schema.values, null] };
  if (schema.kind !== "union") return { kind: "union", mode: "anyOf", variants: [schema, { kind: "null" }], discriminator: undefined };
  return saysNull(schema) ? schema : { ...schema, variants: [...schema.variants, { kind: "null" }] };
}

/** The schema without the null that it itself names; one behind a reference stays. */
export function withoutNull(schema: Schema): Schema {
  if (schema.kind === "enum") return { kind: "enum", values: schema.values.filter((value) => value !== null) };
  if (schema.kind !== "union" || schema.discriminator !== undefined) return schema;
  const variants = schema.variants.filter((variant) => variant.kind !== "null");
  const [only] = variants;
  return variants.length === 1 && only !== undefined ? only : { ...schema, variants };
}

/** Whether the schema itself names null. */
export const saysNull = (schema: Schema): boolean =>
  schema.kind === "null" ||
  (schema.kind === "enum" && schema.values.includes(null)) ||
  (schema.kind === "union" && schema.variants.some(saysNull));
