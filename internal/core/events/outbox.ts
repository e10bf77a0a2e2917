import { sql } from "kysely";
import type { Placeholders, SqlDatabase } from "../database/database.ts";
import { jsonRows } from "../database/json-rows.ts";
import type { Live } from "../live/live.ts";
import type { Consumer, EventLog } from "./event.ts";
import { newEvent } from "./new-event.ts";
import type { EventRow } from "./stored-event.ts";
import type { EventTables } from "./tables.ts";

/** The topic that is woken when there may be something to deliver. */
export const deliveriesTopic = "core.deliveries";

export interface Outbox extends EventLog {
  /**
   * Names those that events are kept for, and who gets all of them. Once, before the first event; a process that only appends names them
   * too.
   */
  subscribe(consumers: readonly Consumer[], ofAll?: readonly string[]): void;
}

/**
 * Appends events and, for each consumer of their type, a delivery, all in the caller's transaction: there is no relay that could
 * skip one. Append after the change itself: the change's row lock is what puts two events of one aggregate in order.
 */
export function outbox(database: SqlDatabase<EventTables>, live: Live, now: () => Date): Outbox {
  let namesByType: ReadonlyMap<string, readonly string[]> | undefined;
  let others: readonly string[] = [];

  const eventsOf = (rows: string) =>
    jsonRows<NewRow>(database, rows, {
      id: "text",
      place: "integer",
      type: "text",
      aggregate: "text",
      organization: "text",
      actor: "text",
      time: "text",
      data: "json",
      trace: "text",
    });
  const insertEvents = database.statement((query, param: Placeholders<{ readonly rows: string }>) =>
    query
      .insertInto("core_events")
      .columns(["id", "type", "aggregate", "organization", "actor", "time", "data", "trace"])
      .expression((inner) =>
        inner
          .selectFrom(eventsOf(param.rows))
          .select(["id", "type", "aggregate", "organization", "actor", "time", "data", "trace"])
          // They get their places in the log in this order.
          .orderBy("place"),
      ),
  );
  const insertDeliveries = database.statement((query, param: Placeholders<{ readonly rows: string; readonly now: number }>) =>
    query
      .insertInto("core_deliveries")
      .columns(["consumer", "position", "aggregate", "available_at"])
      .expression((inner) =>
        inner
          .selectFrom(jsonRows<{ id: string; consumer: string }>(database, param.rows, { id: "text", consumer: "text" }))
          .innerJoin("core_events as event", "event.id", "given.id")
          .select(["given.consumer", "event.position", "event.aggregate", sql<number>`cast(${param.now} as bigint)`.as("available_at")]),
      ),
  );

  return {
    subscribe(consumers, ofAll = []) {
      if (namesByType !== undefined) throw new Error("Consumers can be named once only.");
      others = ofAll;
      namesByType = consumersByType(consumers, ofAll);
    },

    async append(ctx, ...happened) {
      // An event that nobody was asked about would be lost for its consumers without a trace.
      if (namesByType === undefined) throw new Error("The consumers of events must be named before the first event is appended.");
      if (happened.length === 0) return;
      const names = namesByType;
      await database.transact(ctx, async (ctx) => {
        const time = now();
        const events = happened.map((one) => newEvent(ctx, one, time));
        const rows = events.map((event, place): NewRow => {
          const trace = happened[place]?.trace ?? ctx.trace ?? null;
          return { ...event, place, data: JSON.stringify(event.data ?? null), trace };
        });
        const due = events.flatMap(({ id, type }) => (names.get(type) ?? others).map((consumer) => ({ id, consumer })));
        await Promise.all([
          insertEvents.run(ctx, { rows: JSON.stringify(rows) }),
          ...(due.length === 0 ? [] : [insertDeliveries.run(ctx, { rows: JSON.stringify(due), now: time.getTime() })]),
        ]);
        if (due.length === 0) return;
        database.afterCommit(ctx, () => live.wake(deliveriesTopic));
      });
    },
  };
}

/** An event on its way into the table; `place` is its place among those that are appended together. */
interface NewRow extends Omit<EventRow, "position"> {
  readonly place: number;
  readonly data: string;
}

function consumersByType(consumers: readonly Consumer[], ofAll: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set<string>(ofAll);
  const byType = new Map<string, string[]>();
  for (const { name, types } of consumers) {
    if (known.has(name)) throw new Error(`Two consumers are named ${name}; the place in the log is kept by name.`);
    known.add(name);
    for (const type of new Set(types)) byType.set(type, [...(byType.get(type) ?? ofAll), name]);
  }
  return byType;
}
