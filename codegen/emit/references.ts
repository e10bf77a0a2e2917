import type { Assertion, Model, NamedSchema, Schema } from "../model/model.ts";

const byModel = new WeakMap<Model, ReadonlyMap<string, NamedSchema>>();

/** The named schema that a reference means. */
export function resolve(model: Model, domain: string | undefined, name: string): NamedSchema {
  let known = byModel.get(model);
  if (known === undefined) {
    const all = [...model.shared, ...model.domains.flatMap(({ schemas }) => schemas)];
    known = new Map(all.map((named) => [`${named.domain ?? ""} ${named.name}`, named]));
    byModel.set(model, known);
  }
  const found = known.get(`${domain ?? ""} ${name}`);
  if (found === undefined) throw new Error(`The model refers to ${name} of ${domain ?? "common"}, which it does not hold.`);
  return found;
}

/** The schemas directly inside a schema, references not followed. */
export function children(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case "array":
      return schema.prefix === undefined ? [schema.items] : [...schema.prefix, schema.items];
    case "object": {
      const values = [...schema.properties.map((property) => property.schema), ...(schema.patterns ?? []).map((pattern) => pattern.schema)];
      return typeof schema.additional === "boolean" ? values : [...values, schema.additional];
    }
    case "assertion":
      return inAssertion(schema.assertion);
    case "union":
      return schema.variants;
    case "intersection":
      return schema.parts;
    default:
      return [];
  }
}

function inAssertion(assertion: Assertion): readonly Schema[] {
  switch (assertion.keyword) {
    case "not":
    case "propertyNames":
    case "contains":
      return [assertion.schema];
    case "if":
      return [assertion.condition, assertion.met, assertion.unmet].filter((schema) => schema !== undefined);
    case "dependentSchemas":
      return assertion.schemas.map(({ schema }) => schema);
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
