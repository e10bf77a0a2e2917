import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { Context } from "../context/context.ts";
import { waitedForLock } from "./postgres/connections.ts";
import type { PostgresDatabase } from "./postgres/postgres-database.ts";

/** Any number; whoever migrates this platform on Postgres takes the advisory lock of this number. */
const lockNumber = 4_729_118;

/** How long DDL waits for a lock: behind it wait all who want the table. It is tried again, so that they get their turn. */
const lockSeconds = 3;
const mostTries = 40;

const settings = `set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = '${lockSeconds}s';
  select set_config('archwright.reach', 'all', true)`;

/** Another process migrates. */
class Taken extends Error {}

/**
 * Runs `work` in a transaction while no other process does so on this database. Who waits for its turn asks now and then instead of being
 * queued: a transaction that waits would hold up whoever builds an index concurrently. When a table's lock could not be had in time, all
 * of it is rolled back and done again. Where policies keep rows apart, the owner's statements reach all of them.
 */
export async function migrateAlone<Tables, Result>(
  database: PostgresDatabase<Tables>,
  ctx: Context,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const tryLock = database.statement<object, { readonly locked: boolean }>((query) =>
    query.selectNoFrom(sql<boolean>`pg_try_advisory_xact_lock(${sql.lit(lockNumber)})`.as("locked")),
  );
  for (let tries = 1; ; ) {
    try {
      return await database.transact(ctx, async (inner) => {
        await database.script(inner, settings);
        if ((await tryLock.first(inner, {}))?.locked !== true) throw new Taken();
        return await work(inner);
      });
    } catch (error) {
      if (error instanceof Taken) await pause(50 + Math.random() * 100);
      else if (waitedForLock(error) && tries < mostTries) {
        tries++;
        ctx.log.warn({ err: error, tries }, "A migration waits for a table that others use; it is tried again.");
        await pause(500 + Math.random() * 1000);
      } else throw error;
    }
  }
}
