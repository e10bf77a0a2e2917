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
  },
  ["sqlite", "postgres"],
);
