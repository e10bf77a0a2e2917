import { type SqlBool, sql } from "kysely";
import type { ListDialect } from "../list-statement.ts";

export const sqliteList: ListDialect = {
  text: (name) => sql.ref(name),
  contains: (column, value) => sql<SqlBool>`instr(lower(${column}), ${value}) > 0`,
  among: (column, value) => sql<SqlBool>`${column} in (select value from json_each(${value}))`,
  number: (value) => value,
  listValue: (values) => JSON.stringify(values),
  sortValue: (value, order) => (order.column?.type === "boolean" && value !== null ? value === 1 : (value as string | number | null)),
};
