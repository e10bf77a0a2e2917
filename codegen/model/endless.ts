import type { Problems } from "../diagnostics/problems.ts";
import type { Schema } from "./json-schema.ts";
import type { NamedSchema } from "./model.ts";

/**
 * Takes apart schemas that are nothing but each other or themselves: a reference, a union or an intersection that leads back to where it
 * began without a property or a list between. Such a type is none, and checking a value by it would never end. Each is reported; the
 * reference that closes the circle stands for anything.
 */
export function withoutEndless(schemas: readonly NamedSchema[], problems: Problems): readonly NamedSchema[] {
  const keyOf = ({ domain, name }: { readonly domain: string | undefined; readonly name: string }): string => `${domain ?? ""} ${name}`;
  const byKey = new Map(schemas.map((schema) => [keyOf(schema), schema]));
  const settled = new Set<string>();
  const broken = new Map<string, Set<string>>();
  for (const start of schemas) {
    const path: { readonly key: string; readonly next: string[] }[] = [];
    const onPath = new Set<string>();
    const enter = (schema: NamedSchema): void => {
      onPath.add(keyOf(schema));
      path.push({ key: keyOf(schema), next: bare(schema.schema).map(keyOf) });
    };
    if (!settled.has(keyOf(start))) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.next.pop();
      const schema = next === undefined ? undefined : byKey.get(next);
      if (next === undefined) {
        path.pop();
        onPath.delete(top.key);
        settled.add(top.key);
      } else if (onPath.has(next)) {
        broken.set(top.key, (broken.get(top.key) ?? new Set()).add(next));
      } else if (schema !== undefined && !settled.has(next)) enter(schema);
    }
  }
  if (broken.size === 0) return schemas;
  return schemas.map((named) => {
    const closing = broken.get(keyOf(named));
    if (closing === undefined) return named;
    problems.add(
      "referenceLoop",
      named.location,
      `${named.name} is nothing but itself: its references lead back to it without a value between.`,
    );
    return { ...named, schema: cut(named.schema, (reference) => closing.has(keyOf(reference))) };
  });
}

type Reference = Extract<Schema, { kind: "reference" }>;

/** The references that a schema is made of, without those inside of lists and properties. */
function bare(schema: Schema): readonly Reference[] {
  if (schema.kind === "reference") return [schema];
  if (schema.kind === "union") return schema.variants.flatMap(bare);
  return schema.kind === "intersection" ? schema.parts.flatMap(bare) : [];
}

function cut(schema: Schema, closes: (reference: Reference) => boolean): Schema {
  if (schema.kind === "reference") return closes(schema) ? { kind: "unknown", constraints: {} } : schema;
  if (schema.kind === "union")
    return { ...schema, discriminator: undefined, variants: schema.variants.map((variant) => cut(variant, closes)) };
  return schema.kind === "intersection" ? { ...schema, parts: schema.parts.map((part) => cut(part, closes)) } : schema;
}
