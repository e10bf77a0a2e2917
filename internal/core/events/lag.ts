import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { SqlDatabase } from "../database/database.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import type { EventTables } from "./tables.ts";

interface Waiting {
  readonly consumer: string;
  readonly count: number;
  readonly oldest: string;
}

/** Tells how many events wait for each consumer, the relay included, since when, and how many were given up. */
export function watchEvents(metrics: Metrics, database: SqlDatabase<EventTables>, ctx: Context, now: () => Date): void {
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
    (await waiting.all(acrossOrganizations(ctx), {})).map(({ consumer, count }) => ({ labels: { consumer }, value: Number(count) })),
  );
  metrics.levels("archwright_events_oldest_seconds", "How long ago the oldest event happened that waits.", ["consumer"], async () =>
    (await waiting.all(acrossOrganizations(ctx), {})).map(({ consumer, oldest }) => ({
      labels: { consumer },
      value: (now().getTime() - Date.parse(oldest)) / 1000,
    })),
  );
  metrics.levels("archwright_events_dead", "Events that were given up.", ["consumer"], async () =>
    (await dead.all(ctx, {})).map(({ consumer, count }) => ({ labels: { consumer }, value: Number(count) })),
  );
}
