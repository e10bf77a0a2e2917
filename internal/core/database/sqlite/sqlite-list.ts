import { type SqlBool, sql } from "kysely";
import type { ListDialect } from "../list-conditions.ts";

export const sqliteList: ListDialect = {
  text: (name) => sql.ref(name),
  contains: (column, value) => sql<SqlBool>`instr(lower(${column}), ${value}) > 0`,
  among: (column, value) => sql<SqlBool>`${column} in (select value from json_each(${value}))`,
  searched: (table, value) => {
    const index = sql.table(`${table}_search`);
    return sql<SqlBool>`"search_row" in (select rowid from ${index} where ${index} match ${value})`;
  },
  // Words have only letters, digits and the sign of marks in them: nothing ends the quotes.
  searchValue: ({ terms, marks }) =>
    terms.map(({ word, prefix }) => `(${marks.map((mark) => `"${mark}${word}"${prefix ? "*" : ""}`).join(" OR ")})`).join(" AND "),
  number: (value) => value,
  listValue: (values) => JSON.stringify(values),
  sortValue: (value, order) => (order.column?.type === "boolean" && value !== null ? value === 1 : (value as string | number | null)),
};
