import type { RunsModule } from "../../generated/runs/service.gen.ts";
import { engineOf } from "./engine.ts";
import { runsService } from "./service.ts";
import { startWorker } from "./worker/worker.ts";

/** The safety net under the wakes. */
const pollMilliseconds = 1_000;

export default {
  service: (parts) => runsService(parts),

  start: async (parts) =>
    startWorker(engineOf(parts), {
      concurrency: parts.config.workerConcurrency,
      leaseMilliseconds: parts.config.leaseSeconds * 1000,
      graceMilliseconds: parts.config.graceSeconds * 1000,
      pollMilliseconds,
    }),
} satisfies RunsModule;
