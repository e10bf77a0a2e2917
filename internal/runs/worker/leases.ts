import type { Engine } from "../engine.ts";
import { type Held, keyOf } from "./held.ts";

/** The leases of one worker. */
export interface Leases {
  /** Tells the steps under way whose runs are being cancelled. */
  heedCancelled(): Promise<void>;
  stop(): Promise<void>;
}

interface Holding {
  readonly worker: string;
  readonly holding: ReadonlyMap<string, Held>;
  readonly milliseconds: number;
}

/**
 * Renews all leases of a worker together, three times before one runs out. A step whose lease is lost is stopped; a lease that belongs
 * to no step of the worker is let go, so that it does not live for ever.
 */
export function leases({ parts, attempts, rows }: Engine, { worker, holding, milliseconds }: Holding): Leases {
  const { core } = parts;
  const own = core.system("worker", "");
  let strays: ReadonlySet<string> = new Set();
  let confirmed = core.now().getTime();
  let under: Promise<void> | undefined;

  async function renew(): Promise<void> {
    const before = [...holding];
    const now = core.now().getTime();
    try {
      const kept = await attempts.renew(own, { worker, until: now + milliseconds });
      confirmed = now;
      const keptKeys = new Set(kept.map(keyOf));
      // One that is being written down is not held any more, and its turn may go on with another.
      for (const [key, held] of before) if (!keptKeys.has(key) && holding.get(key) === held) held.stop.abort("lost");
      // A lease may have been taken or ended just now: it is a stray only when it was one the last time, too.
      const unheld = kept.filter((key) => !holding.has(keyOf(key)));
      for (const key of unheld) if (strays.has(keyOf(key))) await attempts.letGo(own, key);
      strays = new Set(unheld.map(keyOf));
      await heedCancelled();
    } catch (err) {
      core.log.warn({ err }, "Leases could not be renewed.");
      // Nobody answers: by now another worker may have each of them.
      if (core.now().getTime() >= confirmed + milliseconds) for (const [, held] of before) held.stop.abort("lost");
    }
  }

  async function heedCancelled(): Promise<void> {
    try {
      for (const [organization, ofOne] of Map.groupBy(holding.values(), (held) => held.organization)) {
        const ids = new Set(ofOne.map(({ runId }) => runId));
        const cancelling = new Set(await rows.cancelling(core.system("worker", organization), [...ids]));
        for (const held of ofOne) if (cancelling.has(held.runId)) held.stop.abort("cancelled");
      }
    } catch (err) {
      core.log.warn({ err }, "Runs that are being cancelled could not be looked up.");
    }
  }

  const timer = setInterval(() => {
    under ??= renew().finally(() => {
      under = undefined;
    });
  }, milliseconds / 3);

  return {
    heedCancelled,
    async stop() {
      clearInterval(timer);
      await under;
    },
  };
}
