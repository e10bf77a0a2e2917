import { type Selectable, sql } from "kysely";
import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import type { Run, RunId, RunStatus, WaitReason } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../core/database/database.ts";
import { insertRows, jsonRows } from "../../core/database/json-rows.ts";
import { ownedColumns } from "./owned.ts";
import { type Payload, readTime } from "./payload.ts";

/** A run without what may be large. */
export type RunHead = Omit<Run, "input" | "output">;

/** How a run's row is to be. */
export interface RunWrite {
  readonly id: RunId;
  readonly version: number;
  readonly status: RunStatus;
  readonly waitReason: WaitReason;
  readonly output: Payload;
  readonly error: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/**
 * A run and whose it is, which goes with the id: given beside the ids as a parameter, it would be what rows are looked up by, and bring up
 * all that the organization has.
 */
export interface RunKey {
  readonly id: string;
  readonly organizationId: string;
}

/** Runs of the caller's organization, for `jsonRows`. */
export const runKeys = (ctx: Context, ids: readonly string[]): string =>
  JSON.stringify(ids.map((id): RunKey => ({ id, organizationId: ctx.organization })));

/** What the engine asks of the rows of runs, besides their repository. All of them are of the caller's organization. */
export interface RunRows {
  /** Locks runs until the transaction ends, the one with the lower id first: nobody else moves their steps meanwhile. */
  lock(ctx: Context, ids: readonly string[]): Promise<readonly RunHead[]>;
  insert(ctx: Context, runs: readonly Run[]): Promise<void>;
  /** Gives the inputs of the runs written, by id. */
  write(ctx: Context, changes: readonly RunWrite[], at: string): Promise<ReadonlyMap<string, Payload>>;
  input(ctx: Context, runId: string): Promise<Payload>;
  /** Those that are being cancelled. */
  cancelling(ctx: Context, ids: readonly string[]): Promise<readonly string[]>;
}

/**
 * Whose a run is, in a form that no index serves: runs are looked up by their ids. An index that begins with the organization looks as cheap
 * as long as a database has no statistics, and brings up all of its runs.
 */
export const ownerOfRun = sql<string>`runs.organization_id || ''`;

const head = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "pipeline_id",
  "pipeline_name",
  "pipeline_version",
  "started_by",
  "status",
  "wait_reason",
  "error",
  "started_at",
  "finished_at",
  "trace",
] as const;

export function runRows(database: SqlDatabase<RunsSqliteTables>): RunRows {
  type Several = Placeholders<{ keys: string }>;
  const postgres = database.dialect === "postgres";
  const given = (keys: string) => jsonRows<RunKey>(database, keys, { id: "text", organizationId: "text" });

  const lockAll = database.statement((query, param: Several) => {
    const all = query
      .selectFrom("runs")
      .innerJoin(given(param.keys), "given.id", "runs.id")
      .select(head.map((column) => `runs.${column}` as const))
      .where(ownerOfRun, "=", sql.ref<string>("given.organizationId"))
      .orderBy("runs.id");
    return postgres ? all.forUpdate("runs") : all;
  });
  const insertAll = insertRows(database, "runs", {
    ...ownedColumns,
    pipeline_id: "text",
    pipeline_name: "text",
    pipeline_version: "integer",
    started_by: "text",
    status: "text",
    wait_reason: "text",
    input: "json",
    started_at: "time",
    trace: "text",
  });
  const writeAll = database.statement((query, param: Placeholders<{ rows: string; at: string }>) =>
    query
      .updateTable("runs")
      .from(
        jsonRows<RunWrite & RunKey>(database, param.rows, {
          id: "text",
          organizationId: "text",
          version: "integer",
          status: "text",
          waitReason: "text",
          output: "json",
          error: "text",
          startedAt: "time",
          finishedAt: "time",
        }),
      )
      .set((column) => ({
        version: column.ref("given.version"),
        updated_at: param.at,
        status: column.ref("given.status"),
        wait_reason: column.ref("given.waitReason"),
        output: column.ref("given.output"),
        error: column.ref("given.error"),
        started_at: column.ref("given.startedAt"),
        finished_at: column.ref("given.finishedAt"),
      }))
      .where(ownerOfRun, "=", sql.ref<string>("given.organizationId"))
      .whereRef("runs.id", "=", "given.id")
      .returning(["runs.id", sql<string>`cast(runs.input as text)`.as("input")]),
  );
  const inputOf = database.statement((query, param: Placeholders<{ organization: string; runId: string }>) =>
    query
      .selectFrom("runs")
      .select(sql<string>`cast(input as text)`.as("input"))
      .where("organization_id", "=", param.organization)
      .where("id", "=", param.runId),
  );
  const cancellingOf = database.statement((query, param: Several) =>
    query
      .selectFrom("runs")
      .innerJoin(given(param.keys), "given.id", "runs.id")
      .select("runs.id")
      .where(ownerOfRun, "=", sql.ref<string>("given.organizationId"))
      .where("runs.status", "=", "cancelling"),
  );

  return {
    async lock(ctx, ids) {
      return (await lockAll.all(ctx, { keys: runKeys(ctx, ids) })).map(toHead);
    },
    async insert(ctx, runs) {
      if (runs.length === 0) return;
      const rows = runs.map((run) => ({
        id: run.id,
        organization_id: ctx.organization,
        created_by: run.createdBy,
        created_at: run.createdAt,
        updated_at: run.updatedAt,
        version: run.version,
        pipeline_id: run.pipelineId,
        pipeline_name: run.pipelineName,
        pipeline_version: run.pipelineVersion,
        started_by: run.startedBy,
        status: run.status,
        wait_reason: run.waitReason,
        input: JSON.stringify(run.input),
        started_at: run.startedAt,
        trace: run.trace,
      }));
      await insertAll.run(ctx, { rows: JSON.stringify(rows) });
    },
    async write(ctx, changes, at) {
      if (changes.length === 0) return new Map();
      const given = changes.map((change) => ({ ...change, organizationId: ctx.organization }));
      const rows = await writeAll.all(ctx, { rows: JSON.stringify(given), at });
      return new Map(rows.map(({ id, input }) => [id, input]));
    },
    async input(ctx, runId) {
      return (await inputOf.first(ctx, { organization: ctx.organization, runId }))?.input ?? null;
    },
    async cancelling(ctx, ids) {
      return (await cancellingOf.all(ctx, { keys: runKeys(ctx, ids) })).map(({ id }) => id);
    },
  };
}

function toHead(row: Pick<Selectable<RunsSqliteTables["runs"]>, (typeof head)[number]>): RunHead {
  return {
    id: row.id as RunId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: readTime(row.created_at) ?? "",
    updatedAt: readTime(row.updated_at) ?? "",
    version: row.version,
    pipelineId: row.pipeline_id as Run["pipelineId"],
    pipelineName: row.pipeline_name,
    pipelineVersion: row.pipeline_version,
    startedBy: row.started_by,
    status: row.status as RunStatus,
    waitReason: row.wait_reason as WaitReason,
    error: row.error,
    startedAt: readTime(row.started_at),
    finishedAt: readTime(row.finished_at),
    trace: row.trace,
  };
}
