import { EventEmitter, once } from "node:events";
import { Logger, makeWorkerUtils, run, type WorkerEvents } from "graphile-worker";
import { concurrency, measure, report } from "./contender.ts";

// Jobs of graphile-worker, with what its documentation recommends for throughput: jobs fetched ahead into a local queue, and written
// down together when they complete. Both keep its promise: at least once.
const connectionString = process.env.DATABASE_URL ?? "";
const logger = new Logger(() => () => {});
const events: WorkerEvents = new EventEmitter();
let completed = 0;
events.on("job:complete", () => {
  completed++;
});
const preset = {
  worker: {
    connectionString,
    concurrentJobs: concurrency,
    maxPoolSize: 20,
    localQueue: { size: 500 },
    completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
  },
};
const utils = await makeWorkerUtils({ connectionString, maxPoolSize: 20, logger });
await utils.migrate();
const runner = await run({ preset, logger, events, noHandleSignals: true, taskList: { step: async () => {} } });

const figures = await measure(
  {
    start: () => utils.addJob("step", { text: "hello" }),
    async ended(count) {
      while (completed < count) await once(events, "job:complete");
    },
    async startToFinish() {
      const complete = once(events, "job:complete");
      await utils.addJob("step", { text: "hello" });
      await complete;
    },
  },
  Number(process.env.COUNT),
);
await runner.stop();
report(figures);
