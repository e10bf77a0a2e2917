import type { Schema } from "../model/json-schema.ts";
import type { CrudKind, Domain, Entity } from "../model/model.ts";
import type { Operation } from "../model/operation.ts";
import { type Code, code, value } from "../print/code.ts";
import { args } from "../print/layout.ts";
import { readersOf, viewFunction, writersOf } from "./views.ts";

const core = "internal/core/http/field-roles.ts";

/** The body of a create or update, refused where it gives a field that the caller may not set. */
export function settableBody(entity: Entity): Code {
  const roles = writersOf(entity);
  return roles === undefined ? code`body` : code`${value("settable", core)}(ctx, ${roles}, body)`;
}

/** A list's query, refused where it asks by a field that the caller may not see. */
export function askableQuery(entity: Entity, query: Code): Code {
  const roles = readersOf(entity);
  return roles === undefined ? query : code`${value("askable", core)}(ctx, ${roles}, ${query})`;
}

/** Operations of an entity that answer something else than its rows. */
const noRow: readonly CrudKind[] = ["audit", "access", "setAccess"];

/** An answer with what its reader may see; undefined where everybody sees all of it. */
export function visibleAnswer(domain: Domain, { crud, response }: Operation, result: Code): Code | undefined {
  const { schema } = response;
  const listed = schema?.kind === "array" ? schema.items : undefined;
  const named = (one: Schema | undefined) =>
    one?.kind === "reference" && one.domain === domain.name ? domain.entities.find(({ name }) => name === one.name) : undefined;
  const entity = domain.entities.find(({ name }) => name === crud?.entity) ?? named(listed ?? schema);
  const roles = entity && readersOf(entity);
  if (entity === undefined || roles === undefined || response.kind !== "json" || (crud !== undefined && noRow.includes(crud.kind)))
    return undefined;
  if (crud?.kind === "list") return code`${value("visiblePage", core)}${args(["ctx", roles, code`await ${result}`])}`;
  if (crud?.kind === "similar") return code`${value("visibleNear", core)}${args(["ctx", roles, code`await ${result}`])}`;
  const view = viewFunction(domain, entity.name);
  const shown = (row: Code) =>
    code`${value("visible", core)}${args(["ctx", roles, view === undefined ? row : code`${view}${args([row])}`])}`;
  return listed === undefined ? shown(code`await ${result}`) : code`(await ${result}).map((row) => ${shown(code`row`)})`;
}
