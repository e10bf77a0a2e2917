import { hash } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "../context/context.ts";
import type { Database, Placeholders, SqlDatabase } from "./database.ts";

/** Waits inside the transaction of `ctx` until no other one that waited for the same name is open. */
export type NamedLock = (ctx: Context, name: string) => Promise<void>;

/**
 * For rules over several rows, which no lock of one row keeps: what a transaction reads after it waited, nobody else who waits changes
 * before it ends. SQLite and the memory have one writer at a time anyway.
 */
export function namedLock(database: Database): NamedLock {
  if (database.dialect !== "postgres") return async () => {};
  const lock = (database as SqlDatabase<object>).statement((query, param: Placeholders<{ readonly key: string }>) =>
    query.selectNoFrom(sql`pg_advisory_xact_lock(${param.key}::bigint)`.as("locked")),
  );
  return async (ctx, name) => {
    await lock.first(ctx, { key: keyOf(name) });
  };
}

/** Postgres locks numbers of 64 bits. Two names of one number would wait for each other, and nothing worse. */
const keyOf = (name: string): string =>
  Buffer.from(hash("sha256", name, "hex"), "hex")
    .readBigInt64BE()
    .toString();
