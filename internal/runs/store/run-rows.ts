import { sql } from "kysely";
import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import type { RunId, RunStatus, WaitReason } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../core/database/database.ts";
import type { Payload } from "./payload.ts";

/** A run whose row is locked until the transaction ends: nobody else moves its steps meanwhile. */
export interface LockedRun {
  readonly id: RunId;
  readonly status: RunStatus;
  readonly waitReason: WaitReason;
  readonly pipelineId: string;
  readonly pipelineVersion: number;
  /** The traceparent of what started it. */
  readonly trace: string | undefined;
}

/** What the engine asks of the rows of runs, besides their repository. */
export interface RunRows {
  /** Locks a run. Of several, the one with the lower id first. */
  lock(ctx: Context, runId: string): Promise<LockedRun | undefined>;
  input(ctx: Context, runId: string): Promise<Payload>;
  /** The step that failed first, with what went wrong. */
  firstFailure(ctx: Context, runId: string): Promise<{ readonly step: string; readonly error: string } | undefined>;
  /** Whether a run is being cancelled. */
  isCancelling(ctx: Context, runId: string): Promise<boolean>;
}

export function runRows(database: SqlDatabase<RunsSqliteTables>): RunRows {
  type One = Placeholders<{ organization: string; runId: string }>;

  const lockOne = database.statement((query, param: One) => {
    const one = query
      .selectFrom("runs")
      .select(["id", "status", "wait_reason", "pipeline_id", "pipeline_version", "trace"])
      .where("organization_id", "=", param.organization)
      .where("id", "=", param.runId);
    return database.dialect === "postgres" ? one.forUpdate() : one;
  });
  const inputOf = database.statement((query, param: One) =>
    query
      .selectFrom("runs")
      .select(sql<string>`cast(input as text)`.as("input"))
      .where("organization_id", "=", param.organization)
      .where("id", "=", param.runId),
  );
  const failures = database.statement((query, param: One) =>
    query
      .selectFrom("run_steps")
      .select(["step", "error"])
      .where("organization_id", "=", param.organization)
      .where("run_id", "=", param.runId)
      .where("status", "in", ["failed", "timed_out"])
      .orderBy("finished_at")
      .orderBy("position")
      .limit(1),
  );
  const statusOf = database.statement((query, param: One) =>
    query.selectFrom("runs").select("status").where("organization_id", "=", param.organization).where("id", "=", param.runId),
  );

  return {
    async lock(ctx, runId) {
      const row = await lockOne.first(ctx, { organization: ctx.organization, runId });
      return (
        row && {
          id: row.id as RunId,
          status: row.status as RunStatus,
          waitReason: row.wait_reason as WaitReason,
          pipelineId: row.pipeline_id,
          pipelineVersion: row.pipeline_version,
          trace: row.trace ?? undefined,
        }
      );
    },
    async input(ctx, runId) {
      return (await inputOf.first(ctx, { organization: ctx.organization, runId }))?.input ?? null;
    },
    async firstFailure(ctx, runId) {
      const row = await failures.first(ctx, { organization: ctx.organization, runId });
      return row && { step: row.step, error: row.error ?? "" };
    },
    async isCancelling(ctx, runId) {
      return (await statusOf.first(ctx, { organization: ctx.organization, runId }))?.status === "cancelling";
    },
  };
}
