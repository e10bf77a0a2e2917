import { EventEmitter, once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunsService } from "../../../generated/runs/service.gen.ts";
import type { SqlDatabase } from "../../../internal/core/database/database.ts";
import { PostgresDatabase } from "../../../internal/core/database/postgres/postgres-database.ts";
import { SqliteDatabase } from "../../../internal/core/database/sqlite/sqlite-database.ts";
import { embeddedEvents } from "../../../internal/core/events/embedded.ts";
import type { EventTables } from "../../../internal/core/events/tables.ts";
import { startForBench } from "../platform.ts";
import type { Figures } from "../report.ts";
import { beginAll, report } from "./contender.ts";

// What a week of events and a year of runs in the tables cost those who look for what is to be done.
const rows = Number(process.env.ROWS);
const { person, platform } = await startForBench(process.env.DATABASE_URL);
const { core } = platform;
const runs = platform.service("runs") as RunsService;
const ctx = core.system("bench", person.organization);
const steps = [{ id: "only", tool: "template.render", inputs: { template: "'hello'", data: "{}" } }];
const { id: pipelineId } = await person.call<{ id: `pl-${string}` }>("POST", "/pipelines", { name: "One step", definition: { steps } });

const handled = new EventEmitter();
let count = 0;
const type = "bench.thing.happened";
const events = embeddedEvents({ ...core, database: core.database as SqlDatabase<EventTables> });
events.subscribe([
  {
    name: "bench",
    types: [type],
    async handle(ctx) {
      core.database.afterCommit(ctx, () => {
        count++;
        handled.emit("one");
      });
    },
  },
]);
events.start();

async function dispatched(size: number): Promise<number> {
  const wanted = count + size;
  const began = performance.now();
  const happened = Array.from({ length: size }, (_, index) => ({ type, aggregate: `th-${wanted}-${index}`, data: {} }));
  await events.log.append(ctx, ...happened);
  while (count < wanted) await once(handled, "one");
  return size / ((performance.now() - began) / 1_000);
}

async function run(count: number): Promise<number> {
  const began = performance.now();
  await beginAll(count, () => runs.startRun(ctx, { body: { pipelineId } }));
  const open = { filter: { status: { in: ["queued", "running", "waiting"] } }, limit: 1 } as const;
  while ((await runs.listRuns(ctx, open)).items.length > 0) await sleep(5);
  return count / ((performance.now() - began) / 1_000);
}

async function listed(): Promise<number> {
  const began = performance.now();
  for (let index = 0; index < 20; index++) await runs.listRuns(ctx, { limit: 50, sort: "-createdAt" });
  return (performance.now() - began) / 20;
}

/** In turns, so that what else the machine does meets all of them. */
async function figures(prefix: string): Promise<Figures> {
  await run(100);
  // Once before it counts: statements are planned anew after tables were filled.
  await dispatched(500);
  return {
    [`${prefix}-events-dispatched-per-second`]: await dispatched(2_000),
    [`${prefix}-runs-per-second`]: await run(300),
    [`${prefix}-list-ms`]: await listed(),
  };
}

async function script(sql: string): Promise<void> {
  const { database } = core;
  if (!(database instanceof PostgresDatabase || database instanceof SqliteDatabase))
    throw new Error("A database that is asked in SQL is needed.");
  await database.transact(ctx, (ctx) => database.script(ctx, sql));
}

/** Events that were delivered, and runs that ended, of this organization and 99 others. */
async function fill(): Promise<void> {
  const at = `'${new Date(Date.now() - 3 * 24 * 3_600_000).toISOString()}'`;
  const batch = 50_000;
  for (let from = 0; from < rows; from += batch) {
    const series =
      core.database.dialect === "postgres"
        ? `(select n from generate_series(${from + 1}, ${from + batch}) as n)`
        : `(with recursive series(n) as (select ${from + 1} union all select n + 1 from series where n < ${from + batch}) select n from series)`;
    const common = `case when n % 100 = 0 then '${person.organization}' else 'og-' || (n % 100) end, ${at}, ${at}, 1`;
    await script(`insert into core_events (id, type, aggregate, organization, actor, time, data)
        select 'ev-history-' || n, 'runs.run.updated', 'rn-' || n, 'og-' || (n % 100), '', ${at}, '{"id":"rn-1"}' from ${series} as numbers;
      insert into runs (id, organization_id, created_at, updated_at, version, pipeline_id, pipeline_name, pipeline_version, status, input, finished_at)
        select 'rn-history-' || n, ${common}, 'pl-1', 'Past', 1, 'succeeded', '{}', ${at} from ${series} as numbers;
      insert into run_steps (id, organization_id, created_at, updated_at, version, run_id, position, step, tool, status, attempts)
        select 'rs-history-' || n, ${common}, 'rn-history-' || n, 0, 'only', 'template.render', 'succeeded', 1 from ${series} as numbers;
      insert into run_records (id, organization_id, created_at, updated_at, version, run_id, sequence, kind, step, body)
        select 'rr-history-' || n, ${common}, 'rn-history-' || n, 1, 'state', '', '[]' from ${series} as numbers`);
  }
  // What Postgres does by itself in the course of a week, and would now do while it is measured. Nobody does so on SQLite.
  if (core.database instanceof PostgresDatabase) await core.database.outside("set statement_timeout = 0", "vacuum (analyze)", "checkpoint");
}

const empty = await figures("empty");
await fill();
const full = await figures("full");
const ratio = (name: string): number => (full[`full-${name}`] ?? Number.NaN) / (empty[`empty-${name}`] ?? Number.NaN);
report({
  ...empty,
  ...full,
  "dispatch-full-to-empty": ratio("events-dispatched-per-second"),
  "runs-full-to-empty": ratio("runs-per-second"),
});
