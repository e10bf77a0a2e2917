import type { Entity } from "../model/model.ts";
import { type Code, code, value } from "../print/code.ts";
import { literal } from "../print/text.ts";
import { caller } from "./owner.ts";
import { ownPredicate } from "./sql-parts.ts";

const cascadeFile = "internal/core/database/cascade.ts";

const isCascade = ({ scope }: Entity): boolean => scope === "cascade";

/** The columns by which an organization's row takes the place of a global one. */
function key({ unique, fields, name }: Entity): readonly { readonly name: string; readonly column: string }[] {
  return (unique[0] ?? []).map((wanted) => {
    const field = fields.find((candidate) => candidate.name === wanted);
    if (field === undefined) throw new Error(`${name} has no field ${wanted}, and a key of it.`);
    return field;
  });
}

/** The rows that a caller sees by id: in a cascade the global ones too. */
export const seen = (entity: Entity): string[] =>
  isCascade(entity) ? [`.where("organization_id", "in", [param.organization_id, ""])`] : ownPredicate(entity);

/** The rows that a caller sees in lists and by key: in a cascade the global ones too, but for those whose place an own one takes. */
export function inPlace(entity: Entity): string[] {
  if (!isCascade(entity)) return ownPredicate(entity);
  const { table } = entity;
  const hidden = entity.softDelete ? ['.where("own.deleted_at", "is", null)'] : [];
  const same = key(entity).map(({ column }) => `.whereRef(${literal(`own.${column}`)}, "=", ${literal(`${table}.${column}`)})`);
  return [
    `.where(({ and, eb, exists, not, or, selectFrom }) => {
  const own = selectFrom(${literal(`${table} as own`)})
    .select("own.id")
    .where("own.organization_id", "=", param.organization_id)
    ${[...hidden, ...same].join("\n    ")};
  return or([eb("organization_id", "=", param.organization_id), and([eb("organization_id", "=", ""), not(exists(own))])]);
})`,
  ];
}

/** Who writes, in the terms of the owner's field: in a cascade the platform itself writes global rows. */
export const writer = (entity: Entity): Code => (isCascade(entity) ? code`${value("cascadeOwner", cascadeFile)}(ctx)` : caller(entity));

/** Refuses to change a row that the caller only sees; no line where callers see but their own. */
export const ownOnly = (entity: Entity, row: string): Code[] =>
  isCascade(entity) ? [code`${value("checkOwn", cascadeFile)}(${literal(entity.name)}, ctx, ${row});`] : [];

/** `await table.all(ctx)`; in a cascade without the global rows whose place an own one takes. */
export function rowsInPlace(entity: Entity, across: boolean): Code {
  if (!isCascade(entity) || across) return code`await table.all(ctx)`;
  const names = literal(key(entity).map(({ name }) => name));
  return code`${value("inPlace", cascadeFile)}(ctx, await table.all(ctx), ${names})`;
}

/** The line of find in memory that gives a row of the cascade. */
export const foundInCascade = (variable: string): Code =>
  code`return ${variable} !== undefined && ${seesCascade(variable)} ? ${variable} : undefined;`;

/** `seesCascade(ctx, rack)` */
export const seesCascade = (variable: string): Code => code`${value("seesCascade", cascadeFile)}(ctx, ${variable})`;
