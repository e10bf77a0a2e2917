import type { Assertion, Schema } from "../model/json-schema.ts";
import type { Model, NamedSchema } from "../model/model.ts";

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

/** The named schemas that a schema refers to itself, in the order of its parts. */
export function referred(model: Model, schema: Schema): readonly NamedSchema[] {
  if (schema.kind === "reference") return [resolve(model, schema.domain, schema.name)];
  return children(schema).flatMap((child) => referred(model, child));
}

/** Every named schema that `roots` lead to, over references of references; those that others need come first, cycles broken anywhere. */
export function reachable(model: Model, roots: readonly Schema[]): readonly NamedSchema[] {
  const found = new Set<NamedSchema>();
  const done: NamedSchema[] = [];
  // Not by recursion: references can lead from one to the next as often as a document is long.
  const waiting: { readonly schema: NamedSchema | undefined; readonly next: NamedSchema[] }[] = [];
  for (const root of roots) {
    waiting.push({ schema: undefined, next: referred(model, root).toReversed() });
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      const named = top.next.pop();
      if (named === undefined) {
        waiting.pop();
        if (top.schema !== undefined) done.push(top.schema);
      } else if (!found.has(named)) {
        found.add(named);
        waiting.push({ schema: named, next: referred(model, named.schema).toReversed() });
      }
    }
  }
  return done;
}
