import type { DomainEvent, EventLog } from "./event.ts";
import { newEvent } from "./new-event.ts";

/** An event log that only remembers, for tests: `events` holds what was appended, in order. Nothing is delivered. */
export function memoryEventLog(now: () => Date = () => new Date()): EventLog & { readonly events: readonly DomainEvent[] } {
  const events: DomainEvent[] = [];
  return {
    events,
    async append(ctx, happened) {
      // As from the outbox: a copy that went through JSON, which later changes of the original do not reach.
      events.push(newEvent(ctx, { ...happened, data: JSON.parse(JSON.stringify(happened.data ?? null)) }, now()));
    },
  };
}
