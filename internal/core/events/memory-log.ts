import type { DomainEvent, EventLog } from "./event.ts";
import { newEvent } from "./new-event.ts";

/** An event log that only remembers, for tests: `events` holds what was appended, in order. Nothing is delivered. */
export function memoryEventLog(now: () => Date = () => new Date()): EventLog & { readonly events: readonly DomainEvent[] } {
  const events: DomainEvent[] = [];
  return {
    events,
    async append(ctx, ...happened) {
      // As from the outbox: copies that went through JSON, which later changes of the originals do not reach.
      const copied = happened.map((one) => ({ ...one, data: JSON.parse(JSON.stringify(one.data ?? null)) }));
      events.push(...copied.map((one) => newEvent(ctx, one, now())));
    },
  };
}
