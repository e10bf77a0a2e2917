import type { Database } from "../database/database.ts";
import { PostgresDatabase } from "../database/postgres/postgres-database.ts";
import { SqliteDatabase } from "../database/sqlite/sqlite-database.ts";
import { testContext } from "./context.ts";
import { asOwner } from "./test-databases.ts";

/** Runs statements that make a test's own tables. */
export async function createTables(database: Database, sql: string): Promise<void> {
  if (!(database instanceof SqliteDatabase || database instanceof PostgresDatabase))
    throw new Error("Only databases that speak SQL have tables to create.");
  if (await asOwner(database, sql)) return;
  await database.transact(testContext(), (ctx) => database.script(ctx, sql));
}
