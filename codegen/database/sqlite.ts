import { Kysely, SqliteDialect } from "kysely";
import type { Migration } from "./migrations.ts";

/** Runs the migrations on a SQLite database in memory, hands it to `work`, and closes it. */
export async function withSqlite<Result>(
  migrations: readonly Migration[],
  work: (db: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  const { default: Sqlite } = await import("better-sqlite3");
  const database = new Sqlite(":memory:");
  // As the platform does while it migrates.
  database.pragma("foreign_keys = OFF");
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  try {
    for (const { path, text } of migrations) {
      try {
        database.exec(text);
      } catch (cause) {
        throw new Error(`SQLite refuses ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
      }
    }
    return await work(db);
  } finally {
    await db.destroy();
  }
}
