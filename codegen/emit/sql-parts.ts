import type { Entity } from "../model/model.ts";
import { type Code, code, type } from "../print/code.ts";
import { callback, chain, enclose, membersOf } from "../print/layout.ts";
import { access, literal, propertyName } from "../print/text.ts";
import { caller, ownerField } from "./owner.ts";

const placeholders = type("Placeholders", "internal/core/database/database.ts");

/** The tenant predicate, a line of every query; none for rows that belong to all. */
export function ownPredicate(entity: Entity): string[] {
  const owner = ownerField(entity);
  return owner === undefined ? [] : [`.where(${literal(owner.column)}, "=", param${access(owner.column)})`];
}

/** `param: Placeholders<{ organization_id: string; id: string }>`: parameters are named as the columns that they are compared with. */
export function parameters(entity: Entity, others: readonly string[], across = false): Code {
  const owner = across ? undefined : ownerField(entity);
  const all = owner === undefined ? others : [`${propertyName(owner.column)}: string`, ...others];
  return bareParameters(all);
}

/** `const findOne = db.statement((query, param: …) => query.…);`; a statement without parameters takes none. */
export const statement = (name: string, taken: Code | undefined, calls: readonly (Code | string)[]): Code => {
  return code`const ${name} = db.statement${callback(queryHead(taken), chain("query", calls))};`;
};

/** `(query, param: …) =>` */
export const queryHead = (taken: Code | undefined): Code => enclose("(", taken === undefined ? ["query"] : ["query", taken], ") =>");

/** `param: Placeholders<LabelRow & { expectedVersion: number }>`: those of a whole row, and others. */
export const rowParameters = (entity: Entity, others: readonly string[]): Code => {
  const more = others.length === 0 ? "" : code` & ${membersOf(others)}`;
  return code`param: ${placeholders}<${entity.name}Row${more}>`;
};

/** `param: Placeholders<{ id: string }>`, whoever the row belongs to. */
export const bareParameters = (fields: readonly string[]): Code => code`param: ${placeholders}<${membersOf(fields)}>`;

/** `{ organization_id: ctx.organization, id }`: the values for `parameters`. `spread` comes first, so that the tenant overrides it. */
export function callerIn(
  entity: Entity,
  others: readonly (Code | string)[],
  spread?: string,
  across = false,
  who: Code = caller(entity),
): Code {
  const owner = across ? undefined : ownerField(entity);
  const own = owner === undefined ? [] : [code`${propertyName(owner.column)}: ${who}`];
  return enclose("{", [...(spread === undefined ? [] : [spread]), ...own, ...others], "}");
}
