import { runContender } from "./durable/run-contender.ts";
import { measureScaling } from "./durable/scaling.ts";
import { startServices, startSlowServer } from "./durable/services.ts";
import type { Figures } from "./report.ts";

const count = "600";

/**
 * Durable one-step runs per second and start-to-finish times, beside DBOS workflows of one step and jobs of graphile-worker: on one
 * Postgres that syncs every commit, one after the other, each in a process of its own. The embedded set-up on SQLite, too.
 */
export async function benchRuns(): Promise<Figures> {
  const services = await startServices();
  const slow = await startSlowServer(200);
  try {
    const embedded = await runContender("archwright.ts", { COUNT: count, DATABASE_URL: "" });
    const shared = { COUNT: count, POSTGRES_PID: String(services.postgresPid) };
    const ours = await runContender("archwright.ts", { ...shared, ...(await services.platformEnv("archwright")) });
    const on = async (name: string) => ({ ...shared, DATABASE_URL: await services.databaseUrl(name) });
    const direct = await runContender("dbos.ts", { WAY: "direct", ...(await on("dbos_direct")) });
    const queued = await runContender("dbos.ts", { WAY: "queue", ...(await on("dbos_queue")) });
    const graphile = await runContender("graphile-worker.ts", await on("graphile"));
    const scaling = await measureScaling(await services.platformEnv("scaling"), slow.url);
    const rate = (figures: Figures): number => figures["per-second"] ?? Number.NaN;
    const processor = (figures: Figures, way = ""): number => figures[`${way}processor-ms`] ?? Number.NaN;
    const called = ours["called-per-second"] ?? Number.NaN;
    return {
      ...named("embedded", embedded),
      ...named("postgres", ours),
      ...named("dbos-direct", direct),
      ...named("dbos-queue", queued),
      ...named("graphile-worker", graphile),
      "to-dbos": called / Math.max(rate(direct), rate(queued)),
      "to-graphile-worker": called / rate(graphile),
      "processor-to-dbos": Math.min(processor(direct), processor(queued)) / processor(ours, "called-"),
      "processor-to-graphile-worker": processor(graphile) / processor(ours, "called-"),
      ...scaling,
    };
  } finally {
    slow.stop();
    await services.stop();
  }
}

/** How long a single run of one organization takes while another floods the queue. */
export async function benchFairness(): Promise<Figures> {
  const services = await startServices();
  const slow = await startSlowServer(2_000);
  const settings = { SLOW_URL: slow.url, TOOLS_HTTP_ALLOW_PRIVATE: "true" };
  try {
    return {
      ...named("embedded", await runContender("fairness.ts", { ...settings, DATABASE_URL: "" })),
      ...named("postgres", await runContender("fairness.ts", { ...settings, ...(await services.platformEnv("fairness")) })),
    };
  } finally {
    slow.stop();
    await services.stop();
  }
}

/** Events dispatched and runs done per second, before and after the tables were filled with a million rows of what is over. */
export async function benchHistory(): Promise<Figures> {
  const services = await startServices();
  const settings = { ROWS: "1000000" };
  try {
    return {
      ...named("embedded", await runContender("history.ts", { ...settings, DATABASE_URL: "" })),
      ...named("postgres", await runContender("history.ts", { ...settings, ...(await services.platformEnv("history")) })),
    };
  } finally {
    await services.stop();
  }
}

const named = (prefix: string, figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`${prefix}-${name}`, figure]));
