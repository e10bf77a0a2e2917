import type { Placeholders, SqlDatabase } from "../database/database.ts";
import type { Live } from "../live/live.ts";
import type { Consumer, EventLog } from "./event.ts";
import { newEvent } from "./new-event.ts";
import type { EventTables } from "./tables.ts";

/** The topic that is woken when there may be something to deliver. */
export const deliveriesTopic = "core.deliveries";

interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly aggregate: string;
  readonly organization: string;
  readonly actor: string;
  readonly time: string;
  readonly data: string;
  readonly trace: string | null;
}

interface NewDelivery {
  readonly consumer: string;
  readonly position: number;
  readonly aggregate: string;
  readonly now: number;
}

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

  const insertEvent = database.statement((query, param: Placeholders<NewEvent>) =>
    query
      .insertInto("core_events")
      .values({
        id: param.id,
        type: param.type,
        aggregate: param.aggregate,
        organization: param.organization,
        actor: param.actor,
        time: param.time,
        data: param.data,
        trace: param.trace,
      })
      .returning("position"),
  );
  const insertDelivery = database.statement((query, param: Placeholders<NewDelivery>) =>
    query
      .insertInto("core_deliveries")
      .values({ consumer: param.consumer, position: param.position, aggregate: param.aggregate, available_at: param.now }),
  );

  return {
    subscribe(consumers, ofAll = []) {
      if (namesByType !== undefined) throw new Error("Consumers can be named once only.");
      others = ofAll;
      namesByType = consumersByType(consumers, ofAll);
    },

    async append(ctx, happened) {
      // An event that nobody was asked about would be lost for its consumers without a trace.
      if (namesByType === undefined) throw new Error("The consumers of events must be named before the first event is appended.");
      const names = namesByType.get(happened.type) ?? others;
      await database.transact(ctx, async (ctx) => {
        const time = now();
        const event = newEvent(ctx, happened, time);
        const row = await insertEvent.first(ctx, { ...event, data: JSON.stringify(event.data ?? null), trace: ctx.trace ?? null });
        if (row === undefined) throw new Error("The database gave no position for an event.");
        for (const consumer of names) {
          await insertDelivery.run(ctx, { consumer, position: Number(row.position), aggregate: event.aggregate, now: time.getTime() });
        }
        if (names.length > 0) database.afterCommit(ctx, () => live.wake(deliveriesTopic));
      });
    },
  };
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
