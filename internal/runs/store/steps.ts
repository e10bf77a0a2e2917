import { type Selectable, sql } from "kysely";
import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import type { StepState, StepStatus, WaitReason } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../core/database/database.ts";
import { insertRows, jsonRows } from "../../core/database/json-rows.ts";
import { newId } from "../../core/ids/ids.ts";
import { ownedBy, ownedColumns } from "./owned.ts";
import { type Payload, readTime } from "./payload.ts";
import { type RunKey, runKeys } from "./run-rows.ts";

/** What a try at a step was given, and what it gave. */
export interface Payloads {
  readonly input: Payload;
  readonly output: Payload;
}

/** How a step's row is to be; without payloads it keeps those that it has. */
export type StepWrite = StepState & { readonly payloads: Payloads | undefined };

/** What a transaction reads of a run beside its row. */
export interface StepsOfRun {
  /** In the order of the definition. */
  readonly states: Map<string, StepState>;
  /** The number of the last line in the run's journal. */
  readonly sequence: number;
}

/** The steps of runs, many at once. The caller holds the locks of their runs, which are of its organization. */
export interface Steps {
  /** By run. */
  ofRuns(ctx: Context, runIds: readonly string[]): Promise<ReadonlyMap<string, StepsOfRun>>;
  insert(ctx: Context, states: readonly StepState[], at: string): Promise<void>;
  write(ctx: Context, changes: readonly StepWrite[], at: string): Promise<void>;
  output(ctx: Context, named: { readonly runId: string; readonly step: string }): Promise<Payload>;
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

export function steps(database: SqlDatabase<RunsSqliteTables>): Steps {
  const statesOf = database.statement((query, param: Placeholders<{ keys: string }>) =>
    query
      .selectFrom("run_steps")
      .innerJoin(jsonRows<RunKey>(database, param.keys, { id: "text", organizationId: "text" }), "given.id", "run_steps.run_id")
      .select(state.map((column) => `run_steps.${column}` as const))
      // Told with the first step of each run, for it is asked for as often as they are.
      .select(
        sql<number | null>`case when position = 0 then
          (select max(sequence) from run_records where organization_id = run_steps.organization_id and run_id = run_steps.run_id) end`.as(
          "sequence",
        ),
      )
      .whereRef("run_steps.organization_id", "=", "given.organizationId")
      .orderBy("run_steps.run_id")
      .orderBy("run_steps.position"),
  );
  const insertAll = insertRows(database, "run_steps", {
    ...ownedColumns,
    run_id: "text",
    position: "integer",
    step: "text",
    name: "text",
    tool: "text",
    status: "text",
    wait_reason: "text",
    attempts: "integer",
    started_at: "time",
  });
  const writeAll = database.statement((query, param: Placeholders<{ rows: string; at: string }>) =>
    query
      .updateTable("run_steps")
      .from(
        jsonRows<WrittenRow>(database, param.rows, {
          organizationId: "text",
          runId: "text",
          step: "text",
          status: "text",
          waitReason: "text",
          attempts: "integer",
          error: "text",
          startedAt: "time",
          finishedAt: "time",
          tried: "boolean",
          input: "json",
          output: "json",
        }),
      )
      .set((column) => ({
        version: column("run_steps.version", "+", 1),
        updated_at: param.at,
        status: column.ref("given.status"),
        wait_reason: column.ref("given.waitReason"),
        attempts: column.ref("given.attempts"),
        error: column.ref("given.error"),
        started_at: column.ref("given.startedAt"),
        finished_at: column.ref("given.finishedAt"),
        input: sql<string | null>`case when given.tried then given.input else run_steps.input end`,
        output: sql<string | null>`case when given.tried then given.output else run_steps.output end`,
      }))
      .whereRef("run_steps.organization_id", "=", "given.organizationId")
      .whereRef("run_steps.run_id", "=", "given.runId")
      .whereRef("run_steps.step", "=", "given.step"),
  );
  const outputOf = database.statement((query, param: Placeholders<{ organization: string; runId: string; step: string }>) =>
    query
      .selectFrom("run_steps")
      .select(sql<string | null>`cast(output as text)`.as("output"))
      .where("organization_id", "=", param.organization)
      .where("run_id", "=", param.runId)
      .where("step", "=", param.step),
  );

  return {
    async ofRuns(ctx, runIds) {
      const found = new Map<string, { states: Map<string, StepState>; sequence: number }>();
      for (const row of await statesOf.all(ctx, { keys: runKeys(ctx, runIds) })) {
        const ofRun = found.get(row.run_id) ?? { states: new Map(), sequence: Number(row.sequence ?? 0) };
        found.set(row.run_id, ofRun);
        ofRun.states.set(row.step, toState(row));
      }
      return found;
    },
    async insert(ctx, states, at) {
      if (states.length === 0) return;
      const rows = states.map(({ runId, waitReason, startedAt, position, step, name, tool, status, attempts }) => ({
        id: newId("rs"),
        ...ownedBy(ctx, at),
        run_id: runId,
        wait_reason: waitReason,
        started_at: startedAt,
        position,
        step,
        name,
        tool,
        status,
        attempts,
      }));
      await insertAll.run(ctx, { rows: JSON.stringify(rows) });
    },
    async write(ctx, changes, at) {
      if (changes.length === 0) return;
      const rows = changes.map(
        ({ payloads, ...rest }): WrittenRow => ({
          ...rest,
          organizationId: ctx.organization,
          tried: payloads !== undefined,
          input: payloads?.input ?? null,
          output: payloads?.output ?? null,
        }),
      );
      await writeAll.run(ctx, { rows: JSON.stringify(rows), at });
    },
    async output(ctx, { runId, step }) {
      return (await outputOf.first(ctx, { organization: ctx.organization, runId, step }))?.output ?? null;
    },
  };
}

type WrittenRow = Pick<StepState, "runId" | "step" | "status" | "waitReason" | "attempts" | "error" | "startedAt" | "finishedAt"> &
  Payloads & { readonly organizationId: string; readonly tried: boolean };

type StateRow = Pick<Selectable<RunsSqliteTables["run_steps"]>, (typeof state)[number]>;

function toState(row: StateRow): StepState {
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
