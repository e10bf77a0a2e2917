import { setTimeout as sleep } from "node:timers/promises";
import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { Placeholders, SqlDatabase } from "../database/database.ts";
import type { Background } from "../modules/domain.ts";
import type { DispatcherParts } from "./dispatcher.ts";
import type { EventTables } from "./tables.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** Deletes events from before `cutoff` that no consumer waits for, `batch` at a time; returns how many. */
export function eventPruner(
  database: SqlDatabase<EventTables>,
): (ctx: Context, cutoff: Date, batch: number, signal?: AbortSignal) => Promise<number> {
  const deleteOld = database.statement((query, param: Placeholders<{ readonly cutoff: string; readonly limit: number }>) =>
    query.deleteFrom("core_events").where("position", "in", (inner) =>
      inner
        .selectFrom("core_events as old")
        .select("old.position")
        .where("old.time", "<", param.cutoff)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("core_deliveries as delivery").select("delivery.position").whereRef("delivery.position", "=", "old.position"),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom("core_dead_letters as letter").select("letter.position").whereRef("letter.position", "=", "old.position"))),
        )
        .orderBy("old.time")
        .limit(param.limit),
    ),
  );

  return async (ctx, cutoff, batch, signal) => {
    let deleted = 0;
    let count = batch;
    // Small batches: each is a transaction of its own, and others' writes go in between.
    while (count === batch && signal?.aborted !== true) {
      count = await deleteOld.run(acrossOrganizations(ctx), { cutoff: cutoff.toISOString(), limit: batch });
      deleted += count;
    }
    return deleted;
  };
}

/** Prunes events older than `retentionDays` about once an hour, until it is stopped. */
export function startRetention(parts: DispatcherParts, retentionDays: number): Background {
  const prune = eventPruner(parts.database);
  const stopping = new AbortController();
  const ctx = parts.system("events", "");

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      // Waiting first keeps it away from start-up; the jitter keeps replicas apart.
      await sleep(hour * (0.75 + Math.random() / 2), undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        const deleted = await prune(ctx, new Date(parts.now().getTime() - retentionDays * day), 500, stopping.signal);
        if (deleted > 0) parts.log.info({ deleted }, "Old events were pruned.");
      } catch (err) {
        parts.log.error({ err }, "Old events could not be pruned; it is tried again in an hour.");
      }
    }
  }

  const done = work();
  return {
    stop() {
      stopping.abort();
      return done;
    },
  };
}
