import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Database, Placeholders, SqlDatabase } from "../../core/database/database.ts";

/** Takes all that the caller's organization has in the queue out of it. The queue is of all organizations, so no repository does. */
export async function forgetAttempts(database: Database, ctx: Context): Promise<void> {
  const remove = (database as SqlDatabase<RunsSqliteTables>).statement((query, param: Placeholders<{ readonly organization: string }>) =>
    query.deleteFrom("step_attempts").where("organization", "=", param.organization),
  );
  await remove.run(ctx, { organization: ctx.organization });
}
