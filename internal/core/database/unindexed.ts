import { type RawBuilder, sql } from "kysely";
import type { SqlDatabase } from "./database.ts";

/**
 * A column that SQLite shall not look rows up by, in a statement that names them by a better key. Without statistics it takes every
 * value to have ten rows, and would go through all rows of an organization for those that a list names by their ids.
 * SQLite, "The SQLite Query Optimizer Overview", 8.3: unary plus.
 */
export function unindexed({ dialect }: Pick<SqlDatabase<unknown>, "dialect">, column: string): RawBuilder<string> {
  return dialect === "sqlite" ? sql`+${sql.ref(column)}` : sql.ref(column);
}
