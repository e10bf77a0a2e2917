import type { Entity } from "../model/model.ts";
import { type Code, code, type, value } from "../print/code.ts";
import { access, literal, propertyName } from "../print/text.ts";
import { artifact } from "./artifact.ts";
import { ownOnly } from "./cascade.ts";
import type { SqlDialect } from "./conversion.ts";
import { stateType, timesOut } from "./machine-rows.ts";
import { changeNamesActor, remade } from "./made.ts";
import { rowsFile, rowVariable } from "./rows.ts";
import { notHidden } from "./soft-delete.ts";
import { bareParameters, callerIn, ownPredicate, rowParameters, statement } from "./sql-parts.ts";
import { ofTeams, teamParameter, teamValue } from "./teams.ts";

const context = type("Context", "internal/core/context/context.ts");
const timestamp = type("Timestamp", "internal/core/database/lists.ts");
const own = (entity: Entity, name: string): Code => type(name, artifact(entity.domain, "types"));
const moved = (entity: Entity): Code => value(`moved${entity.name}`, artifact(entity.domain, "rows"));

const arguments_ = (entity: Entity): string => (timesOut(entity) ? "before, state, timesOutAt" : "before, state");
const movedArguments = (entity: Entity): string => `${changeNamesActor(entity) ? "ctx, " : ""}${arguments_(entity)}`;

/** What the repository of an entity with a machine offers beside the rest. */
export function machineSignatures(entity: Entity): readonly Code[] {
  if (entity.machine === undefined) return [];
  const row = own(entity, entity.name);
  const until = timesOut(entity) ? code`, timesOutAt: ${timestamp} | null` : "";
  const move = code`/** For the machine alone: the row's next version, in this state. 412 when \`before\` is no longer its version. */
move(ctx: ${context}, before: ${row}, state: ${stateType(entity)}${until}): Promise<${row}>;`;
  if (!timesOut(entity)) return [move];
  return [
    move,
    code`/** Whoever they belong to: rows whose state has timed out by then, the earliest first. */
overdue(ctx: ${context}, until: ${timestamp}, limit: number): Promise<${row}[]>;`,
  ];
}

/** What a transition changes of a row, beside what every change makes anew. */
const movedBy = ["updatedAt", "version", "state", "timesOutAt"] as const;

export function machineStatements(dialect: SqlDialect, entity: Entity): readonly Code[] {
  if (entity.machine === undefined) return [];
  const made = remade(entity);
  const columns = entity.fields
    .filter((field) => made.includes(field) || movedBy.some((server) => server === field.server))
    .map(({ column }) => column);
  const move = statement("moveOne", rowParameters(entity, ["expectedVersion: number", ...teamParameter(dialect, entity)]), [
    `.updateTable(${literal(entity.table)})`,
    code`.set({\n  ${columns.map((column) => `${propertyName(column)}: param${access(column)},`)}\n})`,
    ...ownPredicate(entity),
    ...ofTeams(dialect, entity),
    ...notHidden(entity),
    `.where("id", "=", param.id)`,
    `.where("version", "=", param.expectedVersion)`,
  ]);
  if (!timesOut(entity)) return [move];
  return [
    move,
    statement("overdueRows", bareParameters([`until: ${dialect === "postgres" ? "Date" : "string"}`, "limit: number"]), [
      `.selectFrom(${literal(entity.table)})`,
      `.select(${entity.variable}Columns)`,
      ...notHidden(entity),
      `.where("times_out_at", "<=", param.until)`,
      `.orderBy("times_out_at")`,
      ".limit(param.limit)",
    ]),
  ];
}

export function machineMethods(dialect: SqlDialect, entity: Entity): readonly Code[] {
  if (entity.machine === undefined) return [];
  const { name } = entity;
  const variable = rowVariable(entity);
  const move = code`async move(ctx, ${arguments_(entity)}) {
  ${[...ownOnly(entity, "before"), code`const ${variable} = ${moved(entity)}(${movedArguments(entity)});`]}
  const row = ${callerIn(entity, [...teamValue(dialect, entity), "expectedVersion: before.version"], `...from${name}(${variable})`)};
  ${value("changedOne", rowsFile)}(${literal(name)}, before.id, await moveOne.run(ctx, row));
  return ${variable};
},`;
  if (!timesOut(entity)) return [move];
  const until = dialect === "postgres" ? "until: new Date(until)" : "until";
  return [
    move,
    code`async overdue(ctx, until, limit) {
  const rows = await overdueRows.all(ctx, { ${until}, limit });
  return rows.map(to${name});
},`,
  ];
}

export function memoryMachineMethods(entity: Entity): readonly Code[] {
  if (entity.machine === undefined) return [];
  const { name } = entity;
  const variable = rowVariable(entity);
  const move = code`move: (ctx, ${arguments_(entity)}) =>
  db.transact(ctx, async (ctx) => {
    const current = await find(ctx, before.id);
    ${value("changedOne", rowsFile)}(${literal(name)}, before.id, Number(current?.version === before.version));
    ${[...ownOnly(entity, "before"), code`const ${variable} = ${moved(entity)}(${movedArguments(entity)});`]}
    await table.replace(ctx, ${variable});
    return ${variable};
  }),`;
  if (!timesOut(entity)) return [move];
  return [
    move,
    code`async overdue(ctx, until, limit) {
  const rows = (await table.all(ctx)).filter((row) => row.timesOutAt !== null && row.timesOutAt <= until);
  return ${value("ordered", "internal/core/database/ordered.ts")}(rows, "timesOutAt").slice(0, limit);
},`,
  ];
}
