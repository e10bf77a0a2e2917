import { randomUUID } from "node:crypto";
import { retryDelay } from "../events/backoff.ts";
import { doorbell } from "../events/doorbell.ts";
import type { Background, Core } from "../modules/domain.ts";
import type { MailQueue, QueuedMail } from "./mail-queue.ts";
import { type MailTransport, Undeliverable } from "./mail-transport.ts";

/** The topic that is woken when there is mail to send. */
export const mailTopic = "core.mail";

export interface MailSettings {
  /** Messages sent at once by this process. */
  readonly concurrency: number;
  /** Tries before a message is given up. */
  readonly attempts: number;
  /** How long a claim lasts when its holder is gone; longer than a server may take. */
  readonly leaseMilliseconds: number;
  /** About how often the queue is looked into when nothing wakes it. */
  readonly pollMilliseconds: number;
  /** Wait after a first failure; it doubles with each, up to an hour. */
  readonly retryMilliseconds: number;
}

/** Some seven hours of trying. */
export const mailDefaults: MailSettings = {
  concurrency: 3,
  attempts: 16,
  leaseMilliseconds: 120_000,
  pollMilliseconds: 10_000,
  retryMilliseconds: 5_000,
};

export interface MailParts extends Pick<Core, "live" | "log" | "now" | "system"> {
  readonly queue: MailQueue;
  readonly transport: MailTransport;
}

const longestError = 500;

/**
 * Sends what is queued until it is stopped; `stop` begins no more and waits for what is under way. No transaction is open while a server
 * is asked. Any number of processes may do this on one database.
 */
export function startMail({ queue, transport, live, log, now, system }: MailParts, settings: MailSettings = mailDefaults): Background {
  const ctx = system("mail", "");
  const bell = doorbell(live, mailTopic);
  const running = new Set<Promise<void>>();
  let stopping = false;

  async function send(held: QueuedMail): Promise<void> {
    try {
      await transport.deliver(held.read(), held.id);
      await queue.remove(ctx, held);
    } catch (err) {
      await failed(held, err).catch((err) => log.error({ err }, "A failed message could not be recorded."));
    }
  }

  async function failed(held: QueuedMail, err: unknown): Promise<void> {
    const { id, attempts } = held;
    if (err instanceof Undeliverable || attempts >= settings.attempts) {
      await queue.remove(ctx, held);
      log.error({ mail: id, attempts, err }, "A message was given up.");
      return;
    }
    const delay = retryDelay(attempts, settings.retryMilliseconds);
    const text = String(err instanceof Error ? err.message : err).replaceAll("\0", "");
    await queue.retry(ctx, held, now().getTime() + delay, text.slice(0, longestError));
    setTimeout(bell.ring, delay).unref();
    log.warn({ mail: id, attempts, delay, err }, "A message could not be sent; it is tried again.");
  }

  async function work(): Promise<void> {
    while (!stopping) {
      try {
        const free = settings.concurrency - running.size;
        const at = now().getTime();
        const claim = { token: randomUUID(), now: at, until: at + settings.leaseMilliseconds, limit: free };
        for (const held of free === 0 ? [] : await queue.claim(ctx, claim)) {
          const task = send(held).finally(() => {
            running.delete(task);
            bell.ring();
          });
          running.add(task);
        }
      } catch (err) {
        log.error({ err }, "Mail could not be claimed; it is tried again soon.");
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
      return done.finally(() => transport.close());
    },
  };
}
