import { randomUUID } from "node:crypto";
import type { Context } from "../context/context.ts";
import type { SqlDatabase } from "../database/database.ts";
import type { Live } from "../live/live.ts";
import type { Background } from "../modules/domain.ts";
import type { Log } from "../telemetry/log.ts";
import { retryDelay } from "./backoff.ts";
import { type Delivery, deliveries } from "./deliveries.ts";
import { doorbell } from "./doorbell.ts";
import type { Consumer } from "./event.ts";
import { deliveriesTopic } from "./outbox.ts";
import type { EventTables } from "./tables.ts";

export interface DispatcherSettings {
  /** Events handled at once by this process. */
  readonly concurrency: number;
  /** Tries before an event is given up for a consumer. */
  readonly attempts: number;
  /** How long a claim lasts when its holder is gone. */
  readonly leaseMilliseconds: number;
  /** About how often the database is looked into when nothing wakes the dispatcher. */
  readonly pollMilliseconds: number;
  /** How long a handler may take. It holds a transaction meanwhile, on SQLite the only one that writes. */
  readonly handlerMilliseconds: number;
  /** Wait after a first failure; it doubles with each. */
  readonly retryMilliseconds: number;
}

export interface DispatcherParts {
  readonly database: SqlDatabase<EventTables>;
  readonly live: Live;
  readonly log: Log;
  system(name: string, organization: string): Context;
  now(): Date;
}

/** Another process has claimed the delivery: what this one did with it must be rolled back. */
class TakenOver extends Error {}

/**
 * Hands events to their consumers until it is stopped. `stop` claims nothing more and waits for the handlers under way.
 * Any number of processes may do this on one database.
 */
export function startDispatcher(parts: DispatcherParts, consumers: readonly Consumer[], settings: DispatcherSettings): Background {
  const { database, log } = parts;
  if (consumers.length === 0) return { stop: async () => {} };

  const byName = new Map(consumers.map((consumer) => [consumer.name, consumer]));
  const store = deliveries(database, [...byName.keys()]);
  const running = new Set<Promise<void>>();
  const bell = doorbell(parts.live, deliveriesTopic);
  const own = parts.system("events", "");
  let stopping = false;

  async function claim(limit: number): Promise<readonly Delivery[]> {
    const now = parts.now().getTime();
    return store.claim(own, { token: randomUUID(), now, until: now + settings.leaseMilliseconds, limit });
  }

  /**
   * The delivery is ended first, in the transaction of the effect: its locked row keeps every other process away until the commit,
   * however long the handler takes, so the lease needs no renewal; and a roll-back brings the delivery back.
   */
  function handle(consumer: Consumer, delivery: Delivery): Promise<void> {
    const signal = AbortSignal.timeout(settings.handlerMilliseconds);
    const own = { ...parts.system(consumer.name, ""), signal, deadline: parts.now().getTime() + settings.handlerMilliseconds };
    return database.transact(own, async (ctx) => {
      if (!(await store.finish(ctx, delivery))) throw new TakenOver();
      const event = await store.event(ctx, delivery.position);
      if (event === undefined) throw new Error(`Event ${delivery.position} is not in the log.`);
      await consumer.handle({ ...ctx, organization: event.organization, trace: event.trace }, event);
    });
  }

  async function failed(delivery: Delivery, error: unknown): Promise<void> {
    const { consumer, position, attempts } = delivery;
    const text = describe(error);
    if (attempts >= settings.attempts) {
      await store.giveUp(own, delivery, text, parts.now());
      log.error({ consumer, position, attempts, err: error }, "An event was given up; it is among the dead letters.");
      return;
    }
    const delay = retryDelay(attempts, settings.retryMilliseconds);
    await store.retry(own, delivery, parts.now().getTime() + delay, text);
    setTimeout(bell.ring, delay).unref();
    log.warn({ consumer, position, attempts, delay, err: error }, "An event could not be handled; it is tried again.");
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const consumer = byName.get(delivery.consumer);
    if (consumer === undefined) return;
    try {
      // Only a process that died while it handled the event can have used up one try more than there are.
      if (delivery.attempts > settings.attempts) throw new Error(delivery.lastError ?? "Each try ended with its process.");
      await handle(consumer, delivery);
    } catch (error) {
      if (error instanceof TakenOver) return;
      // When this fails too, the lease runs out and the delivery is claimed again.
      await failed(delivery, error).catch((err) => log.error({ err }, "A failed delivery could not be recorded."));
    }
  }

  async function work(): Promise<void> {
    while (!stopping) {
      try {
        const free = settings.concurrency - running.size;
        for (const delivery of free === 0 ? [] : await claim(free)) {
          const task = deliver(delivery).finally(() => {
            running.delete(task);
            // The next event of this aggregate has become due.
            bell.ring();
          });
          running.add(task);
        }
      } catch (err) {
        log.error({ err }, "Events could not be claimed; it is tried again soon.");
      }
      if (!stopping) await bell.wait(settings.pollMilliseconds * (0.75 + Math.random() / 2));
    }
    await Promise.all(running);
  }

  const done = work();
  return {
    stop() {
      stopping = true;
      bell.close();
      return done;
    },
  };
}

const longestError = 2000;

function describe(error: unknown): string {
  // Postgres refuses the character NUL in text.
  return String(error instanceof Error ? error.message : error)
    .replaceAll("\0", "")
    .slice(0, longestError);
}
