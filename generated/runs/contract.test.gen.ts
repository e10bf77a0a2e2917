// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { runsDomain } from "./domain.gen.ts";
import {
  runCreateMock,
  runPatchMock,
  runRecordCreateMock,
  runStartMock,
  runStepCreateMock,
  runStepPatchMock,
  stepAttemptCreateMock,
  stepAttemptPatchMock,
} from "./mocks.gen.ts";

repositoryContract({
  entity: "Run",
  scope: "organization",
  prefix: "rn",
  open: (database) => runsDomain.repositories(database).runs,
  create: runCreateMock,
  patch: runPatchMock,
  unique: [],
  filter: ["status", "pipelineId", "createdAt"],
  sort: ["createdAt", "finishedAt"],
  immutable: ["pipelineId", "pipelineName", "pipelineVersion", "startedBy"],
  nullable: ["waitReason", "output", "error", "startedAt", "finishedAt"],
});

repositoryContract({
  entity: "RunStep",
  scope: "organization",
  prefix: "rs",
  open: (database) => runsDomain.repositories(database).runSteps,
  create: runStepCreateMock,
  patch: runStepPatchMock,
  unique: [["runId", "step"]],
  filter: [],
  sort: [],
  immutable: ["runId", "position", "step", "name", "tool"],
  nullable: ["waitReason", "input", "output", "error", "startedAt", "finishedAt"],
});

repositoryContract({
  entity: "StepAttempt",
  scope: "global",
  prefix: "sa",
  open: (database) => runsDomain.repositories(database).stepAttempts,
  create: stepAttemptCreateMock,
  patch: stepAttemptPatchMock,
  unique: [["runId", "step"]],
  filter: [],
  sort: [],
  immutable: ["organization", "runId", "step"],
  nullable: ["worker"],
});

repositoryContract({
  entity: "RunRecord",
  scope: "organization",
  prefix: "rr",
  open: (database) => runsDomain.repositories(database).runRecords,
  create: runRecordCreateMock,
  unique: [["runId", "sequence"]],
  filter: [],
  sort: [],
  immutable: ["runId", "sequence", "kind", "step", "body"],
  nullable: [],
});

operationContract({
  domain: runsDomain,
  samples: {
    startRun: { body: runStartMock(1) },
    getRun: { entity: "Run", path: { id: String(seeded("getRun", 1).id("rn")) } },
    cancelRun: { path: { id: String(seeded("cancelRun", 1).text()) } },
    streamRunEvents: { path: { id: String(seeded("streamRunEvents", 1).text()) } },
    listRunLogs: { path: { id: String(seeded("listRunLogs", 1).text()) } },
    listRunSteps: { path: { id: String(seeded("listRunSteps", 1).text()) } },
  },
});
