import type { ColumnType } from "kysely";
import type { Context } from "../context/context.ts";
import type { Placeholders, SqlDatabase } from "../database/database.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { take } from "./sliding-window.ts";

/** The table of sql/core/0004_rate_limits. */
export interface RateLimitTables {
  core_rate_limits: {
    readonly key: string;
    /** JSON: the times of the calls that count, the oldest first. */
    readonly calls: string;
    readonly expires_at: ColumnType<number | string, number, number>;
  };
}

export interface DatabaseRateLimiter extends RateLimiter {
  /** Deletes what no longer counts; returns how many callers that were. */
  prune(ctx: Context): Promise<number>;
}

/** Counts in the database: one count for all replicas. `system` gives the context that it reads and writes in. */
export function databaseRateLimiter(database: SqlDatabase<RateLimitTables>, system: () => Context, now: () => number): DatabaseRateLimiter {
  // An insert that finds its row locks it: whoever comes meanwhile waits for the count.
  const lock = database.statement((query, param: Placeholders<{ readonly key: string; readonly expires: number }>) =>
    query
      .insertInto("core_rate_limits")
      .values({ key: param.key, calls: "[]", expires_at: param.expires })
      .onConflict((on) => on.column("key").doUpdateSet({ key: param.key }))
      .returning("calls"),
  );
  const keep = database.statement(
    (query, param: Placeholders<{ readonly key: string; readonly calls: string; readonly expires: number }>) =>
      query.updateTable("core_rate_limits").set({ calls: param.calls, expires_at: param.expires }).where("key", "=", param.key),
  );
  const drop = database.statement((query, param: Placeholders<{ readonly now: number }>) =>
    query.deleteFrom("core_rate_limits").where("expires_at", "<", param.now),
  );

  return {
    take: (key, rate) =>
      database.transact(system(), async (ctx) => {
        const time = now();
        const expires = time + rate.windowSeconds * 1000;
        const row = await lock.first(ctx, { key, expires });
        const { calls, quota } = take(JSON.parse(row?.calls ?? "[]") as number[], time, rate);
        if (quota.allowed) await keep.run(ctx, { key, calls: JSON.stringify(calls), expires });
        return quota;
      }),
    prune: (ctx) => drop.run(ctx, { now: now() }),
  };
}
