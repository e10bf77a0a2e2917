import type { Entity } from "../model/model.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { callback, chain, hang } from "../print/layout.ts";
import { access, literal } from "../print/text.ts";
import { writer } from "./cascade.ts";
import { type SqlDialect, toColumn } from "./conversion.ts";
import { ownerField } from "./owner.ts";
import { shownInMemory } from "./roles.ts";
import { rowsFile, rowVariable } from "./rows.ts";
import { bareParameters, callerIn, ownPredicate, parameters, rowParameters, statement } from "./sql-parts.ts";
import { ofTeams, seesTeam, teamParameter, teamValue } from "./teams.ts";
import { viewerParameters, viewerValues, visible } from "./viewer.ts";

const hiddenFile = "internal/core/database/hidden.ts";

/** When a row was deleted: a column, and no field, for whoever sees a row sees that it is there. */
export const deletedAt = "deleted_at";

const atTime = (dialect: SqlDialect, text: string): string => toColumn(dialect, { storage: "timestamp" }, text, false);
const timeType = (dialect: SqlDialect): string => (dialect === "sqlite" ? "string" : "Date");

/** Leaves out what is hidden: a line of every query but those that undelete and purge. */
export const notHidden = (entity: Entity): string[] => (entity.softDelete ? [`.where(${literal(deletedAt)}, "is", null)`] : []);

/** In the place of the statement that deletes: the one that hides, and those that bring back and purge. */
export function hidingStatements(dialect: SqlDialect, entity: Entity): Code {
  const table = literal(entity.table);
  const own = ownPredicate(entity);
  const hidden = `.where(${literal(deletedAt)}, "is not", null)`;
  const one = [`.where("id", "=", param.id)`, `.where("version", "=", param.expectedVersion)`];
  const update = `.updateTable(${table})`;
  const overdue = [
    `.selectFrom(${table})`,
    '.select("id")',
    `.where(${literal(deletedAt)}, "<", param.before)`,
    `.orderBy(${literal(deletedAt)})`,
    ".limit(param.limit)",
  ];
  const teams = teamParameter(dialect, entity);
  const marked = [...teams, "id: string", "expectedVersion: number", `${deletedAt}: ${timeType(dialect)}`];
  const parts = [
    statement("hideOne", parameters(entity, marked), [
      update,
      `.set({ ${deletedAt}: param.${deletedAt} })`,
      ...own,
      ...ofTeams(dialect, entity),
      ...notHidden(entity),
      ...one,
    ]),
    statement("findHidden", parameters(entity, [...viewerParameters(dialect, entity), "id: string"]), [
      `.selectFrom(${table})`,
      `.select(${entity.variable}Columns)`,
      ...own,
      hidden,
      ...visible(dialect, entity),
      `.where("id", "=", param.id)`,
    ]),
    statement("restoreOne", rowParameters(entity, ["expectedVersion: number", ...teams]), [
      update,
      `.set({ ${deletedAt}: null, updated_at: param.updated_at, version: param.version })`,
      ...own,
      ...ofTeams(dialect, entity),
      hidden,
      ...one,
    ]),
    statement("purgeSome", bareParameters([`before: ${timeType(dialect)}`, "limit: number"]), [
      `.deleteFrom(${table})`,
      code`.where${callback("(rows) =>", chain("rows", overdue), ['"id"', '"in"'])}`,
    ]),
  ];
  return join(parts, "\n");
}

/** What marks a row as deleted, beside its id and version: `deleted_at: timestamp()`. */
export const deletedNow = (dialect: SqlDialect): Code =>
  code`${deletedAt}: ${{ ...value("timestamp", rowsFile), text: atTime(dialect, "timestamp()") }}`;

/** Undelete and purge, in SQL. */
export function hidingMethods(dialect: SqlDialect, entity: Entity): Code[] {
  const name = literal(entity.name);
  const variable = rowVariable(entity);
  const next = callerIn(
    entity,
    [...teamValue(dialect, entity), "expectedVersion: row.version"],
    `...from${entity.name}(${variable})`,
    false,
    writer(entity),
  );
  const restored = code`${value("restored", hiddenFile)}(to${entity.name}(row))`;
  const clash = entity.unique.length > 0 ? ".catch(conflict)" : "";
  return [
    code`async undelete(ctx, id) {
  const row = await findHidden.first(ctx, ${callerIn(entity, [...viewerValues(dialect, entity), "id"], undefined, false, writer(entity))});
  if (row === undefined) throw ${value("notDeleted", hiddenFile)}(${name}, await existing(ctx, id));
  const ${variable} = ${restored};
  const next = ${next};
  ${value("changedOne", rowsFile)}(${name}, id, await restoreOne.run(ctx, next)${clash});
  return ${variable};
},`,
    code`purge: (ctx, before, limit) => purgeSome.run(ctx, { before: ${atTime(dialect, "before")}, limit }),`,
  ];
}

/** The table beside that in memory into which deleting moves a row. */
export const hiddenTable = (entity: Entity): Code =>
  code`const hidden = db.table<${type("Hidden", hiddenFile)}<${type(entity.name, `generated/${entity.domain}/types.gen.ts`)}>>(${literal(`${entity.name}, deleted`)}, []);`;

/** Deleting in memory: the row moves to what is hidden. */
export const hideInMemory = (entity: Entity): Code =>
  code`await hidden.insert(ctx, { id, row: ${rowVariable(entity)}, deletedAt: ${value("timestamp", rowsFile)}() });`;

/** Undelete and purge, in memory. */
export function hidingMethodsInMemory(entity: Entity): Code[] {
  const owner = ownerField(entity);
  const variable = rowVariable(entity);
  const found = owner === undefined ? "found === undefined" : code`found?.row${access(owner.name)} !== ${writer(entity)}`;
  return [
    code`undelete: (ctx, id) =>
  db.transact(ctx, async (ctx) => {
    const found = ${entity.roles ? code`(${shownInMemory(entity, code`[(await hidden.get(ctx, id)) ?? []].flat()`)})[0]` : "await hidden.get(ctx, id)"};
    ${hang(
      code`if (${join([found, ...seesTeam(entity, "found.row").map((sees) => code`!${sees}`)], " || ")})`,
      code`throw ${value("notDeleted", hiddenFile)}(${literal(entity.name)}, await existing(ctx, id));`,
    )}
    const ${variable} = ${value("restored", hiddenFile)}(found.row);
    await hidden.remove(ctx, id);
    await table.insert(ctx, ${variable});
    return ${variable};
  }),`,
    code`purge: (ctx, before, limit) => ${value("purgeInMemory", hiddenFile)}(ctx, db, hidden, before, limit),`,
  ];
}

/** The signatures of undelete and purge in the repository's interface. */
export function hidingSignatures(entity: Entity): Code[] {
  const context = type("Context", "internal/core/context/context.ts");
  const taken = entity.unique.length > 0 ? ", or when another has its unique values by now" : "";
  return [
    code`/** Brings back what was deleted. 404 when it is not there, 409 when it is not deleted${taken}. */
undelete(ctx: ${context}, id: string): Promise<${type(entity.name, `generated/${entity.domain}/types.gen.ts`)}>;`,
    code`/** Removes for good what was deleted before a time, whoever it belongs to, \`limit\` rows at the most; gives how many. */
purge(ctx: ${context}, before: ${type("Timestamp", "internal/core/database/lists.ts")}, limit: number): Promise<number>;`,
  ];
}
