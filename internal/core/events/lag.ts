import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { SqlDatabase } from "../database/database.ts";
import type { Level, Metrics } from "../telemetry/metrics.ts";
import type { EventTables } from "./tables.ts";

interface Waiting {
  readonly consumer: string;
  readonly count: number;
  readonly oldest: string;
}

/**
 * Tells how many events wait for each consumer, the relay included, since when, and how many were given up. For each of `consumers` there is
 * a value, 0 when there is nothing.
 */
export function watchEvents(
  metrics: Metrics,
  database: SqlDatabase<EventTables>,
  ctx: Context,
  now: () => Date,
  consumers: () => readonly string[],
): void {
  const waiting = database.statement<object, Waiting>((query) =>
    query
      .selectFrom("core_deliveries as delivery")
      .innerJoin("core_events as event", "event.position", "delivery.position")
      .select(({ fn }) => ["delivery.consumer", fn.countAll<number>().as("count"), fn.min("event.time").as("oldest")])
      .groupBy("delivery.consumer"),
  );
  const dead = database.statement<object, Pick<Waiting, "consumer" | "count">>((query) =>
    query
      .selectFrom("core_dead_letters")
      .select(({ fn }) => ["consumer", fn.countAll<number>().as("count")])
      .groupBy("consumer"),
  );
  metrics.levels("archwright_events_waiting", "Events that wait for a consumer.", ["consumer"], async () =>
    levels(await waiting.all(acrossOrganizations(ctx), {}), ({ count }) => Number(count)),
  );
  metrics.levels("archwright_events_oldest_seconds", "How long ago the oldest event happened that waits.", ["consumer"], async () =>
    levels(await waiting.all(acrossOrganizations(ctx), {}), ({ oldest }) => (now().getTime() - Date.parse(oldest)) / 1000),
  );
  metrics.levels("archwright_events_dead", "Events that were given up.", ["consumer"], async () =>
    levels(await dead.all(ctx, {}), ({ count }) => Number(count)),
  );

  function levels<Row extends { readonly consumer: string }>(rows: readonly Row[], measure: (row: Row) => number): readonly Level[] {
    const values = new Map(consumers().map((consumer) => [consumer, 0]));
    for (const row of rows) values.set(row.consumer, measure(row));
    return [...values].map(([consumer, value]) => ({ labels: { consumer }, value }));
  }
}
