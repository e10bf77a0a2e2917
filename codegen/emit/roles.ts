import type { Entity } from "../model/model.ts";
import type { Operation } from "../model/operation.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { literal } from "../print/text.ts";
import { ownOnly } from "./cascade.ts";
import type { SqlDialect } from "./conversion.ts";
import { rowVariable } from "./rows.ts";
import { bareParameters, statement } from "./sql-parts.ts";

const accessFile = "internal/core/database/access.ts";
const context = type("Context", "internal/core/context/context.ts");
const accessType = type("Access", accessFile);

/** The table that says which roles see a row. */
export const rolesTable = ({ table }: Pick<Entity, "table">): string => `${table}_roles`;

const fromDialect = (dialect: SqlDialect, name: string): Code => value(name, `internal/core/database/${dialect}/among.ts`);

/** Leaves out what none of the caller's roles shows; no line where roles have no say. */
export function shown(dialect: SqlDialect, entity: Entity): Code[] {
  if (!entity.roles) return [];
  return [
    code`.where(({ exists, not, or, selectFrom }) => {
  const allowed = selectFrom(${literal(`${rolesTable(entity)} as allowed`)}).select("allowed.role").whereRef("allowed.row_id", "=", ${literal(`${entity.table}.id`)});
  return or([not(exists(allowed)), exists(allowed.where(${fromDialect(dialect, "among")}("allowed.role", param.callerRoles)))]);
})`,
  ];
}

/** The parameter of the predicate above. */
export const roleParameter = (dialect: SqlDialect, entity: Entity): string[] =>
  entity.roles ? [`callerRoles: ${dialect === "sqlite" ? "string" : "readonly string[]"}`] : [];

/** Its value. */
export const roleValue = (dialect: SqlDialect, entity: Entity): Code[] =>
  entity.roles ? [code`callerRoles: ${fromDialect(dialect, "boundList")}(${value("callerRoles", accessFile)}(ctx))`] : [];

/** Reads and writes which roles see a row. */
export function roleStatements(dialect: SqlDialect, entity: Entity): Code {
  const table = literal(rolesTable(entity));
  const locked = dialect === "postgres" ? [".forUpdate()"] : [];
  const byId = bareParameters(["id: string"]);
  const parts = [
    statement("lockOne", byId, [`.selectFrom(${literal(entity.table)})`, '.select("id")', '.where("id", "=", param.id)', ...locked]),
    statement("rolesOf", byId, [`.selectFrom(${table})`, '.select("role")', '.where("row_id", "=", param.id)']),
    statement("clearRoles", byId, [`.deleteFrom(${table})`, '.where("row_id", "=", param.id)']),
    statement("allowRole", bareParameters(["id: string", "role: string"]), [
      `.insertInto(${table})`,
      ".values({ row_id: param.id, role: param.role })",
    ]),
  ];
  return join(parts, "\n");
}

/** The methods of the repository that read and set who sees a row, in SQL. */
export function roleMethods(entity: Entity): Code[] {
  const row = rowVariable(entity);
  const own = ownOnly(entity, row);
  const found = own.length === 0 ? code`await existing(ctx, id);` : code`const ${row} = await existing(ctx, id);`;
  return [
    code`async access(ctx, id) {
  await existing(ctx, id);
  const rows = await rolesOf.all(ctx, { id });
  return ${value("accessOf", accessFile)}(rows.map(({ role }) => role));
},`,
    code`setAccess: (ctx, id, access) =>
  db.transact(ctx, async (ctx) => {
    ${[found, ...own, code`${value("checkAccess", accessFile)}(ctx, access);`]}
    await lockOne.first(ctx, { id });
    await clearRoles.run(ctx, { id });
    const roles = ${value("keptRoles", accessFile)}(access);
    for (const role of roles) await allowRole.run(ctx, { id, role });
    return ${value("accessOf", accessFile)}(roles);
  }),`,
  ];
}

/** The table of roles beside that in memory. */
export const memoryRoles = (entity: Entity): Code =>
  code`const allowed = db.table<${type("AllowedRoles", accessFile)}>(${literal(`${entity.name}, roles`)}, []);`;

/** Rows in memory without those that none of the caller's roles shows. */
export const shownInMemory = (entity: Entity, rows: Code): Code =>
  entity.roles ? code`await ${value("permitted", accessFile)}(ctx, allowed, ${rows})` : rows;

/** The same methods, in memory. */
export function memoryRoleMethods(entity: Entity): Code[] {
  const row = rowVariable(entity);
  const own = ownOnly(entity, row);
  const found = own.length === 0 ? code`await existing(ctx, id);` : code`const ${row} = await existing(ctx, id);`;
  return [
    code`async access(ctx, id) {
  await existing(ctx, id);
  const kept = await allowed.get(ctx, id);
  return ${value("accessOf", accessFile)}(kept?.roles ?? []);
},`,
    code`setAccess: (ctx, id, access) =>
  db.transact(ctx, async (ctx) => {
    ${[found, ...own, code`${value("checkAccess", accessFile)}(ctx, access);`]}
    await ${value("allow", accessFile)}(ctx, allowed, id, access);
    return ${value("accessOf", accessFile)}(${value("keptRoles", accessFile)}(access));
  }),`,
  ];
}

/** Their signatures. */
export const roleSignatures = (): Code[] => [
  code`/** Who sees a row. 404 when the caller does not. */
access(ctx: ${context}, id: string): Promise<${accessType}>;`,
  code`/** Says who sees a row. 404 when the caller does not, 422 when the caller would not any more. */
setAccess(ctx: ${context}, id: string, access: ${accessType}): Promise<${accessType}>;`,
];

/** The defaults of the operations that read and set it. */
export const roleMethod = (entity: Entity, { id, crud }: Operation): Code =>
  crud?.kind === "access"
    ? code`${id}: (ctx, id) => ${entity.pluralVariable}.access(ctx, id)`
    : code`${id}: (ctx, id, access) => ${entity.pluralVariable}.setAccess(ctx, id, access)`;
