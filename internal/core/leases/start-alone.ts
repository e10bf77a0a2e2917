import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "../context/context.ts";
import type { Background } from "../modules/domain.ts";
import type { LeaseStore } from "./lease-store.ts";

export interface AloneSettings {
  /** How long the lease lasts when its holder is gone. */
  readonly leaseMilliseconds: number;
  /** About how often the holder prolongs it, and the others look whether it is free. */
  readonly beatMilliseconds: number;
}

/** Another takes over at the latest 5 s after the holder has gone. */
export const aloneDefaults: AloneSettings = { leaseMilliseconds: 3_500, beatMilliseconds: 1_150 };

/**
 * Does `work` while this process holds the lease `name`, and stops it when it does not know any more that it holds it. Processes that
 * want the same lease wait for it. A process that was paused may go on for a moment before it notices: what it does must bear that.
 */
export function startAlone(
  leases: LeaseStore,
  ctx: Context,
  name: string,
  work: () => Background | Promise<Background>,
  settings: AloneSettings = aloneDefaults,
): Background {
  const holder = randomUUID();
  const stopping = new AbortController();
  let working: Background | undefined;
  let heldUntil = 0;

  /** Whether this process holds the lease, going by its own clock while the database does not answer. */
  async function isHeld(): Promise<boolean> {
    const asked = performance.now();
    const { leaseMilliseconds: milliseconds } = settings;
    try {
      const held = await leases.take({ ...ctx, signal: AbortSignal.timeout(milliseconds) }, { name, holder, milliseconds });
      heldUntil = held ? asked + milliseconds : 0;
    } catch (err) {
      ctx.log.warn({ err, lease: name }, "The lease could not be asked for; it is tried again soon.");
    }
    return performance.now() < heldUntil;
  }

  async function beat(): Promise<void> {
    const held = await isHeld();
    if (held && working === undefined) {
      ctx.log.info({ lease: name }, "This process does now what one does for all.");
      working = await work();
    } else if (!held && working !== undefined) {
      ctx.log.warn({ lease: name }, "Another process has taken over what one does for all.");
      await end();
    }
  }

  async function end(): Promise<void> {
    const ended = working;
    working = undefined;
    await ended?.stop();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await beat().catch((err) => ctx.log.error({ err, lease: name }, "What one process does for all could not be begun or ended."));
      const pause = settings.beatMilliseconds * (0.75 + Math.random() / 2);
      await sleep(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
    await end();
    await leases
      .release(ctx, { name, holder })
      .catch((err) => ctx.log.warn({ err, lease: name }, "A lease was not released; it runs out."));
  }

  const done = run();
  return {
    stop() {
      stopping.abort();
      return done;
    },
  };
}
