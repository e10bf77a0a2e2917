// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { ExactFilter, TimeFilter, Timestamp } from "../../internal/core/database/lists.ts";
import type { JsonObject } from "../common/types.gen.ts";
import type { PipelineId } from "../contracts/pipelines.gen.ts";

export type RunId = `rn-${string}`;

/** A pipeline at work. */
export interface Run {
  readonly id: RunId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly pipelineId: PipelineId;
  readonly pipelineName: string;
  readonly pipelineVersion: number;
  /** The person who started it. */
  readonly startedBy: string | null;
  readonly status: RunStatus;
  readonly waitReason: WaitReason;
  readonly input: JsonObject;
  readonly output: JsonObject | null;
  readonly error: string | null;
  readonly startedAt: Timestamp | null;
  readonly finishedAt: Timestamp | null;
  /** Below what its steps are recorded, in whichever process: a traceparent of W3C Trace Context. Its second part is the trace's id. */
  readonly trace: string | null;
}

/** What creates a Run. */
export interface RunCreate {
  readonly pipelineId: PipelineId;
  readonly pipelineName: string;
  readonly pipelineVersion: number;
  readonly startedBy?: string | null;
  readonly status: RunStatus;
  readonly waitReason?: WaitReason;
  readonly input: JsonObject;
  readonly output?: JsonObject | null;
  readonly error?: string | null;
  readonly startedAt?: Timestamp | null;
  readonly finishedAt?: Timestamp | null;
  readonly trace?: string | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface RunPatch {
  readonly status?: RunStatus;
  readonly waitReason?: WaitReason;
  readonly input?: JsonObject;
  readonly output?: JsonObject | null;
  readonly error?: string | null;
  readonly startedAt?: Timestamp | null;
  readonly finishedAt?: Timestamp | null;
}

export interface RunFilter {
  readonly createdAt?: TimeFilter;
  readonly pipelineId?: ExactFilter;
  readonly status?: ExactFilter<RunStatus>;
}

export type RunSort = "createdAt" | "-createdAt" | "finishedAt" | "-finishedAt";

export type RunStepId = `rs-${string}`;

/** One step of a run, whatever its attempts. */
export interface RunStep {
  readonly id: RunStepId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly runId: RunId;
  /** Place in the definition. */
  readonly position: number;
  /** The step's id in the definition. */
  readonly step: string;
  readonly name: string | null;
  readonly tool: string;
  readonly status: StepStatus;
  readonly waitReason: WaitReason;
  /** How often it was begun. */
  readonly attempts: number;
  /** What the tool was given. */
  readonly input: unknown;
  /** What the tool gave. */
  readonly output: unknown;
  readonly error: string | null;
  readonly startedAt: Timestamp | null;
  readonly finishedAt: Timestamp | null;
}

/** What creates a RunStep. */
export interface RunStepCreate {
  readonly runId: RunId;
  readonly position: number;
  readonly step: string;
  readonly name?: string | null;
  readonly tool: string;
  readonly status: StepStatus;
  readonly waitReason?: WaitReason;
  readonly attempts: number;
  readonly input?: unknown;
  readonly output?: unknown;
  readonly error?: string | null;
  readonly startedAt?: Timestamp | null;
  readonly finishedAt?: Timestamp | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface RunStepPatch {
  readonly status?: StepStatus;
  readonly waitReason?: WaitReason;
  readonly attempts?: number;
  readonly input?: unknown;
  readonly output?: unknown;
  readonly error?: string | null;
  readonly startedAt?: Timestamp | null;
  readonly finishedAt?: Timestamp | null;
}

export type RunStepFilter = Readonly<Record<string, never>>;

export type RunStepSort = never;

export type StepAttemptId = `sa-${string}`;

/** One try at a step: who holds it, until when, and the token that fences off whoever held it before. Rows live only as long as there is work. One queue serves all organizations, so the rows belong to none; nobody but workers sees them. */
export interface StepAttempt {
  readonly id: StepAttemptId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  /** Whose run it is. */
  readonly organization: string;
  readonly runId: RunId;
  readonly step: string;
  /** Raised by each try that the step makes. */
  readonly number: number;
  /** delayed: queued when `availableAt` has come. */
  readonly status: "delayed" | "queued" | "leased";
  /** Milliseconds since the epoch. */
  readonly availableAt: number;
  readonly priority: number;
  /** Raised by each claim. */
  readonly token: number;
  /** Milliseconds since the epoch. */
  readonly leasedUntil: number;
  /** How many workers died with it. */
  readonly losses: number;
  readonly worker: string | null;
}

/** What creates a StepAttempt. */
export interface StepAttemptCreate {
  readonly organization: string;
  readonly runId: RunId;
  readonly step: string;
  readonly number: number;
  readonly status: "delayed" | "queued" | "leased";
  readonly availableAt: number;
  readonly priority: number;
  readonly token?: number;
  readonly leasedUntil?: number;
  readonly losses?: number;
  readonly worker?: string | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface StepAttemptPatch {
  readonly number?: number;
  readonly status?: "delayed" | "queued" | "leased";
  readonly availableAt?: number;
  readonly priority?: number;
  readonly token?: number;
  readonly leasedUntil?: number;
  readonly losses?: number;
  readonly worker?: string | null;
}

export type StepAttemptFilter = Readonly<Record<string, never>>;

export type StepAttemptSort = never;

export type RunRecordId = `rr-${string}`;

/** Lines in the journal of a run that follow one another: what a live page shows and a reconnect resumes from. */
export interface RunRecord {
  readonly id: RunRecordId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly runId: RunId;
  /** The number of the last line. */
  readonly sequence: number;
  readonly kind: "state" | "log";
  readonly step: string | null;
  /** JSON: an array of RunNews. */
  readonly body: string;
}

/** What creates a RunRecord. */
export interface RunRecordCreate {
  readonly runId: RunId;
  readonly sequence: number;
  readonly kind: "state" | "log";
  readonly step?: string;
  readonly body: string;
}

export type RunRecordFilter = Readonly<Record<string, never>>;

export type RunRecordSort = never;

export interface RunStart {
  readonly pipelineId: PipelineId;
  /** The latest unless told. */
  readonly version?: number;
  readonly input?: JsonObject;
}

/** One thing that happened in a run. */
export type RunNews = RunChanged | StepChanged | LogWritten;

export interface RunChanged {
  readonly kind: "run";
  readonly run: Run;
}

export interface StepChanged {
  readonly kind: "step";
  readonly step: StepState;
}

export interface LogWritten {
  readonly kind: "log";
  readonly log: RunLog;
}

/** A step as the journal tells of it: without input and output, which `GET /runs/{id}/steps` gives. */
export interface StepState {
  readonly runId: string;
  readonly position: number;
  readonly step: string;
  readonly name: string | null;
  readonly tool: string;
  readonly status: StepStatus;
  readonly waitReason: WaitReason;
  readonly attempts: number;
  readonly error: string | null;
  readonly startedAt: Timestamp | null;
  readonly finishedAt: Timestamp | null;
}

export type RunStatus =
  | "queued"
  | "running"
  | "waiting"
  | "succeeded"
  | "failed"
  | "timed_out"
  | "cancelling"
  | "cancelled"
  | "completed_with_errors";

export type StepStatus = "pending" | "queued" | "running" | "waiting" | "succeeded" | "failed" | "timed_out" | "cancelled" | "skipped";

/** Why it does not move. */
export type WaitReason = "dependency" | "slot" | "rate" | "priority" | "no_worker" | "paused" | "approval" | "timer" | "retry" | null;

export interface RunLog {
  readonly sequence: number;
  /** "" for the run itself. */
  readonly step: string;
  readonly attempt?: number;
  readonly level: "debug" | "info" | "warn" | "error";
  readonly message: string;
  readonly at: Timestamp;
}

/** What startRun is given. */
export interface StartRunInput {
  readonly body: RunStart;
}

/** What cancelRun is given. */
export interface CancelRunInput {
  readonly id: string;
}

/** What streamRunEvents is given. */
export interface StreamRunEventsInput {
  readonly id: string;
  /** The last event seen before a reconnect. */
  readonly lastEventId?: string;
}

/** What listRunLogs is given. */
export interface ListRunLogsInput {
  readonly id: string;
  /** Only what came after this sequence number. */
  readonly after: number;
  readonly step?: string;
  readonly limit: number;
}

/** What listRunSteps is given. */
export interface ListRunStepsInput {
  readonly id: string;
}
