import { vi } from "vitest";
import type { Context } from "../../context/context.ts";
import type { SqlDatabase } from "../../database/database.ts";
import { localLive } from "../../live/local-live.ts";
import { testContext } from "../../testing/context.ts";
import { type EmbeddedEvents, type EmbeddedSettings, embeddedDefaults, embeddedEvents } from "../embedded.ts";
import type { Consumer } from "../event.ts";
import type { EventTables } from "../tables.ts";

const ctx = testContext();

/** Retries and looks again at once, so that tests need not wait. */
export const quick: EmbeddedSettings = { ...embeddedDefaults, pollMilliseconds: 20, retryMilliseconds: 1, attempts: 3 };

/** Repeats a check until it holds. */
export const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 40_000, interval: 10 });

let count = 0;
/** A name that no other test uses: deliveries of others are never claimed. */
export const unique = (name: string) => `${name}.${++count}`;

/** Events as one process has them. Two of them on one database are two processes. */
export function embedded<Tables extends EventTables>(
  database: SqlDatabase<Tables>,
  consumers: readonly Consumer[],
  settings = quick,
): EmbeddedEvents {
  const system = (name: string, organization: string): Context => ({ ...ctx, actor: { kind: "system", id: name }, organization });
  const events = embeddedEvents(
    { database: database as unknown as SqlDatabase<EventTables>, live: localLive(), log: ctx.log, system, now: () => new Date() },
    settings,
  );
  events.subscribe(consumers);
  return events;
}
