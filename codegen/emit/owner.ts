import type { Entity, Field } from "../model/model.ts";
import { type Code, code, value } from "../print/code.ts";

/** The field that says whose a row is; undefined for rows that belong to all. */
export function ownerField(entity: Entity): Field | undefined {
  if (entity.scope === "global") return undefined;
  const server = entity.scope === "user" ? "actor" : "organization";
  const field = entity.fields.find((candidate) => candidate.server === server);
  if (field === undefined) throw new Error(`${entity.name} has the scope ${entity.scope}, and no field that names its owner.`);
  return field;
}

/** Who the caller is, in the terms of `ownerField`: from the context, never from input. */
export const caller = (entity: Entity): Code =>
  entity.scope === "user" ? code`${value("ownerUser", "internal/core/database/rows.ts")}(ctx)` : code`ctx.organization`;
