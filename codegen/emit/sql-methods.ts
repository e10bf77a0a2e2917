import type { Json } from "../model/json-schema.ts";
import type { Entity, Field, Method } from "../model/model.ts";
import { type Code, code, join, value } from "../print/code.ts";
import { args } from "../print/layout.ts";
import { access, literal, propertyName } from "../print/text.ts";
import { inPlace } from "./cascade.ts";
import { type SqlDialect, toColumn } from "./conversion.ts";
import { argument, methodFields } from "./repository.ts";
import { notHidden } from "./soft-delete.ts";
import { callerIn, parameters, statement } from "./sql-parts.ts";
import { viewerParameters, viewerValues, visible } from "./viewer.ts";

/** The statement of an extra repository method. */
export function extraStatement(dialect: SqlDialect, entity: Entity, method: Method): Code {
  const compared = methodFields(entity, method);
  const viewer = method.across ? [] : viewerParameters(dialect, entity);
  const compares = compared.map((field) => `${propertyName(field.column)}: ${columnType(dialect, field)}`);
  const scoped = !method.across && entity.scope !== "global";
  const taken = compared.length + viewer.length > 0 || scoped ? parameters(entity, [...viewer, ...compares], method.across) : undefined;
  const clauses = [
    `.selectFrom(${literal(entity.table)})`,
    method.returns === "count" ? `.select((eb) => eb.fn.countAll<number>().as("count"))` : `.select(${entity.variable}Columns)`,
    ...(scoped ? inPlace(entity) : []),
    ...notHidden(entity),
    ...(method.across ? [] : visible(dialect, entity)),
    ...compared.map((field) => `.where(${literal(field.column)}, "=", param${access(field.column)})`),
    ...method.where.map((condition) => fixed(dialect, entity, condition)),
    ...(method.returns === "many" ? order(entity, method) : []),
  ];
  return statement(`${method.name}Query`, taken, clauses);
}

/** The method itself: `row` by `row`, converted in one place. */
export function extraMethod(dialect: SqlDialect, entity: Entity, method: Method): Code {
  const compared = methodFields(entity, method);
  const values = compared.map((field) => {
    const given = toColumn(dialect, field, argument(field), false);
    return given === field.column ? given : `${propertyName(field.column)}: ${given}`;
  });
  const reach =
    method.across && entity.scope !== "global"
      ? code`${value("acrossOrganizations", "internal/core/context/across-organizations.ts")}(ctx)`
      : "ctx";
  const call = args([
    reach,
    callerIn(entity, [...(method.across ? [] : viewerValues(dialect, entity)), ...values], undefined, method.across),
  ]);
  const head = code`async ${method.name}(${join(["ctx", ...compared.map(argument)], ", ")})`;
  switch (method.returns) {
    case "one":
      return code`${head} {
  const row = await ${method.name}Query.first${call};
  return row && to${entity.name}(row);
},`;
    case "many":
      return code`${head} {
  const rows = await ${method.name}Query.all${call};
  return rows.map(to${entity.name});
},`;
    case "count":
      return code`${head} {
  const row = await ${method.name}Query.first${call};
  return row?.count ?? 0;
},`;
  }
}

/**
 * By the first field that lists sort by, else by age; nulls last, and the id breaks ties, so that all databases agree. Where all rows
 * that are asked for have that field in common, by the id alone: then none.
 */
export function orderField(entity: Entity, { by, where }: Method): Field | undefined {
  const name = entity.sort[0];
  const field = entity.fields.find((candidate) => (name === undefined ? candidate.server === "createdAt" : candidate.name === name));
  if (field === undefined) throw new Error(`${entity.name} has no ${name ?? "time of creation"} to be ordered by.`);
  return [...by, ...where.map((condition) => condition.field)].includes(field.name) ? undefined : field;
}

function order(entity: Entity, method: Method): string[] {
  const field = orderField(entity, method);
  if (field === undefined) return [`.orderBy("id")`];
  return [`.orderBy(${literal(field.column)}${field.nullable ? ", (order) => order.asc().nullsLast()" : ""})`, `.orderBy("id")`];
}

function fixed(dialect: SqlDialect, entity: Entity, { field: name, value }: { field: string; value: Json }): string {
  const field = entity.fields.find((candidate) => candidate.name === name);
  const column = literal(field?.column ?? name);
  if (value === null) return `.where(${column}, "is", null)`;
  const stored = typeof value === "boolean" && dialect === "sqlite" ? Number(value) : value;
  if (field?.storage === "timestamp" && dialect === "postgres") return `.where(${column}, "=", new Date(${literal(stored)}))`;
  return `.where(${column}, "=", ${literal(stored)})`;
}

function columnType(dialect: SqlDialect, field: Field): string {
  switch (field.storage) {
    case "integer":
    case "bigint":
    case "real":
      return "number";
    case "boolean":
      return dialect === "sqlite" ? "number" : "boolean";
    case "timestamp":
      return dialect === "sqlite" ? "string" : "Date";
    default:
      return "string";
  }
}
