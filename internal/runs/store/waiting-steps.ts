import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import { acrossOrganizations } from "../../core/context/across-organizations.ts";
import type { Context } from "../../core/context/context.ts";
import type { SqlDatabase } from "../../core/database/database.ts";

/** What of the queue waits, over all organizations; for whoever watches. */
export interface WaitingSteps {
  /** How many steps wait, by their reason. */
  byReason(ctx: Context): Promise<ReadonlyMap<string, number>>;
  /** Since when the step has been ready that waits longest for a worker, in milliseconds since the epoch. */
  oldest(ctx: Context): Promise<number | undefined>;
}

export function waitingSteps(database: SqlDatabase<RunsSqliteTables>): WaitingSteps {
  const counts = database.statement<object, { readonly reason: string | null; readonly count: number }>((query) =>
    query
      .selectFrom("step_attempts as attempt")
      .innerJoin("run_steps as step", (join) =>
        join
          .onRef("step.organization_id", "=", "attempt.organization")
          .onRef("step.run_id", "=", "attempt.run_id")
          .onRef("step.step", "=", "attempt.step"),
      )
      .select(({ fn }) => ["step.wait_reason as reason", fn.countAll<number>().as("count")])
      .where("attempt.status", "in", ["queued", "delayed"])
      .groupBy("step.wait_reason"),
  );
  const first = database.statement<object, { readonly available_at: number | string }>((query) =>
    query.selectFrom("step_attempts").select("available_at").where("status", "=", "queued").orderBy("available_at").limit(1),
  );
  return {
    byReason: async (ctx) =>
      new Map((await counts.all(acrossOrganizations(ctx), {})).map(({ reason, count }) => [reason ?? "", Number(count)])),
    async oldest(ctx) {
      const row = await first.first(ctx, {});
      return row && Number(row.available_at);
    },
  };
}
