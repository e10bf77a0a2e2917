// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListColumn } from "../../internal/core/database/database.ts";
import { instant } from "../../internal/core/database/instant.ts";
import { actorId, ownerOrganization, timestamp, type Unique } from "../../internal/core/database/rows.ts";
import { newId } from "../../internal/core/ids/ids.ts";
import type {
  Run,
  RunCreate,
  RunPatch,
  RunRecord,
  RunRecordCreate,
  RunStep,
  RunStepCreate,
  RunStepPatch,
  StepAttempt,
  StepAttemptCreate,
  StepAttemptPatch,
} from "./types.gen.ts";

/** A new Run: what was given, the spec's defaults, and what the server decides. */
export function newRun(ctx: Context, input: RunCreate): Run {
  const now = timestamp();
  return {
    id: newId("rn"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    pipelineId: input.pipelineId,
    pipelineName: input.pipelineName,
    pipelineVersion: input.pipelineVersion,
    startedBy: input.startedBy ?? null,
    status: input.status,
    waitReason: input.waitReason ?? null,
    input: input.input,
    output: input.output ?? null,
    error: input.error ?? null,
    startedAt: instant(input.startedAt ?? null),
    finishedAt: instant(input.finishedAt ?? null),
    trace: input.trace ?? null,
  };
}

/** The next version of a Run: absent fields stay, null clears. */
export function changedRun(before: Run, patch: RunPatch): Run {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    status: patch.status ?? before.status,
    waitReason: patch.waitReason === undefined ? before.waitReason : patch.waitReason,
    input: patch.input ?? before.input,
    output: patch.output === undefined ? before.output : patch.output,
    error: patch.error === undefined ? before.error : patch.error,
    startedAt: instant(patch.startedAt === undefined ? before.startedAt : patch.startedAt),
    finishedAt: instant(patch.finishedAt === undefined ? before.finishedAt : patch.finishedAt),
  };
}

/** What lists of Runs may be filtered and sorted by. */
export const runList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: true, sort: true },
  pipelineId: { column: "pipeline_id", type: "text", filter: true, sort: false },
  status: { column: "status", type: "text", filter: true, sort: false },
  finishedAt: { column: "finished_at", type: "time", filter: false, sort: true },
};

/** A new RunStep: what was given, the spec's defaults, and what the server decides. */
export function newRunStep(ctx: Context, input: RunStepCreate): RunStep {
  const now = timestamp();
  return {
    id: newId("rs"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    runId: input.runId,
    position: input.position,
    step: input.step,
    name: input.name ?? null,
    tool: input.tool,
    status: input.status,
    waitReason: input.waitReason ?? null,
    attempts: input.attempts,
    input: input.input ?? null,
    output: input.output ?? null,
    error: input.error ?? null,
    startedAt: instant(input.startedAt ?? null),
    finishedAt: instant(input.finishedAt ?? null),
  };
}

/** The next version of a RunStep: absent fields stay, null clears. */
export function changedRunStep(before: RunStep, patch: RunStepPatch): RunStep {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    status: patch.status ?? before.status,
    waitReason: patch.waitReason === undefined ? before.waitReason : patch.waitReason,
    attempts: patch.attempts ?? before.attempts,
    input: patch.input === undefined ? before.input : patch.input,
    output: patch.output === undefined ? before.output : patch.output,
    error: patch.error === undefined ? before.error : patch.error,
    startedAt: instant(patch.startedAt === undefined ? before.startedAt : patch.startedAt),
    finishedAt: instant(patch.finishedAt === undefined ? before.finishedAt : patch.finishedAt),
  };
}

export const runStepUnique: readonly Unique[] = [
  { index: "run_steps_run_id_step_key", fields: ["runId", "step"], owner: "organizationId" },
];

/** Lists of RunSteps can be neither filtered nor sorted. */
export const runStepList: Readonly<Record<string, ListColumn>> = {};

/** A new StepAttempt: what was given, the spec's defaults, and what the server decides. */
export function newStepAttempt(input: StepAttemptCreate): StepAttempt {
  const now = timestamp();
  return {
    id: newId("sa"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    organization: input.organization,
    runId: input.runId,
    step: input.step,
    number: input.number,
    status: input.status,
    availableAt: input.availableAt,
    priority: input.priority,
    token: input.token ?? 0,
    leasedUntil: input.leasedUntil ?? 0,
    losses: input.losses ?? 0,
    worker: input.worker ?? null,
  };
}

/** The next version of a StepAttempt: absent fields stay, null clears. */
export function changedStepAttempt(before: StepAttempt, patch: StepAttemptPatch): StepAttempt {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    number: patch.number ?? before.number,
    status: patch.status ?? before.status,
    availableAt: patch.availableAt ?? before.availableAt,
    priority: patch.priority ?? before.priority,
    token: patch.token ?? before.token,
    leasedUntil: patch.leasedUntil ?? before.leasedUntil,
    losses: patch.losses ?? before.losses,
    worker: patch.worker === undefined ? before.worker : patch.worker,
  };
}

export const stepAttemptUnique: readonly Unique[] = [{ index: "step_attempts_run_id_step_key", fields: ["runId", "step"] }];

/** Lists of StepAttempts can be neither filtered nor sorted. */
export const stepAttemptList: Readonly<Record<string, ListColumn>> = {};

/** A new RunRecord: what was given, the spec's defaults, and what the server decides. */
export function newRunRecord(ctx: Context, input: RunRecordCreate): RunRecord {
  const now = timestamp();
  return {
    id: newId("rr"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    runId: input.runId,
    sequence: input.sequence,
    kind: input.kind,
    step: input.step ?? null,
    body: input.body,
  };
}

export const runRecordUnique: readonly Unique[] = [
  { index: "run_records_run_id_sequence_key", fields: ["runId", "sequence"], owner: "organizationId" },
];

/** Lists of RunRecords can be neither filtered nor sorted. */
export const runRecordList: Readonly<Record<string, ListColumn>> = {};
