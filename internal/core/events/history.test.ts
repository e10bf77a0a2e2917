import type { Kysely } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { SqlDatabase } from "../database/database.ts";
import { localLive } from "../live/local-live.ts";
import { testContext } from "../testing/context.ts";
import { queryPlans, wholeTableReads } from "../testing/query-plans.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { createTables } from "../testing/test-tables.ts";
import { deliveries } from "./deliveries.ts";
import { outbox } from "./outbox.ts";
import { eventPruner } from "./retention.ts";
import type { EventTables } from "./tables.ts";

forEachDatabase(
  (dialect, database) => {
    const sql = () => database() as SqlDatabase<EventTables>;

    beforeAll(async () => {
      const numbers =
        dialect === "postgres"
          ? "(select n from generate_series(1, 20000) as n)"
          : "(with recursive series(n) as (select 1 union all select n + 1 from series where n < 20000) select n from series)";
      const position = dialect === "postgres" ? "" : "position, ";
      await createTables(
        database(),
        `insert into core_events (${position}id, type, aggregate, organization, actor, time, data)
           select ${position === "" ? "" : "n, "}'ev-' || n, 'a.b.c', 'ag-' || n, 'og-1', '', '2026-01-01T00:00:00.000Z', '{}' from ${numbers} as numbers;
         insert into core_deliveries (consumer, position, aggregate, available_at)
           select 'one', position, aggregate, position from core_events where position > 17000;
         analyze`,
      );
    });

    test("events that were delivered are not gone through for those that are not, nor for what is to be pruned", async () => {
      const plans = await queryPlans(sql(), testContext(), (database) => [
        deliveries(database, ["one"]),
        outbox(database, localLive(), () => new Date()),
        eventPruner(database),
      ]);
      expect(plans.length).toBeGreaterThan(6);
      expect(wholeTableReads(plans, ["core_events", "core_deliveries", "candidate", "earlier", "old"])).toEqual([]);
    });

    // What was planned while the queue was empty would read all of it for each row, once it is not.
    test.runIf(dialect === "postgres")("no plan of a claim is kept", async () => {
      const store = deliveries(sql(), ["one"]);
      const plans = sql().statement<object, { readonly statement: string }>((query) =>
        (query as unknown as Kysely<Prepared>).selectFrom("pg_prepared_statements").select("statement"),
      );
      const ctx = testContext();
      const kept = await database().transact(ctx, async (ctx) => {
        await store.claim(ctx, { token: "tk-1", now: 0, until: 1, limit: 1 });
        await store.event(ctx, 1);
        return plans.all(ctx, {});
      });
      const texts = kept.map(({ statement }) => statement).filter((text) => !text.startsWith("explain"));
      expect(texts.filter((text) => text.includes("core_events"))).not.toEqual([]);
      expect(texts.filter((text) => text.includes("candidate"))).toEqual([]);
    });
  },
  ["sqlite", "postgres"],
);

interface Prepared {
  readonly pg_prepared_statements: { readonly statement: string };
}
