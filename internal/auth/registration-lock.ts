import { sql } from "kysely";
import type { AuthSqliteTables } from "../../generated/auth/tables.gen.ts";
import type { Context } from "../core/context/context.ts";
import type { Database, SqlDatabase } from "../core/database/database.ts";

/** Any number that nothing else takes an advisory lock of. */
const lockNumber = 4_871_201;

/**
 * Waits inside a transaction until no other one that waited here is open: what it then reads, nobody changes before it ends.
 * SQLite and the memory have one writer at a time anyway.
 */
export function registrationLock(database: Database): (ctx: Context) => Promise<void> {
  if (database.dialect !== "postgres") return async () => {};
  const lock = (database as SqlDatabase<AuthSqliteTables>).statement((query) =>
    query.selectNoFrom(sql`pg_advisory_xact_lock(${sql.lit(lockNumber)})`.as("locked")),
  );
  return async (ctx) => {
    await lock.first(ctx, {});
  };
}
