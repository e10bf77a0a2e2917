import { type AliasedRawBuilder, type Kysely, type RawBuilder, sql } from "kysely";
import type { Placeholders, SqlDatabase, Statement } from "./database.ts";

/** What a column of bound rows holds; `json` and `time` are texts where they are bound. */
export type JsonColumn = "text" | "integer" | "boolean" | "time" | "json";

const postgresTypes: Readonly<Record<JsonColumn, string>> = {
  text: "text",
  integer: "bigint",
  boolean: "boolean",
  time: "timestamptz",
  json: "text",
};

/**
 * A table made of one parameter, which is a JSON array of objects with these columns: any number of rows is inserted, updated or deleted
 * by one statement that is prepared once. The first column is a text that every row has; what else a row lacks is null.
 */
export function jsonRows<Row>(
  { dialect }: Pick<SqlDatabase<unknown>, "dialect">,
  parameter: string,
  columns: Readonly<Record<keyof Row & string, JsonColumn>>,
): AliasedRawBuilder<Row, "given"> {
  const names = Object.entries<JsonColumn>(columns);
  return (dialect === "postgres" ? postgresRows(parameter, names) : sqliteRows(parameter, names)).as<"given">(sql.ref("given")) as never;
}

type Names = readonly (readonly [name: string, column: JsonColumn])[];

function postgresRows(parameter: string, names: Names): RawBuilder<unknown> {
  const selected = names.map(([name, column]) => (column === "json" ? sql`${sql.ref(name)}::jsonb as ${sql.ref(name)}` : sql.ref(name)));
  const typed = names.map(([name, column]) => sql`${sql.ref(name)} ${sql.raw(postgresTypes[column])}`);
  // Postgres takes any JSON for 100 rows, and would read all of a table of some thousands to join them. What is told here is always true
  // and, as it believes, rare: it expects one row, and looks each up by index.
  const [[first] = [""]] = names;
  const always = sql`${sql.ref(first)} = ${sql.ref(first)} || ''`;
  return sql`(select ${sql.join(selected)} from json_to_recordset(${parameter}::json) as rows (${sql.join(typed)}) where ${always})`;
}

function sqliteRows(parameter: string, names: Names): RawBuilder<unknown> {
  const selected = names.map(([name]) => sql`value ->> ${sql.lit(name)} as ${sql.ref(name)}`);
  return sql`(select ${sql.join(selected)} from json_each(${parameter}))`;
}

/** A statement that inserts the rows of its one parameter, which name the columns of the table. */
export function insertRows<Tables, Table extends keyof Tables & string>(
  database: SqlDatabase<Tables>,
  table: Table,
  columns: Readonly<Record<string, JsonColumn>>,
): Statement<{ readonly rows: string }, never> {
  const names = Object.keys(columns);
  return database.statement((query, param: Placeholders<{ readonly rows: string }>) => {
    const given = jsonRows<Record<string, unknown>>(database, param.rows, columns);
    // The columns are checked against the table by whoever runs the statement: they come as data.
    const untyped = query as unknown as Kysely<Record<string, Record<string, unknown>>>;
    return untyped
      .insertInto(table)
      .columns(names)
      .expression((inner) => inner.selectFrom(given).select(names)) as never;
  });
}
