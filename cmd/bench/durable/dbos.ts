import { DBOS } from "@dbos-inc/dbos-sdk";
import { concurrency, measure, report } from "./contender.ts";

// Workflows of DBOS Transact with one step, begun directly in this process or through a queue.
const direct = process.env.WAY === "direct";
DBOS.setConfig({ name: "bench", systemDatabaseUrl: process.env.DATABASE_URL ?? "", systemDatabasePoolSize: 20, logLevel: "error" });
const workflow = DBOS.registerWorkflow(async () => DBOS.runStep(async () => "hello", { name: "only" }), { name: "one-step" });
await DBOS.launch();
const queueName = "bench";
if (!direct) await DBOS.registerQueue(queueName, { workerConcurrency: concurrency, minPollingIntervalMs: 10 });

const results: Promise<unknown>[] = [];
const begin = () => DBOS.startWorkflow(workflow, direct ? {} : { queueName })();
const figures = await measure(
  {
    async start() {
      const handle = await begin();
      results.push(handle.getResult());
    },
    async ended() {
      await Promise.all(results);
    },
    async startToFinish() {
      await (await begin()).getResult();
    },
  },
  Number(process.env.COUNT),
);
report(figures);
