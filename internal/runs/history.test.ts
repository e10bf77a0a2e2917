import { beforeAll, expect, test } from "vitest";
import type { RunsSqliteTables } from "../../generated/runs/tables.gen.ts";
import type { SqlDatabase } from "../core/database/database.ts";
import { testContext } from "../core/testing/context.ts";
import { queryPlans, wholeTableReads } from "../core/testing/query-plans.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { createTables } from "../core/testing/test-tables.ts";
import { attempts } from "./store/attempts.ts";
import { endedRuns } from "./store/ended-runs.ts";
import { journal } from "./store/journal.ts";
import { runRows } from "./store/run-rows.ts";
import { steps } from "./store/steps.ts";

const history = ["runs", "run_steps", "run_records"] as const;

forEachDatabase(
  (dialect, database) => {
    const sql = () => database() as SqlDatabase<RunsSqliteTables>;

    // Statistics are for Postgres alone, which makes its own: nobody analyzes a database of SQLite.
    // So many that it would be worth while to look into an index, as it is not for a handful.
    beforeAll(async () => {
      const at = "'2026-01-01T00:00:00.000Z'";
      const series = (count: number) =>
        dialect === "postgres"
          ? `(select n from generate_series(1, ${count}) as n)`
          : `(with recursive series(n) as (select 1 union all select n + 1 from series where n < ${count}) select n from series)`;
      const common = `'og-' || (n % 50), ${at}, ${at}, 1`;
      await createTables(
        database(),
        `insert into runs (id, organization_id, created_at, updated_at, version, pipeline_id, pipeline_name, pipeline_version, status, input, finished_at)
           select 'rn-' || n, ${common}, 'pl-1', 'Test', 1, 'succeeded', '{}', ${at} from ${series(5_000)} as numbers;
         insert into run_steps (id, organization_id, created_at, updated_at, version, run_id, position, step, tool, status, attempts)
           select 'rs-' || n, ${common}, 'rn-' || n, 0, 'a', 'none', 'succeeded', 1 from ${series(5_000)} as numbers;
         insert into run_records (id, organization_id, created_at, updated_at, version, run_id, sequence, kind, step, body)
           select 'rr-' || n, ${common}, 'rn-' || n, 1, 'state', '', '[]' from ${series(5_000)} as numbers;
         insert into step_attempts (id, created_at, updated_at, version, organization, run_id, step, number, status, available_at, priority, token, leased_until, losses)
           select 'sa-' || n, ${at}, ${at}, 1, 'og-' || (n % 50), 'rn-' || n, 'a', 1, case when n % 3 = 0 then 'delayed' else 'queued' end, n, 3, 0, 0, 0 from ${series(5_000)} as numbers;
         ${dialect === "postgres" ? "analyze" : ""}`,
      );
    });

    test("what finished is not gone through for what is to be done, and what is taken from the queue is found by index", async () => {
      const plans = await queryPlans(sql(), testContext(), (database) => [
        runRows(database),
        steps(database),
        journal(database, { wake() {} } as never),
        endedRuns(database),
      ]);
      expect(plans.length).toBeGreaterThan(10);
      expect(wholeTableReads(plans, history)).toEqual([]);
      const queue = await queryPlans(sql(), testContext(), attempts);
      const counted = queue.filter(({ sql }) => /count\(\*\)/.test(sql));
      expect(counted).toHaveLength(1);
      expect(wholeTableReads(queue, ["step_attempts", "candidate"])).toEqual(dialect === "postgres" ? counted : []);
    });
  },
  ["sqlite", "postgres"],
);
