import { setTimeout as sleep } from "node:timers/promises";
import { doorbell } from "../../core/events/doorbell.ts";
import { newId } from "../../core/ids/ids.ts";
import type { Background } from "../../core/modules/domain.ts";
import type { Observe } from "../../core/telemetry/metrics.ts";
import { cancelTopic, type Engine, workTopic } from "../engine.ts";
import { claimSteps } from "../transitions/claim-steps.ts";
import { contact } from "./contact.ts";
import type { Held } from "./held.ts";
import { leases } from "./leases.ts";
import { recorder } from "./recorder.ts";
import type { Slot } from "./slots.ts";
import { takeTurn } from "./turn.ts";

export interface WorkerSettings {
  /** Steps that run at once, but for a few more of organizations that would have none. */
  readonly concurrency: number;
  readonly leaseMilliseconds: number;
  /** How long `stop` waits for what is under way. */
  readonly graceMilliseconds: number;
  /** About how often the database is looked into when nothing wakes the worker. */
  readonly pollMilliseconds: number;
}

const largestClaim = 32;
/** So many times its slots a worker may have to write down before it begins nothing more. */
const mostEnding = 4;
/** While all slots are taken, those organizations are looked for of which nothing is under way, so often at the most. */
const spareMilliseconds = 100;

/**
 * Works on steps until it is stopped. Any number of workers may do this on one database. Organizations take turns. When all slots are
 * taken, a few more are there for organizations of which this worker does nothing: long steps of one do not keep another from beginning.
 * `stop` claims nothing more, lets what is under way finish within the grace period, and hands the rest over to others.
 */
export function startWorker(engine: Engine, settings: WorkerSettings, observe: Observe = () => {}): Background {
  const { parts, attempts } = engine;
  const { log, live } = parts.core;
  const { concurrency, leaseMilliseconds, pollMilliseconds } = settings;
  const spare = Math.ceil(concurrency / 8);
  const worker = newId("wk");
  const own = parts.core.system("worker", "");
  const holding = new Map<string, Held>();
  /** What is under way, with the organization that it is done for. */
  const running = new Map<Promise<void>, string>();
  /** Of what is under way, that of which nothing is left but to write down how it ended: it takes up no slot. */
  let ending = 0;
  const bell = doorbell(live, workTopic);
  const lease = leases(engine, { worker, holding, milliseconds: leaseMilliseconds });
  const leaveCancel = live.subscribe(cancelTopic, () => void lease.heedCancelled());
  const database = contact(leaseMilliseconds);
  let stopping = false;
  /** The organization that had its turn last; each worker begins somewhere else. */
  let last: string = newId("og");
  let nextDue = 0;
  let nextLook = 0;
  let nextSpare = 0;
  /** Whether something may wait that was not looked for, because that had been done shortly before. */
  let passedOver = false;
  /** Slots that are kept for steps whose leases are being written. */
  let lent = 0;
  /** Nothing waits as far as is known: nobody's turn comes later when a step begins without one. */
  let nothingWaits = false;

  const now = (): number => parts.core.now().getTime();
  const taken = (): number => running.size - ending + lent;
  const leaseEnd = (): number => now() + leaseMilliseconds;
  const turn = { worker, holding, record: recorder(engine), leaseEnd, observe, isStopping: () => stopping };

  /** Queues what has become due and what dead workers left; not at each wake, but as often as it can matter. */
  async function lookAround(): Promise<void> {
    const began = now();
    if (began < nextDue && began < nextLook) return;
    await attempts.promote(own, began);
    nextDue = Number.POSITIVE_INFINITY;
    database.answered(began, now());
    if (began >= nextLook) {
      if (database.lasts(now())) await attempts.expire(own, began);
      nextLook = began + pollMilliseconds;
    }
  }

  async function waiting(limit: number): Promise<readonly string[]> {
    const found = await attempts.waiting(own, last, limit);
    nextDue = found.nextDue;
    return found.organizations;
  }

  /** Whose turn it is, and how many steps they get together. */
  async function nextTurns(): Promise<{ readonly organizations: readonly string[]; readonly limit: number }> {
    const free = concurrency - taken();
    if (free > 0) {
      const limit = Math.min(largestClaim, free);
      return { organizations: await waiting(limit), limit };
    }
    const room = free + spare;
    passedOver = room > 0 && now() < nextSpare;
    if (room <= 0 || passedOver) return { organizations: [], limit: 0 };
    nextSpare = now() + spareMilliseconds;
    const busy = new Set(running.values());
    const organizations = (await waiting(busy.size + room)).filter((organization) => !busy.has(organization)).slice(0, room);
    return { organizations, limit: organizations.length };
  }

  /** Gives whether there may be more than was taken. */
  async function claimAndRun(): Promise<boolean> {
    const { organizations, limit } = await nextTurns();
    nothingWaits = limit > 0 && organizations.length === 0;
    if (stopping || organizations.length === 0) return false;
    last = organizations.at(-1) ?? last;
    const claimed = await claimSteps(engine, { worker, until: leaseEnd(), limit, organizations });
    for (const held of claimed) run(held);
    return claimed.length > 0;
  }

  function run(held: Held): void {
    let ends = false;
    const onEnding = (): void => {
      if (ends || ending >= mostEnding * concurrency) return;
      makeRoom(() => {
        ends = true;
        ending++;
      });
    };
    const task = takeTurn(engine, held, { ...turn, onEnding }).finally(() =>
      makeRoom(() => {
        if (ends) ending--;
        running.delete(task);
      }),
    );
    running.set(task, held.organization);
  }

  /** While there was no slot nobody was looked for. */
  function makeRoom(leave: () => void): void {
    const full = taken() >= concurrency;
    leave();
    if (full) bell.ring();
  }

  function lend(): Slot | undefined {
    if (stopping || !nothingWaits || taken() >= concurrency) return undefined;
    lent++;
    return {
      worker,
      until: leaseEnd(),
      begin(held) {
        lent--;
        if (!stopping) run(held);
        else void handOver(held);
      },
      giveBack() {
        lent--;
        bell.ring();
      },
    };
  }

  /** For others to take at once. */
  async function handOver(held: Held): Promise<void> {
    await attempts.letGo(own, held).catch((err) => log.warn({ err }, "A lease was not handed over; it runs out by itself."));
    live.wake(workTopic);
  }

  /** When the queue is to be looked into though nothing has woken the worker. */
  function nextTime(): number {
    const poll = now() + pollMilliseconds * (0.75 + Math.random() / 2);
    return Math.min(poll, nextDue, passedOver ? nextSpare : poll);
  }

  async function work(): Promise<void> {
    while (!stopping) {
      let next = now() + pollMilliseconds;
      try {
        await lookAround();
        next = (await claimAndRun()) ? 0 : nextTime();
      } catch (err) {
        log.error({ err }, "Steps could not be claimed; it is tried again soon.");
        database.failed();
      }
      if (!stopping && next > 0) await bell.wait(Math.max(0, next - now()));
    }
  }

  const working = work();
  const stopLending = engine.slots.lend(lend);
  return {
    async stop() {
      stopping = true;
      stopLending();
      bell.close();
      leaveCancel();
      await working;
      await Promise.race([Promise.allSettled(running.keys()), sleep(settings.graceMilliseconds, undefined, { ref: false })]);
      for (const held of holding.values()) held.stop.abort("stopping");
      await Promise.allSettled(running.keys());
      await lease.stop();
      await attempts.release(own, worker).catch((err) => log.warn({ err }, "Leases were not handed over; they run out by themselves."));
      // Others may take at once what this one claimed last, or left.
      live.wake(workTopic);
    },
  };
}
