import type { Kysely } from "kysely";
import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { Placeholders, SqlDatabase } from "../database/database.ts";
import type { Live } from "../live/live.ts";
import { problem } from "../problems/problem.ts";
import { deliveriesTopic } from "./outbox.ts";
import { type EventRow, eventReader, type StoredEvent } from "./stored-event.ts";
import type { EventTables } from "./tables.ts";

/** An event that a consumer could not handle, however often it tried. */
export interface DeadLetter {
  readonly consumer: string;
  readonly event: StoredEvent;
  readonly attempts: number;
  readonly error: string;
  readonly diedAt: string;
}

export interface DeadLetters {
  /** The oldest first. */
  list(ctx: Context, limit: number): Promise<readonly DeadLetter[]>;
  /** One of them; undefined when there is none. */
  find(ctx: Context, consumer: string, position: number): Promise<DeadLetter | undefined>;
  /** Has the consumer try the event again, as if it were new. 404 when there is no such dead letter. */
  replay(ctx: Context, consumer: string, position: number): Promise<void>;
}

interface Key {
  readonly consumer: string;
  readonly position: number;
}

type LetterRow = EventRow & { readonly consumer: string; readonly attempts: number; readonly last_error: string; readonly died_at: string };

export function deadLetters(database: SqlDatabase<EventTables>, live: Live, now: () => Date): DeadLetters {
  const toEvent = eventReader(database);
  const toLetter = ({ consumer, attempts, last_error, died_at, ...event }: LetterRow): DeadLetter => ({
    consumer,
    attempts,
    error: last_error,
    diedAt: died_at,
    event: toEvent(event),
  });
  const oldest = database.statement<{ readonly limit: number }, LetterRow>((query, param) =>
    letters(query).orderBy("letter.position").orderBy("letter.consumer").limit(param.limit),
  );
  const one = database.statement<Key, LetterRow>((query, param) =>
    letters(query).where("letter.consumer", "=", param.consumer).where("letter.position", "=", param.position),
  );
  const remove = database.statement((query, param: Placeholders<Key>) =>
    query
      .deleteFrom("core_dead_letters")
      .where("consumer", "=", param.consumer)
      .where("position", "=", param.position)
      .returning("aggregate"),
  );
  const deliverAgain = database.statement((query, param: Placeholders<Key & { readonly aggregate: string; readonly now: number }>) =>
    query
      .insertInto("core_deliveries")
      .values({ consumer: param.consumer, position: param.position, aggregate: param.aggregate, available_at: param.now }),
  );

  return {
    async list(ctx, limit) {
      return (await oldest.all(acrossOrganizations(ctx), { limit })).map(toLetter);
    },
    async find(ctx, consumer, position) {
      const row = await one.first(acrossOrganizations(ctx), { consumer, position });
      return row && toLetter(row);
    },
    replay(ctx, consumer, position) {
      return database.transact(ctx, async (ctx) => {
        const letter = await remove.first(ctx, { consumer, position });
        if (letter === undefined) throw problem.notFound(`There is no dead letter of ${consumer} at position ${position}.`);
        await deliverAgain.run(ctx, { consumer, position, aggregate: letter.aggregate, now: now().getTime() });
        database.afterCommit(ctx, () => live.wake(deliveriesTopic));
      });
    },
  };
}

function letters(query: Kysely<EventTables>) {
  return query
    .selectFrom("core_dead_letters as letter")
    .innerJoin("core_events as event", "event.position", "letter.position")
    .select(["letter.consumer", "letter.attempts", "letter.last_error", "letter.died_at"])
    .select([
      "event.position",
      "event.id",
      "event.type",
      "event.aggregate",
      "event.organization",
      "event.actor",
      "event.time",
      "event.data",
      "event.trace",
    ]);
}
