import { type SqlBool, sql } from "kysely";
import type { ListDialect } from "../list-conditions.ts";

export const postgresList: ListDialect = {
  text: (name) => sql`${sql.ref(name)} collate "C"`,
  contains: (column, value) => sql<SqlBool>`strpos(lower(${column}), ${value}) > 0`,
  among: (column, value) => sql<SqlBool>`${column} = any(${value})`,
  searched: (_, value) => sql<SqlBool>`"search_words" @@ cast(${value} as tsquery)`,
  // Words have only letters, digits and the sign of marks in them: nothing ends the quotes, and no dictionary is asked.
  searchValue: ({ terms, marks }) =>
    terms.map(({ word, prefix }) => `(${marks.map((mark) => `'${mark}${word}'${prefix ? ":*" : ""}`).join(" | ")})`).join(" & "),
  // Without a cast the parameter takes the column's type, and 1.5 against an integer would be an error instead of an answer.
  number: (value, { whole, list }) => sql`cast(${value} as ${sql.raw(whole ? "bigint" : "double precision")}${sql.raw(list ? "[]" : "")})`,
  listValue: (values) => values,
  sortValue: (value) => (value instanceof Date ? value.toISOString() : (value as string | number | boolean | null)),
};
