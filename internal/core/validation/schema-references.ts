import { fail } from "./place.ts";
import type { SchemaDocument, SchemaObject } from "./schema-document.ts";
import type { Place } from "./validator.ts";

/** What a reference names: the whole schema (`#`), or one of its definitions (`#/$defs/name`); undefined when there is no such thing. */
export function resolveReference(root: SchemaDocument, reference: string): SchemaDocument | undefined {
  if (reference === "#") return root;
  if (!reference.startsWith("#/$defs/") || typeof root === "boolean") return undefined;
  const name = decode(reference.slice("#/$defs/".length));
  return name !== undefined && root.$defs !== undefined && Object.hasOwn(root.$defs, name) ? root.$defs[name] : undefined;
}

/** The name in a pointer that stands in a URI fragment: percent-encoded, then as RFC 6901 escapes it. */
function decode(text: string): string | undefined {
  try {
    return text.includes("/") ? undefined : decodeURIComponent(text).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return undefined;
  }
}

/** Refuses references that lead back to themselves without going into the value: checking one would never end. */
export function refuseEndless(root: SchemaDocument, places: ReadonlyMap<SchemaObject, readonly (string | number)[]>, place: Place): void {
  const done = new Set<SchemaDocument>();
  const visit = (schema: SchemaDocument, open: ReadonlySet<SchemaDocument>): void => {
    if (typeof schema === "boolean" || done.has(schema)) return;
    if (open.has(schema)) {
      fail({ path: [...(places.get(schema) ?? [])], errors: place.errors }, "refers to itself without going deeper into the value");
      done.add(schema);
      return;
    }
    const within = new Set([...open, schema]);
    const target = schema.$ref === undefined ? undefined : resolveReference(root, schema.$ref);
    for (const next of [target, schema.not, ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
      if (next !== undefined) visit(next, within);
    }
    done.add(schema);
  };
  for (const schema of places.keys()) visit(schema, new Set());
}
