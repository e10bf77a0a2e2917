import type { Schema } from "../model/json-schema.ts";
import type { Model } from "../model/model.ts";

/**
 * What the specs call a secret: fields that are `sensitive` or `encrypted`, by their names and those of their columns, settings that are
 * `sensitive`, and properties of any schema whose `format` is `password`, as OpenAPI marks them.
 */
export function sensitiveNames({ domains }: Pick<Model, "domains">): readonly string[] {
  const names = domains.flatMap(({ entities, config, schemas }) => [
    ...entities.flatMap(({ fields }) => fields.filter(({ sensitive }) => sensitive).flatMap(({ name, column }) => [name, column])),
    ...config.filter(({ sensitive }) => sensitive).map(({ name }) => name),
    ...schemas.flatMap(({ schema }) => [...passwordsIn(schema)]),
  ]);
  return [...new Set(names)].toSorted();
}

/** A property that refers to a schema of another name is found there by its own properties alone. */
function* passwordsIn(schema: Schema): Generator<string> {
  switch (schema.kind) {
    case "object":
      for (const { name, schema: inner } of schema.properties) {
        if (isPassword(inner)) yield name;
        yield* passwordsIn(inner);
      }
      break;
    case "array":
      yield* passwordsIn(schema.items);
      break;
    case "union":
      for (const variant of schema.variants) yield* passwordsIn(variant);
      break;
    case "intersection":
      for (const part of schema.parts) yield* passwordsIn(part);
      break;
  }
}

const isPassword = (schema: Schema): boolean =>
  (schema.kind === "string" && schema.format === "password") ||
  (schema.kind === "union" && schema.variants.some(isPassword)) ||
  (schema.kind === "intersection" && schema.parts.some(isPassword));
