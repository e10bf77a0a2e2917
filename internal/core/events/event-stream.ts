import type { StoredEvent } from "./stored-event.ts";

/** Where events are published for whoever is outside. Publishing the same event again within minutes changes nothing. */
export interface EventStream {
  /** Resolves when all of them are kept there, in this order; rejects when that is not known of one of them. */
  publish(events: readonly StoredEvent[]): Promise<void>;
}
