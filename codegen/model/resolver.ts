import type { Schema } from "./model.ts";
import type { DeclaredSchema, Registry, Spec, View } from "./registry.ts";
import { schemaOf } from "./schemas.ts";

/** Gives a view for each document; they share what they resolve, so that each named schema is made at most once for it. */
export function viewer(registry: Registry): { readonly view: (spec: Spec) => View; readonly later: (() => void)[] } {
  const later: (() => void)[] = [];
  const named = new Map<string, { readonly spec: Spec; readonly schema: DeclaredSchema }>();
  for (const spec of registry.specs) for (const schema of spec.schemas) named.set(`${spec.domain} ${schema.name}`, { spec, schema });
  const made = new Map<string, Schema>();

  function resolve(schema: Schema): Schema {
    const seen = new Set<string>();
    let found = schema;
    while (found.kind === "reference") {
      const name = `${found.domain} ${found.name}`;
      const declared = named.get(name);
      if (declared === undefined || seen.has(name)) return { kind: "unknown", constraints: {} };
      seen.add(name);
      found = made.get(name) ?? schemaOf(declared.schema.node, view(declared.spec));
      made.set(name, found);
    }
    return found;
  }

  const view = (spec: Spec): View => ({ ...registry, spec, resolve, later });
  return { view, later };
}
