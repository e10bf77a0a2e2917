import { Claims } from "./claims.ts";
import { Hoisted } from "./hoisted.ts";
import type { Schema } from "./json-schema.ts";
import type { DeclaredSchema, Registry, Spec, View } from "./registry.ts";
import { schemaOf } from "./schemas.ts";

/** Gives a view for each document; they share what they resolve, so that each named schema is made at most once for it. */
export function viewer(registry: Registry): { readonly view: (spec: Spec) => View; readonly later: (() => void)[] } {
  const later: (() => void)[] = [];
  const named = new Map<string, { readonly spec: Spec; readonly schema: DeclaredSchema }>();
  for (const spec of registry.specs) for (const schema of spec.schemas) named.set(`${spec.domain} ${schema.name}`, { spec, schema });
  const made = new Map<string, Schema>();
  const views = new Map<Spec, View>();

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

  function view(spec: Spec): View {
    const known = views.get(spec);
    if (known !== undefined) return known;
    const key = (name: string): string => `${spec.domain} ${name}`;
    const claims = new Claims(spec.schemas.map(({ name }) => name));
    const hoisted = new Hoisted(spec.domain, spec.names?.take ?? ((wanted) => claims.claim(wanted)), (schema) =>
      named.set(key(schema.name), { spec, schema }),
    );
    const made: View = { ...registry, spec, resolve, later, hoisted, required: new Set() };
    views.set(spec, made);
    return made;
  }
  return { view, later };
}
