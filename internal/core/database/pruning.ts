import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "../context/context.ts";
import type { Background } from "../modules/domain.ts";

/** Something that grows with use. */
export interface Prunable {
  /** For the log, in the plural. */
  readonly name: string;
  /** Deletes what is no longer needed; returns how many rows. */
  prune(ctx: Context): Promise<number>;
}

const hour = 3_600_000;

/** Prunes each about once an hour, until it is stopped. A failure is logged, and tried again an hour later. */
export function startPruning(all: readonly Prunable[], ctx: Context): Background {
  const stopping = new AbortController();

  async function work(): Promise<void> {
    for (;;) {
      // Waiting first keeps it away from start-up; the jitter keeps replicas apart.
      await sleep(hour * (0.75 + Math.random() / 2), undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return;
      for (const one of all) await pruneOne(one, ctx);
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

async function pruneOne({ name, prune }: Prunable, ctx: Context): Promise<void> {
  try {
    const deleted = await prune(ctx);
    if (deleted > 0) ctx.log.info({ deleted }, `Old ${name} were pruned.`);
  } catch (err) {
    ctx.log.error({ err }, `Old ${name} could not be pruned; it is tried again in an hour.`);
  }
}
