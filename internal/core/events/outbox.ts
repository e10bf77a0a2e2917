import { type Kysely, sql } from "kysely";
import type { Context } from "../context/context.ts";
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
  const columns = ["id", "type", "aggregate", "organization", "actor", "time", "data", "trace"] as const;
  const insertEvents = (query: Kysely<EventTables>, events: string) =>
    query
      .insertInto("core_events")
      .columns(columns)
      // They get their places in the log in this order.
      .expression((inner) => inner.selectFrom(eventsOf(events)).select(columns).orderBy("place"));
  const appendOnly = database.statement((query, param: Placeholders<{ readonly events: string }>) => insertEvents(query, param.events));

  const dueOf = (due: string) => jsonRows<Due>(database, due, { id: "text", consumer: "text" });
  const deliveryColumns = ["consumer", "position", "aggregate", "available_at"] as const;
  const delivery = (now: number) =>
    ["given.consumer", "event.position", "event.aggregate", sql<number>`cast(${now} as bigint)`.as("available_at")] as const;
  const append = database.dialect === "postgres" ? appendAtOnce() : appendInTurn();

  /** What Postgres has just inserted it need not look up. */
  function appendAtOnce(): (ctx: Context, appended: Appended) => Promise<unknown> {
    const both = database.statement((query, param: Placeholders<Appended>) =>
      query
        .with("event", () => insertEvents(query, param.events).returning(["id", "position", "aggregate"]))
        .insertInto("core_deliveries")
        .columns(deliveryColumns)
        .expression((inner) => inner.selectFrom(dueOf(param.due)).innerJoin("event", "event.id", "given.id").select(delivery(param.now))),
    );
    return both.run;
  }

  function appendInTurn(): (ctx: Context, appended: Appended) => Promise<unknown> {
    const deliver = database.statement((query, param: Placeholders<Omit<Appended, "events">>) =>
      query
        .insertInto("core_deliveries")
        .columns(deliveryColumns)
        .expression((inner) =>
          inner.selectFrom(dueOf(param.due)).innerJoin("core_events as event", "event.id", "given.id").select(delivery(param.now)),
        ),
    );
    return async (ctx, { events, due, now }) => {
      await appendOnly.run(ctx, { events });
      await deliver.run(ctx, { due, now });
    };
  }

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
        const due = events.flatMap(({ id, type }) => (names.get(type) ?? others).map((consumer): Due => ({ id, consumer })));
        if (due.length === 0) {
          await appendOnly.run(ctx, { events: JSON.stringify(rows) });
          return;
        }
        await append(ctx, { events: JSON.stringify(rows), due: JSON.stringify(due), now: time.getTime() });
        database.afterCommit(ctx, () => live.wake(deliveriesTopic));
      });
    },
  };
}

/** An event that a consumer is to have. */
interface Due {
  readonly id: string;
  readonly consumer: string;
}

/** Events and who is to have them, as JSON; `now` is when, in milliseconds since the epoch. */
interface Appended {
  readonly events: string;
  readonly due: string;
  readonly now: number;
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
