// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page } from "../../internal/core/database/lists.ts";
import type { Eventual } from "../../internal/core/eventual/eventual.ts";
import type {
  Run,
  RunCreate,
  RunFilter,
  RunPatch,
  RunRecord,
  RunRecordCreate,
  RunRecordFilter,
  RunRecordSort,
  RunSort,
  RunStep,
  RunStepCreate,
  RunStepFilter,
  RunStepPatch,
  RunStepSort,
  StepAttempt,
  StepAttemptCreate,
  StepAttemptFilter,
  StepAttemptPatch,
  StepAttemptSort,
} from "./types.gen.ts";

/** The runs of the caller's organization. */
export interface RunRepository {
  find(ctx: Context, id: string): Eventual<Run | undefined>;
  list(ctx: Context, query: ListQuery<RunFilter, RunSort>): Promise<Page<Run>>;
  insert(ctx: Context, input: RunCreate): Promise<Run>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: RunPatch, expected?: number): Promise<Run>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Run>;
}

/** The run steps of the caller's organization. */
export interface RunStepRepository {
  find(ctx: Context, id: string): Eventual<RunStep | undefined>;
  list(ctx: Context, query: ListQuery<RunStepFilter, RunStepSort>): Promise<Page<RunStep>>;
  /** 409 when another has the same `runId` and `step`. */
  insert(ctx: Context, input: RunStepCreate): Promise<RunStep>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: RunStepPatch, expected?: number): Promise<RunStep>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<RunStep>;
  findStep(ctx: Context, runId: string, step: string): Promise<RunStep | undefined>;
  listOfRun(ctx: Context, runId: string): Promise<RunStep[]>;
}

/** All step attempts: they have no owner. */
export interface StepAttemptRepository {
  find(ctx: Context, id: string): Eventual<StepAttempt | undefined>;
  list(ctx: Context, query: ListQuery<StepAttemptFilter, StepAttemptSort>): Promise<Page<StepAttempt>>;
  /** 409 when another has the same `runId` and `step`. */
  insert(ctx: Context, input: StepAttemptCreate): Promise<StepAttempt>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: StepAttemptPatch, expected?: number): Promise<StepAttempt>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<StepAttempt>;
}

/** The run records of the caller's organization. */
export interface RunRecordRepository {
  find(ctx: Context, id: string): Eventual<RunRecord | undefined>;
  list(ctx: Context, query: ListQuery<RunRecordFilter, RunRecordSort>): Promise<Page<RunRecord>>;
  /** 409 when another has the same `runId` and `sequence`. */
  insert(ctx: Context, input: RunRecordCreate): Promise<RunRecord>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<RunRecord>;
}

/** All repositories of the domain. */
export interface RunsRepositories {
  readonly runs: RunRepository;
  readonly runSteps: RunStepRepository;
  readonly stepAttempts: StepAttemptRepository;
  readonly runRecords: RunRecordRepository;
}
