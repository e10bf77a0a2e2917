import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Carrier } from "./carrier.ts";
import type { Live } from "./live.ts";
import { localLive } from "./local-live.ts";

/** Live over all processes of a platform. */
export interface SharedLive extends Live {
  close(): Promise<void>;
}

/** So many topics wait to be sent at the most; beyond that the others are told that all may have changed. */
const mostWaiting = 10_000;
const everything = "*";

/**
 * Wakes who waits in this process at once, and by way of `carrier` who waits in others. Wakes that come while one message is on its way
 * go together in the next. After a time without connection all topics are woken, here and elsewhere: nobody knows what was missed.
 */
export function sharedLive(carrier: Carrier): SharedLive {
  const local = localLive();
  const origin = randomUUID();
  const room = carrier.longest - origin.length;
  let waiting = new Set<string>();
  let sending: Promise<void> | undefined;
  let lost = false;

  function tell(topic: string): void {
    if (waiting.size >= mostWaiting) waiting = new Set([everything]);
    else if (!waiting.has(everything)) waiting.add(topic);
    sending ??= sendAll();
  }

  async function sendAll(): Promise<void> {
    try {
      // What is woken in the same turn goes together.
      await nextTurn();
      while (waiting.size > 0) await carrier.send([origin, ...nextBatch()].join("\n"));
    } catch {
      waiting.clear();
      lost = true;
    } finally {
      sending = undefined;
    }
  }

  function nextBatch(): readonly string[] {
    const batch: string[] = [];
    let length = 0;
    for (const topic of waiting) {
      length += Buffer.byteLength(topic) + 1;
      if (length > room && batch.length > 0) break;
      waiting.delete(topic);
      batch.push(length > room ? everything : topic);
    }
    return batch;
  }

  carrier.start(
    (text) => {
      const [from, ...topics] = text.split("\n");
      if (from === origin) return;
      for (const topic of topics) {
        if (topic === everything) local.wakeAll();
        else local.wake(topic);
      }
    },
    () => {
      local.wakeAll();
      if (lost) tell(everything);
      lost = false;
    },
  );

  return {
    ...local,
    wake(topic) {
      local.wake(topic);
      tell(topic);
    },
    async close() {
      // What the last work woke is worth telling.
      await sending;
      await carrier.close();
    },
  };
}
