import type { Entity } from "../model/model.ts";
import { type Code, code, type } from "../print/code.ts";
import { enclose } from "../print/layout.ts";
import { access, literal, propertyName } from "../print/text.ts";
import { caller, ownerField } from "./owner.ts";

/** The tenant predicate, a line of every query; none for rows that belong to all. */
export function ownPredicate(entity: Entity): string[] {
  const owner = ownerField(entity);
  return owner === undefined ? [] : [`.where(${literal(owner.column)}, "=", param${access(owner.column)})`];
}

/** `param: Placeholders<{ organization_id: string; id: string }>`: parameters are named as the columns that they are compared with. */
export function parameters(entity: Entity, others: readonly string[], across = false): Code {
  const owner = across ? undefined : ownerField(entity);
  const all = owner === undefined ? others : [`${propertyName(owner.column)}: string`, ...others];
  return code`param: ${type("Placeholders", "internal/core/database/database.ts")}<{ ${all.join("; ")} }>`;
}

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
