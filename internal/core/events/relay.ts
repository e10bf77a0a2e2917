import { randomUUID } from "node:crypto";
import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { Placeholders, SqlDatabase } from "../database/database.ts";
import type { Background } from "../modules/domain.ts";
import { deliveries } from "./deliveries.ts";
import type { DispatcherParts } from "./dispatcher.ts";
import { doorbell } from "./doorbell.ts";
import type { EventStream } from "./event-stream.ts";
import { deliveriesTopic } from "./outbox.ts";
import { type EventRow, eventColumns, eventReader, type StoredEvent } from "./stored-event.ts";
import type { EventTables } from "./tables.ts";

/** The relay among the consumers of events: it has a delivery of each. */
export const relayName = "core.relay";

export interface RelaySettings {
  /** Events published at once. */
  readonly batch: number;
  /** How long a claim lasts when its holder is gone. */
  readonly leaseMilliseconds: number;
  /** About how often the database is looked into when nothing wakes the relay. */
  readonly pollMilliseconds: number;
  /** Wait after a failure. */
  readonly retryMilliseconds: number;
}

export const relayDefaults: RelaySettings = { batch: 200, leaseMilliseconds: 15_000, pollMilliseconds: 5_000, retryMilliseconds: 1_000 };

/**
 * Publishes each event after its commit, those of one aggregate in order, until it is stopped. An event is never given up: while the
 * stream cannot be reached, all wait. Any number of processes may do this on one database.
 */
export function startRelay(parts: DispatcherParts, stream: EventStream, settings: RelaySettings = relayDefaults): Background {
  const { log } = parts;
  const store = deliveries(parts.database, [relayName]);
  const claimed = claimedEvents(parts.database);
  const bell = doorbell(parts.live, deliveriesTopic);
  const ctx = parts.system("relay", "");
  let stopping = false;
  let failing = false;

  /** Publishes what is due; gives whether there may be more. */
  async function relay(): Promise<boolean> {
    const token = randomUUID();
    const now = parts.now().getTime();
    const due = await store.claim(ctx, { token, now, until: now + settings.leaseMilliseconds, limit: settings.batch });
    if (due.length === 0) return false;
    try {
      await stream.publish(await claimed.events(ctx, token));
    } catch (err) {
      if (!failing) log.warn({ err }, "Events cannot be published; they wait in the database.");
      failing = true;
      await claimed.release(ctx, token, parts.now().getTime() + settings.retryMilliseconds);
      return false;
    }
    if (failing) log.info({}, "Events are published again.");
    failing = false;
    await claimed.finish(ctx, token);
    return true;
  }

  async function work(): Promise<void> {
    while (!stopping) {
      const more = await relay().catch((err) => {
        log.error({ err }, "Events could not be relayed; it is tried again soon.");
        failing = true;
        return false;
      });
      const pause = failing ? settings.retryMilliseconds : settings.pollMilliseconds * (0.75 + Math.random() / 2);
      if (!stopping && !more) await bell.wait(pause);
    }
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

/** The events that somebody has claimed for the relay under a token. */
interface ClaimedEvents {
  events(ctx: Context, token: string): Promise<readonly StoredEvent[]>;
  finish(ctx: Context, token: string): Promise<void>;
  release(ctx: Context, token: string, availableAt: number): Promise<void>;
}

function claimedEvents(database: SqlDatabase<EventTables>): ClaimedEvents {
  const toEvent = eventReader(database);
  const select = database.statement<{ readonly token: string }, EventRow>((query, param) =>
    query
      .selectFrom("core_events")
      .select(eventColumns)
      .where("position", "in", (inner) =>
        inner.selectFrom("core_deliveries").select("position").where("consumer", "=", relayName).where("token", "=", param.token),
      )
      .orderBy("position"),
  );
  const remove = database.statement((query, param: Placeholders<{ readonly token: string }>) =>
    query.deleteFrom("core_deliveries").where("consumer", "=", relayName).where("token", "=", param.token),
  );
  const delay = database.statement((query, param: Placeholders<{ readonly token: string; readonly availableAt: number }>) =>
    query
      .updateTable("core_deliveries")
      .set({ available_at: param.availableAt })
      .where("consumer", "=", relayName)
      .where("token", "=", param.token),
  );
  return {
    async events(ctx, token) {
      return (await select.all(acrossOrganizations(ctx), { token })).map(toEvent);
    },
    async finish(ctx, token) {
      await remove.run(ctx, { token });
    },
    async release(ctx, token, availableAt) {
      await delay.run(ctx, { token, availableAt });
    },
  };
}
