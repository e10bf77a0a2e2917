// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Selectable } from "kysely";
import type { Context } from "../../internal/core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../internal/core/database/database.ts";
import { changedOne, checkVersion, missing, uniqueConflict } from "../../internal/core/database/rows.ts";
import { after } from "../../internal/core/eventual/eventual.ts";
import type { JsonObject } from "../common/types.gen.ts";
import type { PipelineId } from "../contracts/pipelines.gen.ts";
import type { RunRecordRepository, RunRepository, RunStepRepository, StepAttemptRepository } from "./repository.gen.ts";
import {
  changedRun,
  changedRunStep,
  changedStepAttempt,
  newRun,
  newRunRecord,
  newRunStep,
  newStepAttempt,
  runList,
  runRecordList,
  runRecordUnique,
  runStepList,
  runStepUnique,
  stepAttemptList,
  stepAttemptUnique,
} from "./rows.gen.ts";
import type { RunsSqliteTables } from "./tables.gen.ts";
import type {
  Run,
  RunId,
  RunRecord,
  RunRecordId,
  RunStatus,
  RunStep,
  RunStepId,
  StepAttempt,
  StepAttemptId,
  StepStatus,
  WaitReason,
} from "./types.gen.ts";

const runColumns = [
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
  "input",
  "output",
  "error",
  "started_at",
  "finished_at",
  "trace",
] as const;

type RunRow = Pick<Selectable<RunsSqliteTables["runs"]>, (typeof runColumns)[number]>;

function toRun(row: RunRow): Run {
  return {
    id: row.id as RunId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    pipelineId: row.pipeline_id as PipelineId,
    pipelineName: row.pipeline_name,
    pipelineVersion: row.pipeline_version,
    startedBy: row.started_by,
    status: row.status as RunStatus,
    waitReason: row.wait_reason as WaitReason,
    input: JSON.parse(row.input) as JsonObject,
    output: row.output === null ? null : (JSON.parse(row.output) as JsonObject),
    error: row.error,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    trace: row.trace,
  };
}

function fromRun(run: Run): RunRow {
  return {
    id: run.id,
    organization_id: run.organizationId,
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
    output: run.output === null ? null : JSON.stringify(run.output),
    error: run.error,
    started_at: run.startedAt,
    finished_at: run.finishedAt,
    trace: run.trace,
  };
}

export function sqliteRuns(db: SqlDatabase<RunsSqliteTables>): RunRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query.selectFrom("runs").select(runColumns).where("organization_id", "=", param.organization_id).where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("runs").select(runColumns).where("organization_id", "=", param.organization_id),
    runList,
  );
  const insertOne = db.statement((query, param: Placeholders<RunRow>) =>
    query.insertInto("runs").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      pipeline_id: param.pipeline_id,
      pipeline_name: param.pipeline_name,
      pipeline_version: param.pipeline_version,
      started_by: param.started_by,
      status: param.status,
      wait_reason: param.wait_reason,
      input: param.input,
      output: param.output,
      error: param.error,
      started_at: param.started_at,
      finished_at: param.finished_at,
      trace: param.trace,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<RunRow & { expectedVersion: number }>) =>
    query
      .updateTable("runs")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        status: param.status,
        wait_reason: param.wait_reason,
        input: param.input,
        output: param.output,
        error: param.error,
        started_at: param.started_at,
        finished_at: param.finished_at,
      })
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("runs")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );

  async function existing(ctx: Context, id: string): Promise<Run> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("Run", id);
    return toRun(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toRun(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toRun),
    async insert(ctx, input) {
      const run = newRun(ctx, input);
      await insertOne.run(ctx, fromRun(run));
      return run;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Run", before, expected);
      const run = changedRun(before, patch);
      const row = { ...fromRun(run), organization_id: ctx.organization, expectedVersion: before.version };
      changedOne("Run", id, await updateOne.run(ctx, row));
      return run;
    },
    async delete(ctx, id, expected) {
      const run = await existing(ctx, id);
      checkVersion("Run", run, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: run.version };
      changedOne("Run", id, await deleteOne.run(ctx, row));
      return run;
    },
  };
}

const runStepColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "run_id",
  "position",
  "step",
  "name",
  "tool",
  "status",
  "wait_reason",
  "attempts",
  "input",
  "output",
  "error",
  "started_at",
  "finished_at",
] as const;

type RunStepRow = Pick<Selectable<RunsSqliteTables["run_steps"]>, (typeof runStepColumns)[number]>;

function toRunStep(row: RunStepRow): RunStep {
  return {
    id: row.id as RunStepId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    runId: row.run_id as RunId,
    position: row.position,
    step: row.step,
    name: row.name,
    tool: row.tool,
    status: row.status as StepStatus,
    waitReason: row.wait_reason as WaitReason,
    attempts: row.attempts,
    input: row.input === null ? null : JSON.parse(row.input),
    output: row.output === null ? null : JSON.parse(row.output),
    error: row.error,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

function fromRunStep(runStep: RunStep): RunStepRow {
  return {
    id: runStep.id,
    organization_id: runStep.organizationId,
    created_by: runStep.createdBy,
    created_at: runStep.createdAt,
    updated_at: runStep.updatedAt,
    version: runStep.version,
    run_id: runStep.runId,
    position: runStep.position,
    step: runStep.step,
    name: runStep.name,
    tool: runStep.tool,
    status: runStep.status,
    wait_reason: runStep.waitReason,
    attempts: runStep.attempts,
    input: runStep.input === null ? null : JSON.stringify(runStep.input),
    output: runStep.output === null ? null : JSON.stringify(runStep.output),
    error: runStep.error,
    started_at: runStep.startedAt,
    finished_at: runStep.finishedAt,
  };
}

export function sqliteRunSteps(db: SqlDatabase<RunsSqliteTables>): RunStepRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query.selectFrom("run_steps").select(runStepColumns).where("organization_id", "=", param.organization_id).where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("run_steps").select(runStepColumns).where("organization_id", "=", param.organization_id),
    runStepList,
  );
  const insertOne = db.statement((query, param: Placeholders<RunStepRow>) =>
    query.insertInto("run_steps").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      run_id: param.run_id,
      position: param.position,
      step: param.step,
      name: param.name,
      tool: param.tool,
      status: param.status,
      wait_reason: param.wait_reason,
      attempts: param.attempts,
      input: param.input,
      output: param.output,
      error: param.error,
      started_at: param.started_at,
      finished_at: param.finished_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<RunStepRow & { expectedVersion: number }>) =>
    query
      .updateTable("run_steps")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        status: param.status,
        wait_reason: param.wait_reason,
        attempts: param.attempts,
        input: param.input,
        output: param.output,
        error: param.error,
        started_at: param.started_at,
        finished_at: param.finished_at,
      })
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("run_steps")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findStepQuery = db.statement((query, param: Placeholders<{ organization_id: string; run_id: string; step: string }>) =>
    query
      .selectFrom("run_steps")
      .select(runStepColumns)
      .where("organization_id", "=", param.organization_id)
      .where("run_id", "=", param.run_id)
      .where("step", "=", param.step),
  );
  const listOfRunQuery = db.statement((query, param: Placeholders<{ organization_id: string; run_id: string }>) =>
    query
      .selectFrom("run_steps")
      .select(runStepColumns)
      .where("organization_id", "=", param.organization_id)
      .where("run_id", "=", param.run_id)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const conflict = uniqueConflict("RunStep", runStepUnique);

  async function existing(ctx: Context, id: string): Promise<RunStep> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("RunStep", id);
    return toRunStep(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toRunStep(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toRunStep),
    async insert(ctx, input) {
      const runStep = newRunStep(ctx, input);
      await insertOne.run(ctx, fromRunStep(runStep)).catch(conflict);
      return runStep;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("RunStep", before, expected);
      const runStep = changedRunStep(before, patch);
      const row = { ...fromRunStep(runStep), organization_id: ctx.organization, expectedVersion: before.version };
      changedOne("RunStep", id, await updateOne.run(ctx, row));
      return runStep;
    },
    async delete(ctx, id, expected) {
      const runStep = await existing(ctx, id);
      checkVersion("RunStep", runStep, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: runStep.version };
      changedOne("RunStep", id, await deleteOne.run(ctx, row));
      return runStep;
    },
    async findStep(ctx, runId, step) {
      const row = await findStepQuery.first(ctx, { organization_id: ctx.organization, run_id: runId, step });
      return row && toRunStep(row);
    },
    async listOfRun(ctx, runId) {
      const rows = await listOfRunQuery.all(ctx, { organization_id: ctx.organization, run_id: runId });
      return rows.map(toRunStep);
    },
  };
}

const stepAttemptColumns = [
  "id",
  "created_at",
  "updated_at",
  "version",
  "organization",
  "run_id",
  "step",
  "number",
  "status",
  "available_at",
  "priority",
  "token",
  "leased_until",
  "losses",
  "worker",
] as const;

type StepAttemptRow = Pick<Selectable<RunsSqliteTables["step_attempts"]>, (typeof stepAttemptColumns)[number]>;

function toStepAttempt(row: StepAttemptRow): StepAttempt {
  return {
    id: row.id as StepAttemptId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    organization: row.organization,
    runId: row.run_id as RunId,
    step: row.step,
    number: row.number,
    status: row.status as StepAttempt["status"],
    availableAt: row.available_at,
    priority: row.priority,
    token: row.token,
    leasedUntil: row.leased_until,
    losses: row.losses,
    worker: row.worker,
  };
}

function fromStepAttempt(stepAttempt: StepAttempt): StepAttemptRow {
  return {
    id: stepAttempt.id,
    created_at: stepAttempt.createdAt,
    updated_at: stepAttempt.updatedAt,
    version: stepAttempt.version,
    organization: stepAttempt.organization,
    run_id: stepAttempt.runId,
    step: stepAttempt.step,
    number: stepAttempt.number,
    status: stepAttempt.status,
    available_at: stepAttempt.availableAt,
    priority: stepAttempt.priority,
    token: stepAttempt.token,
    leased_until: stepAttempt.leasedUntil,
    losses: stepAttempt.losses,
    worker: stepAttempt.worker,
  };
}

export function sqliteStepAttempts(db: SqlDatabase<RunsSqliteTables>): StepAttemptRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("step_attempts").select(stepAttemptColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("step_attempts").select(stepAttemptColumns), stepAttemptList);
  const insertOne = db.statement((query, param: Placeholders<StepAttemptRow>) =>
    query.insertInto("step_attempts").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      organization: param.organization,
      run_id: param.run_id,
      step: param.step,
      number: param.number,
      status: param.status,
      available_at: param.available_at,
      priority: param.priority,
      token: param.token,
      leased_until: param.leased_until,
      losses: param.losses,
      worker: param.worker,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<StepAttemptRow & { expectedVersion: number }>) =>
    query
      .updateTable("step_attempts")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        number: param.number,
        status: param.status,
        available_at: param.available_at,
        priority: param.priority,
        token: param.token,
        leased_until: param.leased_until,
        losses: param.losses,
        worker: param.worker,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("step_attempts").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const conflict = uniqueConflict("StepAttempt", stepAttemptUnique);

  async function existing(ctx: Context, id: string): Promise<StepAttempt> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("StepAttempt", id);
    return toStepAttempt(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toStepAttempt(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toStepAttempt),
    async insert(ctx, input) {
      const stepAttempt = newStepAttempt(input);
      await insertOne.run(ctx, fromStepAttempt(stepAttempt)).catch(conflict);
      return stepAttempt;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("StepAttempt", before, expected);
      const stepAttempt = changedStepAttempt(before, patch);
      const row = { ...fromStepAttempt(stepAttempt), expectedVersion: before.version };
      changedOne("StepAttempt", id, await updateOne.run(ctx, row));
      return stepAttempt;
    },
    async delete(ctx, id, expected) {
      const stepAttempt = await existing(ctx, id);
      checkVersion("StepAttempt", stepAttempt, expected);
      const row = { id, expectedVersion: stepAttempt.version };
      changedOne("StepAttempt", id, await deleteOne.run(ctx, row));
      return stepAttempt;
    },
  };
}

const runRecordColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "run_id",
  "sequence",
  "kind",
  "step",
  "body",
] as const;

type RunRecordRow = Pick<Selectable<RunsSqliteTables["run_records"]>, (typeof runRecordColumns)[number]>;

function toRunRecord(row: RunRecordRow): RunRecord {
  return {
    id: row.id as RunRecordId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    runId: row.run_id as RunId,
    sequence: row.sequence,
    kind: row.kind as RunRecord["kind"],
    step: row.step,
    body: row.body,
  };
}

function fromRunRecord(runRecord: RunRecord): RunRecordRow {
  return {
    id: runRecord.id,
    organization_id: runRecord.organizationId,
    created_by: runRecord.createdBy,
    created_at: runRecord.createdAt,
    updated_at: runRecord.updatedAt,
    version: runRecord.version,
    run_id: runRecord.runId,
    sequence: runRecord.sequence,
    kind: runRecord.kind,
    step: runRecord.step,
    body: runRecord.body,
  };
}

export function sqliteRunRecords(db: SqlDatabase<RunsSqliteTables>): RunRecordRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query
      .selectFrom("run_records")
      .select(runRecordColumns)
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("run_records").select(runRecordColumns).where("organization_id", "=", param.organization_id),
    runRecordList,
  );
  const insertOne = db.statement((query, param: Placeholders<RunRecordRow>) =>
    query.insertInto("run_records").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      run_id: param.run_id,
      sequence: param.sequence,
      kind: param.kind,
      step: param.step,
      body: param.body,
    }),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("run_records")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const conflict = uniqueConflict("RunRecord", runRecordUnique);

  async function existing(ctx: Context, id: string): Promise<RunRecord> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("RunRecord", id);
    return toRunRecord(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toRunRecord(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toRunRecord),
    async insert(ctx, input) {
      const runRecord = newRunRecord(ctx, input);
      await insertOne.run(ctx, fromRunRecord(runRecord)).catch(conflict);
      return runRecord;
    },
    async delete(ctx, id, expected) {
      const runRecord = await existing(ctx, id);
      checkVersion("RunRecord", runRecord, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: runRecord.version };
      changedOne("RunRecord", id, await deleteOne.run(ctx, row));
      return runRecord;
    },
  };
}
