import { setTimeout as sleep } from "node:timers/promises";
import { doorbell } from "../../core/events/doorbell.ts";
import { newId } from "../../core/ids/ids.ts";
import type { Background } from "../../core/modules/domain.ts";
import type { Observe } from "../../core/telemetry/metrics.ts";
import { cancelTopic, type Engine, workTopic } from "../engine.ts";
import { claimSteps } from "../transitions/claim-steps.ts";
import type { Held } from "./held.ts";
import { leases } from "./leases.ts";
import { type TurnParts, takeTurn } from "./turn.ts";

export interface WorkerSettings {
  /** Steps that run at once. */
  readonly concurrency: number;
  readonly leaseMilliseconds: number;
  /** How long `stop` waits for what is under way. */
  readonly graceMilliseconds: number;
  /** About how often the database is looked into when nothing wakes the worker. */
  readonly pollMilliseconds: number;
}

const largestClaim = 32;
/**
 * Works on steps until it is stopped. Any number of workers may do this on one database. `stop` claims nothing more, lets what is under
 * way finish within the grace period, and hands the rest over to others.
 */
export function startWorker(engine: Engine, settings: WorkerSettings, observe: Observe = () => {}): Background {
  const { parts, attempts } = engine;
  const { log, live } = parts.core;
  const worker = newId("wk");
  const own = parts.core.system("worker", "");
  const holding = new Map<string, Held>();
  const running = new Set<Promise<void>>();
  const bell = doorbell(live, workTopic);
  const lease = leases(engine, { worker, holding, milliseconds: settings.leaseMilliseconds });
  const leaveCancel = live.subscribe(cancelTopic, () => void lease.heedCancelled());
  let stopping = false;
  let nextDue = 0;
  let nextLook = 0;

  const leaseEnd = (): number => parts.core.now().getTime() + settings.leaseMilliseconds;
  const turn: TurnParts = { worker, holding, leaseEnd, observe, isStopping: () => stopping };

  /** Queues what has become due and what dead workers left; not at each wake, but as often as it can matter. */
  async function lookAround(): Promise<void> {
    const now = parts.core.now().getTime();
    if (now < nextDue && now < nextLook) return;
    await attempts.promote(own, now);
    if (now >= nextLook) {
      await attempts.expire(own, now);
      nextLook = now + settings.pollMilliseconds;
    }
  }

  async function claimAndRun(): Promise<void> {
    const limit = Math.min(largestClaim, settings.concurrency - running.size);
    if (limit <= 0) return;
    const claimed = await claimSteps(engine, { worker, until: leaseEnd(), limit });
    for (const held of claimed) {
      const task = takeTurn(engine, held, turn).finally(() => {
        running.delete(task);
        bell.ring();
      });
      running.add(task);
    }
    // There may be more than one claim takes.
    if (claimed.length === limit) bell.ring();
  }

  async function work(): Promise<void> {
    while (!stopping) {
      try {
        await lookAround();
        await claimAndRun();
        nextDue = (await attempts.nextDue(own)) ?? Number.POSITIVE_INFINITY;
      } catch (err) {
        log.error({ err }, "Steps could not be claimed; it is tried again soon.");
        nextDue = Number.POSITIVE_INFINITY;
      }
      const poll = settings.pollMilliseconds * (0.75 + Math.random() / 2);
      if (!stopping) await bell.wait(Math.max(0, Math.min(poll, nextDue - parts.core.now().getTime())));
    }
  }

  const working = work();
  return {
    async stop() {
      stopping = true;
      bell.close();
      leaveCancel();
      await working;
      await Promise.race([Promise.allSettled(running), sleep(settings.graceMilliseconds, undefined, { ref: false })]);
      for (const held of holding.values()) held.stop.abort("stopping");
      await Promise.allSettled(running);
      await lease.stop();
      await attempts.release(own, worker).catch((err) => log.warn({ err }, "Leases were not handed over; they run out by themselves."));
      // Others may take at once what this one claimed last, or left.
      live.wake(workTopic);
    },
  };
}
