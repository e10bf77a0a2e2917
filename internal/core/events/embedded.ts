import type { Background } from "../modules/domain.ts";
import { together } from "../processes/together.ts";
import { type DeadLetters, deadLetters } from "./dead-letters.ts";
import { type DispatcherParts, type DispatcherSettings, startDispatcher } from "./dispatcher.ts";
import type { Consumer, EventLog } from "./event.ts";
import type { EventStream } from "./event-stream.ts";
import { outbox } from "./outbox.ts";
import { relayName, startRelay } from "./relay.ts";
import { startRetention } from "./retention.ts";

export interface EmbeddedSettings extends DispatcherSettings {
  /** How long an event stays after all its consumers are done with it. */
  readonly retentionDays: number;
}

export const embeddedDefaults: EmbeddedSettings = {
  concurrency: 8,
  attempts: 10,
  leaseMilliseconds: 30_000,
  pollMilliseconds: 5_000,
  handlerMilliseconds: 15_000,
  retryMilliseconds: 1_000,
  retentionDays: 7,
};

/** Events on the database itself; a broker, where there is one, gets them from there. */
export interface EmbeddedEvents {
  readonly log: EventLog;
  readonly deadLetters: DeadLetters;
  /**
   * Names the consumers; once, before the first event. A process that delivers nothing names them too. Those `elsewhere` are of domains
   * that other processes serve: events are kept for them, and this one delivers none.
   */
  subscribe(consumers: readonly Consumer[], elsewhere?: readonly Consumer[]): void;
  /** The names of all those that events are kept for, wherever they are served, the relay included. */
  consumers(): readonly string[];
  /** Delivers to the consumers named, and relays where there is something to relay to, until it is stopped. */
  start(): Background;
  /** Prunes old events, until it is stopped. */
  startRetention(): Background;
}

/** With a `stream`, every event is published there too, for whoever is outside. */
export function embeddedEvents(
  parts: DispatcherParts & { readonly stream?: EventStream | undefined },
  settings: EmbeddedSettings = embeddedDefaults,
): EmbeddedEvents {
  const { stream } = parts;
  const log = outbox(parts.database, parts.live, parts.now);
  let subscribed: readonly Consumer[] = [];
  let names: readonly string[] = [];
  return {
    log,
    deadLetters: deadLetters(parts.database, parts.live, parts.now),
    subscribe(consumers, elsewhere = []) {
      const ofAll = stream === undefined ? [] : [relayName];
      log.subscribe([...consumers, ...elsewhere], ofAll);
      subscribed = consumers;
      names = [...[...consumers, ...elsewhere].map(({ name }) => name), ...ofAll];
    },
    consumers: () => names,
    start() {
      const dispatcher = startDispatcher(parts, subscribed, settings);
      return stream === undefined ? dispatcher : together([dispatcher, startRelay(parts, stream)]);
    },
    startRetention: () => startRetention(parts, settings.retentionDays),
  };
}
