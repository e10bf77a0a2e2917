import type { RunsParts } from "../../generated/runs/service.gen.ts";
import type { RunsSqliteTables } from "../../generated/runs/tables.gen.ts";
import type { Context } from "../core/context/context.ts";
import type { SqlDatabase } from "../core/database/database.ts";
import type { Prunable } from "../core/database/pruning.ts";
import { endedRuns } from "./store/ended-runs.ts";

const day = 24 * 3_600_000;
/** Each batch is a transaction of its own: others' writes go in between. */
const usualBatch = 200;

/** Runs that ended longer ago than their organization keeps them, with their steps and logs. */
export function pruneRuns({ core, config }: Pick<RunsParts, "core" | "config">, batch = usualBatch): Prunable {
  const ended = endedRuns(core.database as SqlDatabase<RunsSqliteTables>);

  async function pruneOf(ctx: Context): Promise<number> {
    const days = await config.retentionDays(ctx);
    const before = new Date(core.now().getTime() - days * day);
    for (let total = 0; ; ) {
      const removed = await ended.remove(ctx, before, batch);
      total += removed;
      if (removed < batch) return total;
    }
  }

  return {
    name: "runs",
    async prune(ctx) {
      let total = 0;
      let last = "";
      for (;;) {
        const organization = await ended.organizationAfter(ctx, last);
        if (organization === undefined) return total;
        total += await pruneOf({ ...ctx, organization });
        last = organization;
      }
    },
  };
}
