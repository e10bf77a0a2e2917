import type { RunsModule } from "../../generated/runs/service.gen.ts";
import { startPruning } from "../core/database/pruning.ts";
import { cancelAll } from "./cancel-all.ts";
import { engineOf } from "./engine.ts";
import { pruneRuns } from "./prune-runs.ts";
import { runsService } from "./service.ts";
import { forgetAttempts } from "./store/forget-attempts.ts";
import { watchSteps } from "./worker/watch-steps.ts";
import { startWorker } from "./worker/worker.ts";

/** The safety net under the wakes. */
const pollMilliseconds = 2_000;

export default {
  service: (parts) => runsService(parts),

  consumers: (parts, service) => ({
    // Nothing goes on for an organization that is deleted; who brings it back starts its runs again.
    async onOrganizationDeleted(ctx, event) {
      const system = { ...parts.core.system("runs", event.aggregate), transaction: ctx.transaction };
      await cancelAll(system, parts, service);
    },
  }),

  forget: (parts, organization) => forgetAttempts(parts.core.database, parts.core.system("runs", organization)),

  async start(parts) {
    const engine = engineOf(parts);
    const { workerConcurrency: concurrency, leaseSeconds, graceSeconds } = parts.config;
    const settings = { concurrency, leaseMilliseconds: leaseSeconds * 1000, graceMilliseconds: graceSeconds * 1000, pollMilliseconds };
    return startWorker(engine, settings, watchSteps(engine));
  },

  startAlone: async (parts) => startPruning([pruneRuns(parts)], parts.core.system("runs", "")),
} satisfies RunsModule;
