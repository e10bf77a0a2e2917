import type { Json } from "../model/json-schema.ts";
import { type Api, type ApiOperation, objectOf } from "./api.ts";
import { type FlatSchema, flatten } from "./flatten.ts";
import type { Direction, SchemaPair } from "./rule.ts";

/** Pairs of schemas of both versions, place by place: a schema, then what is inside of it. */
export class SchemaWalk {
  readonly #before: Api;
  readonly #after: Api;
  readonly #visit: (pair: SchemaPair) => void;
  /** Schemas may hold themselves. */
  readonly #seen = new Set<string>();

  constructor(before: Api, after: Api, visit: (pair: SchemaPair) => void) {
    this.#before = before;
    this.#after = after;
    this.#visit = visit;
  }

  operation(before: ApiOperation, after: ApiOperation): void {
    for (const [key, parameter] of before.parameters) {
      const other = after.parameters.get(key);
      if (other !== undefined) this.#schemas("request", parameter.schema, other.schema, `the ${parameter.in} parameter ${parameter.name}`);
    }
    for (const [type, schema] of before.body?.content ?? []) {
      const other = after.body?.content.get(type);
      if (other !== undefined) this.#schemas("request", schema, other, "the request body");
    }
    for (const [status, response] of before.responses) {
      const other = after.responses.get(status);
      for (const [type, schema] of response.content) {
        const media = other?.content.get(type);
        if (media !== undefined) this.#schemas("response", schema, media, `the answer ${status}`);
      }
      for (const [name, { schema }] of response.headers) {
        const header = other?.headers.get(name);
        if (header !== undefined) this.#schemas("response", schema, header.schema, `the header ${name} of the answer ${status}`);
      }
    }
  }

  event(before: Json, after: Json): void {
    this.#schemas("response", before, after, "the event's data");
  }

  #schemas(direction: Direction, before: Json, after: Json, place: string): void {
    const names = [before, after].map((schema) => objectOf(schema)?.$ref);
    if (names.every((name) => typeof name === "string")) {
      // By place too: each operation hears of what changed in a schema that it uses, but a schema inside itself only once.
      const key = `${direction} ${names.join(" ")} ${place.split(":")[0]}`;
      if (this.#seen.has(key)) return;
      this.#seen.add(key);
    }
    const [old, now] = [flatten(before, this.#before), flatten(after, this.#after)];
    this.#visit({ direction, before: old, after: now, place });
    this.#inside(direction, old, now, place);
  }

  #inside(direction: Direction, before: FlatSchema, after: FlatSchema, place: string): void {
    const inner = (name: string): string => (place.includes(":") ? `${place}/${name}` : `${place}: /${name}`);
    for (const [name, schema] of before.properties) {
      const other = after.properties.get(name);
      if (other === undefined || hidden(direction, schema) || hidden(direction, other)) continue;
      this.#schemas(direction, schema, other, inner(name));
    }
    if (before.items !== undefined && after.items !== undefined) this.#schemas(direction, before.items, after.items, inner("*"));
    if (objectOf(before.additional) !== undefined && objectOf(after.additional) !== undefined) {
      this.#schemas(direction, before.additional, after.additional, inner("*"));
    }
    for (const [index, variant] of before.variants.entries()) {
      const other = after.variants.find((candidate) => variantName(candidate) === variantName(variant));
      if (other !== undefined) this.#schemas(direction, variant, other, `${place} (variant ${index + 1})`);
    }
  }
}

/** Whether a property does not travel this way. */
export const hidden = (direction: Direction, schema: Json): boolean =>
  objectOf(schema)?.[direction === "request" ? "readOnly" : "writeOnly"] === true;

/** What tells one variant of a union from another: its name, else all of it. */
export const variantName = (schema: Json): string => {
  const reference = objectOf(schema)?.$ref;
  return typeof reference === "string" ? reference : JSON.stringify(schema);
};
