import { setTimeout as sleep } from "node:timers/promises";
import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { Timestamp } from "../database/lists.ts";
import type { Background, Core } from "../modules/domain.ts";

const hour = 3_600_000;
const day = 24 * hour;
const batch = 500;

/** A repository whose deleted rows are hidden, until they are purged. */
export interface Purgeable {
  /** Removes up to `limit` rows that were deleted before a time, whoever they belong to; gives how many. */
  purge(ctx: Context, before: Timestamp, limit: number): Promise<number>;
}

/** Repositories by the name of their entity, those first whose rows belong to rows of others. */
export type Purges = Readonly<Record<string, Purgeable>>;

/** Purges what was deleted before `before`, in small batches, so that others' writes go in between; gives how many rows by entity. */
export async function purgeOnce(ctx: Context, purges: Purges, before: Date, signal?: AbortSignal): Promise<ReadonlyMap<string, number>> {
  const purged = new Map<string, number>();
  for (const [entity, repository] of Object.entries(purges)) {
    let count = batch;
    let total = 0;
    while (count === batch && signal?.aborted !== true) {
      count = await repository.purge(ctx, before.toISOString(), batch);
      total += count;
    }
    if (total > 0) purged.set(entity, total);
  }
  return purged;
}

/** Purges what was deleted more than `afterDays` ago, about once an hour, until it is stopped. */
export function startPurge({ log, now, system }: Pick<Core, "log" | "now" | "system">, purges: Purges, afterDays: number): Background {
  const stopping = new AbortController();
  const ctx = acrossOrganizations(system("purge", ""));

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      // Waiting first keeps it away from start-up; the jitter keeps replicas apart.
      await sleep(hour * (0.75 + Math.random() / 2), undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        const purged = await purgeOnce(ctx, purges, new Date(now().getTime() - afterDays * day), stopping.signal);
        if (purged.size > 0) log.info({ purged: Object.fromEntries(purged) }, "Deleted rows were purged.");
      } catch (err) {
        log.error({ err }, "Deleted rows could not be purged; it is tried again in an hour.");
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
