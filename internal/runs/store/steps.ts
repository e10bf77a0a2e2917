import { type Selectable, sql } from "kysely";
import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import type { StepState, StepStatus, WaitReason } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../core/database/database.ts";
import type { StepStand } from "../plan/advance.ts";
import { type Payload, readTime, storable } from "./payload.ts";

interface Named {
  readonly runId: string;
  readonly step: string;
}

/** The end of a step, or of one of its tries. */
export interface Turn extends Named {
  readonly status: StepStatus;
  readonly waitReason: WaitReason;
  readonly input: Payload;
  readonly output: Payload;
  readonly error: string | null;
  readonly finished: boolean;
  /** Said of a step whose beginning was not written down; null leaves what there is. */
  readonly attempts: number | null;
  readonly startedAt: string | null;
}

/** Changes to the steps of a run, each by one narrow statement. The caller holds the lock of the run. */
export interface Steps {
  /** Where all steps of a run stand, in the order of the definition. */
  stands(ctx: Context, runId: string): Promise<Map<string, StepStand>>;
  /** It runs. Going on after a timer is no new beginning. */
  begin(ctx: Context, named: Named): Promise<StepState & { readonly startedAt: string }>;
  /** A try has ended. */
  turn(ctx: Context, turn: Turn): Promise<StepState>;
  /** It moves without a try: queued, skipped or cancelled. */
  move(ctx: Context, named: Named, status: "queued" | "skipped" | "cancelled"): Promise<StepState>;
  output(ctx: Context, named: Named): Promise<Payload>;
}

const state = [
  "run_id",
  "position",
  "step",
  "name",
  "tool",
  "status",
  "wait_reason",
  "attempts",
  "error",
  "started_at",
  "finished_at",
] as const;
const maxError = 10_000;

export function steps(database: SqlDatabase<RunsSqliteTables>, now: () => Date): Steps {
  const allStands = database.statement((query, param: Placeholders<{ organization: string; runId: string }>) =>
    query
      .selectFrom("run_steps")
      .select(["step", "status", "wait_reason"])
      .where("organization_id", "=", param.organization)
      .where("run_id", "=", param.runId)
      .orderBy("position"),
  );
  const beginOne = database.statement((query, param: Placeholders<Named & { organization: string; now: string }>) =>
    query
      .updateTable("run_steps")
      .set((column) => ({
        status: "running",
        wait_reason: null,
        attempts: sql<number>`attempts + (case when status = 'waiting' and wait_reason = 'timer' then 0 else 1 end)`,
        started_at: column.fn.coalesce("started_at", sql<string>`${param.now}`),
        updated_at: param.now,
        version: column("version", "+", 1),
      }))
      .where("organization_id", "=", param.organization)
      .where("run_id", "=", param.runId)
      .where("step", "=", param.step)
      .returning(state),
  );
  const turnOne = database.statement(
    (
      query,
      param: Placeholders<
        Named & {
          organization: string;
          now: string;
          status: string;
          waitReason: string | null;
          input: string | null;
          output: string | null;
          error: string | null;
          finishedAt: string | null;
          attempts: number | null;
          startedAt: string | null;
        }
      >,
    ) =>
      query
        .updateTable("run_steps")
        .set((column) => ({
          status: param.status,
          wait_reason: param.waitReason,
          input: param.input,
          output: param.output,
          error: param.error,
          attempts: column.fn.coalesce(sql<number>`cast(${param.attempts} as integer)`, "attempts"),
          started_at: column.fn.coalesce("started_at", sql<string>`${param.startedAt}`),
          finished_at: param.finishedAt,
          updated_at: param.now,
          version: column("version", "+", 1),
        }))
        .where("organization_id", "=", param.organization)
        .where("run_id", "=", param.runId)
        .where("step", "=", param.step)
        .returning(state),
  );
  const moveOne = database.statement(
    (
      query,
      param: Placeholders<
        Named & { organization: string; now: string; status: string; waitReason: string | null; finishedAt: string | null }
      >,
    ) =>
      query
        .updateTable("run_steps")
        .set((column) => ({
          status: param.status,
          wait_reason: param.waitReason,
          finished_at: param.finishedAt,
          updated_at: param.now,
          version: column("version", "+", 1),
        }))
        .where("organization_id", "=", param.organization)
        .where("run_id", "=", param.runId)
        .where("step", "=", param.step)
        .returning(state),
  );
  const outputOf = database.statement((query, param: Placeholders<Named & { organization: string }>) =>
    query
      .selectFrom("run_steps")
      .select(sql<string | null>`cast(output as text)`.as("output"))
      .where("organization_id", "=", param.organization)
      .where("run_id", "=", param.runId)
      .where("step", "=", param.step),
  );

  return {
    async stands(ctx, runId) {
      const rows = await allStands.all(ctx, { organization: ctx.organization, runId });
      return new Map(rows.map((row) => [row.step, { status: row.status as StepStatus, waitReason: row.wait_reason as WaitReason }]));
    },
    async begin(ctx, { runId, step }) {
      const at = now().toISOString();
      const state = toState(await beginOne.first(ctx, { organization: ctx.organization, runId, step, now: at }), step);
      return { ...state, startedAt: state.startedAt ?? at };
    },
    async turn(ctx, { runId, step, status, waitReason, input, output, error, finished, attempts, startedAt }) {
      const at = now().toISOString();
      const row = await turnOne.first(ctx, {
        organization: ctx.organization,
        runId,
        step,
        now: at,
        status,
        waitReason,
        input,
        output,
        error: error === null ? null : storable(error, maxError),
        finishedAt: finished ? at : null,
        attempts,
        startedAt,
      });
      return toState(row, step);
    },
    async move(ctx, { runId, step }, status) {
      const at = now().toISOString();
      const queued = status === "queued";
      const row = await moveOne.first(ctx, {
        organization: ctx.organization,
        runId,
        step,
        now: at,
        status,
        waitReason: queued ? "slot" : null,
        finishedAt: queued ? null : at,
      });
      return toState(row, step);
    },
    async output(ctx, { runId, step }) {
      return (await outputOf.first(ctx, { organization: ctx.organization, runId, step }))?.output ?? null;
    },
  };
}

type StateRow = Pick<Selectable<RunsSqliteTables["run_steps"]>, (typeof state)[number]>;

function toState(row: StateRow | undefined, step: string): StepState {
  if (row === undefined) throw new Error(`The step "${step}" has no row.`);
  return {
    runId: row.run_id,
    position: row.position,
    step: row.step,
    name: row.name,
    tool: row.tool,
    status: row.status as StepStatus,
    waitReason: row.wait_reason as WaitReason,
    attempts: row.attempts,
    error: row.error,
    startedAt: readTime(row.started_at),
    finishedAt: readTime(row.finished_at),
  };
}
