import type { Model, NamedSchema, Schema } from "../model/model.ts";

/** The named schema that a reference means. */
export function resolve(model: Model, domain: string | undefined, name: string): NamedSchema {
  const schemas = domain === undefined ? model.shared : model.domains.find((item) => item.name === domain)?.schemas;
  const found = schemas?.find((item) => item.name === name);
  if (found === undefined) throw new Error(`The model refers to ${name} of ${domain ?? "common"}, which it does not hold.`);
  return found;
}

/** The schemas directly inside a schema, references not followed. */
export function children(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case "array":
      return [schema.items];
    case "object": {
      const values = schema.properties.map((property) => property.schema);
      return typeof schema.additional === "boolean" ? values : [...values, schema.additional];
    }
    case "union":
      return schema.variants;
    case "intersection":
      return schema.parts;
    default:
      return [];
  }
}

/** Every named schema that `roots` lead to, over references of references; those that others need come first, cycles broken anywhere. */
export function reachable(model: Model, roots: readonly Schema[]): readonly NamedSchema[] {
  const found = new Set<NamedSchema>();
  const done: NamedSchema[] = [];
  const visit = (schema: Schema): void => {
    if (schema.kind === "reference") {
      const named = resolve(model, schema.domain, schema.name);
      if (found.has(named)) return;
      found.add(named);
      visit(named.schema);
      done.push(named);
    }
    for (const child of children(schema)) visit(child);
  };
  for (const root of roots) visit(root);
  return done;
}
