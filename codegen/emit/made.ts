import type { Entity, Field, Made } from "../model/model.ts";
import { type Code, code, value } from "../print/code.ts";
import { literal } from "../print/text.ts";
import { mutable } from "./entity-types.ts";

/** Fields that every change makes anew; none where nothing changes. */
export const remade = (entity: Entity): readonly Field[] =>
  mutable(entity).length === 0 ? [] : entity.fields.filter((field) => field.generated !== undefined && !field.immutable);

/** Fields that an update writes, beside time and version. */
export const written = (entity: Entity): readonly Field[] => {
  const all = new Set([...mutable(entity), ...remade(entity)]);
  return entity.fields.filter((field) => all.has(field));
};

/** Whether a new row needs to know who acts, beside whose it is. */
export const insertNamesActor = (entity: Entity): boolean =>
  entity.fields.some(({ generated, madeDefault }) => (generated ?? madeDefault)?.kind === "actor");

/** Whether a changed row needs to know who acts. */
export const changeNamesActor = (entity: Entity): boolean => remade(entity).some(({ generated }) => generated?.kind === "actor");

/** Slugs are for addresses: longer ones than this help nobody. */
const longestSlug = 80;

/** The value that the server makes; `sourceOf` gives the expression of the field that a slug is made of, in the same row. */
export function madeValue(field: Field, made: Made, sourceOf: (name: string) => Code): Code {
  switch (made.kind) {
    case "now":
      return code`now`;
    case "actor":
      return code`${value("actorId", "internal/core/database/rows.ts")}(ctx)`;
    case "slug": {
      const longest = field.schema.kind === "string" ? (field.schema.constraints.maxLength ?? longestSlug) : longestSlug;
      return code`${value("slug", "internal/core/database/slug.ts")}(${sourceOf(made.of)}, ${literal(longest)})`;
    }
  }
}

/** The fields that a caller gives, of those that a unique index spans: a slug stands for what it is made of. */
export const givenOf = (entity: Entity, fields: readonly string[]): readonly string[] =>
  fields.map((name) => {
    const generated = entity.fields.find((field) => field.name === name)?.generated;
    return generated?.kind === "slug" ? generated.of : name;
  });
