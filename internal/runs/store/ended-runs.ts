import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import { acrossOrganizations } from "../../core/context/across-organizations.ts";
import type { Context } from "../../core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../core/database/database.ts";
import { jsonRows } from "../../core/database/json-rows.ts";
import { ownerOfRun, type RunKey, runKeys } from "./run-rows.ts";

/** Runs that are over, in whatever number. */
export interface EndedRuns {
  /** The next organization that has runs; undefined after the last one. */
  organizationAfter(ctx: Context, last: string): Promise<string | undefined>;
  /** Removes runs of the caller's organization that ended before a time, the oldest first, with all that is below them. Gives how many. */
  remove(ctx: Context, before: Date, limit: number): Promise<number>;
}

export function endedRuns(database: SqlDatabase<RunsSqliteTables>): EndedRuns {
  type Of = Placeholders<{ keys: string }>;
  const next = database.statement((query, param: Placeholders<{ last: string }>) =>
    query.selectFrom("runs").select("organization_id").where("organization_id", ">", param.last).orderBy("organization_id").limit(1),
  );
  const oldest = database.statement((query, param: Placeholders<{ organization: string; before: string; limit: number }>) =>
    query
      .selectFrom("runs")
      .select("id")
      .where("organization_id", "=", param.organization)
      .where("finished_at", "<", param.before)
      .orderBy("finished_at")
      .limit(param.limit),
  );
  const given = (keys: string) => jsonRows<RunKey>(database, keys, { id: "text", organizationId: "text" });
  const removeBelow = (["run_records", "run_steps"] as const).map((table) =>
    database.statement((query, param: Of) =>
      query
        .deleteFrom(table)
        .where(({ eb, refTuple, selectFrom }) =>
          eb(
            refTuple("organization_id", "run_id"),
            "in",
            selectFrom(given(param.keys)).select(["given.organizationId", "given.id"]).$asTuple("organizationId", "id"),
          ),
        ),
    ),
  );
  const removeRuns = database.statement((query, param: Of) =>
    query
      .deleteFrom("runs")
      .where(({ eb, selectFrom }) => eb("id", "in", selectFrom(given(param.keys)).select("given.id")))
      .where(({ eb, selectFrom }) => eb(ownerOfRun, "in", selectFrom(given(param.keys)).select("given.organizationId"))),
  );

  return {
    async organizationAfter(ctx, last) {
      return (await next.first(acrossOrganizations(ctx), { last }))?.organization_id;
    },
    async remove(ctx, before, limit) {
      const { organization } = ctx;
      const found = await oldest.all(ctx, { organization, before: before.toISOString(), limit });
      if (found.length === 0) return 0;
      const keys = runKeys(
        ctx,
        found.map(({ id }) => id),
      );
      return database.transact(ctx, async (ctx) => {
        for (const below of removeBelow) await below.run(ctx, { keys });
        return removeRuns.run(ctx, { keys });
      });
    },
  };
}
