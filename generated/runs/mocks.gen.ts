// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { HttpHandler } from "msw";
import { type MockOperation, type MockOutcomes, mockHandlers, mockPage } from "../../internal/core/testing/mock-handlers.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { jsonObjectMock } from "../common/mocks.gen.ts";
import type { RunsService } from "./service.gen.ts";
import type {
  LogWritten,
  Run,
  RunChanged,
  RunCreate,
  RunId,
  RunLog,
  RunNews,
  RunPatch,
  RunRecordCreate,
  RunStart,
  RunStatus,
  RunStep,
  RunStepCreate,
  RunStepPatch,
  StepAttemptCreate,
  StepAttemptPatch,
  StepChanged,
  StepState,
  StepStatus,
  WaitReason,
} from "./types.gen.ts";

export function runStartMock(number: number, given: Partial<RunStart> = {}): RunStart {
  const make = seeded("RunStart", number);
  return {
    pipelineId: make.id("pl"),
    version: make.integer({ minimum: 1 }),
    input: jsonObjectMock(number),
    ...given,
  };
}

export function runNewsMock(number: number): RunNews {
  return runChangedMock(number);
}

export function runChangedMock(number: number, given: Partial<RunChanged> = {}): RunChanged {
  const make = seeded("RunChanged", number);
  return {
    kind: make.pick(["run"]),
    run: runMock(number),
    ...given,
  };
}

export function stepChangedMock(number: number, given: Partial<StepChanged> = {}): StepChanged {
  const make = seeded("StepChanged", number);
  return {
    kind: make.pick(["step"]),
    step: stepStateMock(number),
    ...given,
  };
}

export function logWrittenMock(number: number, given: Partial<LogWritten> = {}): LogWritten {
  const make = seeded("LogWritten", number);
  return {
    kind: make.pick(["log"]),
    log: runLogMock(number),
    ...given,
  };
}

export function stepStateMock(number: number, given: Partial<StepState> = {}): StepState {
  const make = seeded("StepState", number);
  return {
    runId: make.text(),
    position: make.integer({ minimum: 0 }),
    step: make.text(),
    name: make.text(),
    tool: make.text(),
    status: stepStatusMock(number),
    waitReason: waitReasonMock(number),
    attempts: make.integer({ minimum: 0 }),
    error: make.text(),
    startedAt: make.time(),
    finishedAt: make.time(),
    ...given,
  };
}

export function runStatusMock(number: number): RunStatus {
  const make = seeded("RunStatus", number);
  return make.pick([
    "queued",
    "running",
    "waiting",
    "succeeded",
    "failed",
    "timed_out",
    "cancelling",
    "cancelled",
    "completed_with_errors",
  ]);
}

export function stepStatusMock(number: number): StepStatus {
  const make = seeded("StepStatus", number);
  return make.pick(["pending", "queued", "running", "waiting", "succeeded", "failed", "timed_out", "cancelled", "skipped"]);
}

export function waitReasonMock(number: number): WaitReason {
  const make = seeded("WaitReason", number);
  return make.pick(["dependency", "slot", "rate", "priority", "no_worker", "paused", "approval", "timer", "retry"]);
}

export function runLogMock(number: number, given: Partial<RunLog> = {}): RunLog {
  const make = seeded("RunLog", number);
  return {
    sequence: make.integer({ minimum: 1 }),
    step: make.text(),
    attempt: make.integer({ minimum: 1 }),
    level: make.pick(["debug", "info", "warn", "error"]),
    message: make.text(),
    at: make.time(),
    ...given,
  };
}

export function runMock(number: number, given: Partial<Run> = {}): Run {
  const make = seeded("Run", number);
  return {
    id: make.id("rn"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    pipelineId: make.id("pl"),
    pipelineName: make.text({ maxLength: 100 }),
    pipelineVersion: make.integer({ minimum: 1 }),
    startedBy: make.text(),
    status: runStatusMock(number),
    waitReason: waitReasonMock(number),
    input: jsonObjectMock(number),
    output: jsonObjectMock(number),
    error: make.text({ maxLength: 10000 }),
    startedAt: make.time(),
    finishedAt: make.time(),
    trace: make.text({ maxLength: 55 }),
    ...given,
  };
}

export function runStepMock(number: number, given: Partial<RunStep> = {}): RunStep {
  const make = seeded("RunStep", number);
  return {
    id: make.id("rs"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    runId: make.id("rn"),
    position: make.integer({ minimum: 0 }),
    step: make.text({ maxLength: 60 }),
    name: make.text({ maxLength: 100 }),
    tool: make.text({ maxLength: 100 }),
    status: stepStatusMock(number),
    waitReason: waitReasonMock(number),
    attempts: make.integer({ minimum: 0 }),
    input: make.text(),
    output: make.text(),
    error: make.text({ maxLength: 10000 }),
    startedAt: make.time(),
    finishedAt: make.time(),
    ...given,
  };
}

export function runCreateMock(number: number, given: Partial<RunCreate> = {}): RunCreate {
  const make = seeded("RunCreate", number);
  return {
    pipelineId: make.id("pl"),
    pipelineName: make.text({ maxLength: 100 }),
    pipelineVersion: make.integer({ minimum: 1 }),
    startedBy: make.text(),
    status: runStatusMock(number),
    waitReason: waitReasonMock(number),
    input: jsonObjectMock(number),
    output: jsonObjectMock(number),
    error: make.text({ maxLength: 10000 }),
    startedAt: make.time(),
    finishedAt: make.time(),
    trace: make.text({ maxLength: 55 }),
    ...given,
  };
}

export function runPatchMock(number: number, given: Partial<RunPatch> = {}): RunPatch {
  const make = seeded("RunPatch", number);
  return {
    status: runStatusMock(number),
    waitReason: waitReasonMock(number),
    input: jsonObjectMock(number),
    output: jsonObjectMock(number),
    error: make.text({ maxLength: 10000 }),
    startedAt: make.time(),
    finishedAt: make.time(),
    ...given,
  };
}

export function runStepCreateMock(number: number, given: Partial<RunStepCreate> = {}): RunStepCreate {
  const make = seeded("RunStepCreate", number);
  return {
    runId: make.id("rn"),
    position: make.integer({ minimum: 0 }),
    step: make.text({ maxLength: 60 }),
    name: make.text({ maxLength: 100 }),
    tool: make.text({ maxLength: 100 }),
    status: stepStatusMock(number),
    waitReason: waitReasonMock(number),
    attempts: make.integer({ minimum: 0 }),
    input: make.text(),
    output: make.text(),
    error: make.text({ maxLength: 10000 }),
    startedAt: make.time(),
    finishedAt: make.time(),
    ...given,
  };
}

export function runStepPatchMock(number: number, given: Partial<RunStepPatch> = {}): RunStepPatch {
  const make = seeded("RunStepPatch", number);
  return {
    status: stepStatusMock(number),
    waitReason: waitReasonMock(number),
    attempts: make.integer({ minimum: 0 }),
    input: make.text(),
    output: make.text(),
    error: make.text({ maxLength: 10000 }),
    startedAt: make.time(),
    finishedAt: make.time(),
    ...given,
  };
}

export function stepAttemptCreateMock(number: number, given: Partial<StepAttemptCreate> = {}): StepAttemptCreate {
  const make = seeded("StepAttemptCreate", number);
  return {
    organization: make.text({ maxLength: 60 }),
    runId: make.id("rn"),
    step: make.text({ maxLength: 60 }),
    number: make.integer({ minimum: 1 }),
    status: make.pick(["delayed", "queued", "leased"]),
    availableAt: make.integer(),
    priority: make.integer({ maximum: 5, minimum: 1 }),
    token: make.integer(),
    leasedUntil: make.integer(),
    losses: make.integer({ minimum: 0 }),
    worker: make.text({ maxLength: 60 }),
    ...given,
  };
}

export function stepAttemptPatchMock(number: number, given: Partial<StepAttemptPatch> = {}): StepAttemptPatch {
  const make = seeded("StepAttemptPatch", number);
  return {
    number: make.integer({ minimum: 1 }),
    status: make.pick(["delayed", "queued", "leased"]),
    availableAt: make.integer(),
    priority: make.integer({ maximum: 5, minimum: 1 }),
    token: make.integer(),
    leasedUntil: make.integer(),
    losses: make.integer({ minimum: 0 }),
    worker: make.text({ maxLength: 60 }),
    ...given,
  };
}

export function runRecordCreateMock(number: number, given: Partial<RunRecordCreate> = {}): RunRecordCreate {
  const make = seeded("RunRecordCreate", number);
  return {
    runId: make.id("rn"),
    sequence: make.integer({ minimum: 1 }),
    kind: make.pick(["state", "log"]),
    step: make.text({ maxLength: 60 }),
    body: make.text(),
    ...given,
  };
}

/** Answers every operation, for MSW: with success and at once, unless `outcomes` says otherwise. */
export function runsHandlers(base = "/api/v1", outcomes: MockOutcomes<keyof RunsService> = {}): HttpHandler[] {
  const operations: readonly MockOperation<keyof RunsService>[] = [
    { id: "listRuns", method: "get", path: "/runs", status: 200, make: () => mockPage(runMock) },
    { id: "startRun", method: "post", path: "/runs", status: 201, make: () => runMock(1) },
    { id: "getRun", method: "get", path: "/runs/{id}", status: 200, make: (params) => runMock(1, { id: params.id as RunId }) },
    { id: "cancelRun", method: "post", path: "/runs/{id}/cancel", status: 200, make: () => runMock(1) },
    { id: "streamRunEvents", method: "get", path: "/runs/{id}/events", status: 200, answer: "stream", make: () => runNewsMock(1) },
    { id: "listRunLogs", method: "get", path: "/runs/{id}/logs", status: 200, make: () => [runLogMock(1), runLogMock(2), runLogMock(3)] },
    {
      id: "listRunSteps",
      method: "get",
      path: "/runs/{id}/steps",
      status: 200,
      make: () => [runStepMock(1), runStepMock(2), runStepMock(3)],
    },
  ];
  return mockHandlers(base, operations, outcomes);
}
