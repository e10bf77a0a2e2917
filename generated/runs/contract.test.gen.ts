// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import { documentContract } from "../../internal/core/testing/document-contract.ts";
import { openDefaults } from "../../internal/core/testing/open-defaults.ts";
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { runsDomain } from "./domain.gen.ts";
import { runsExamples } from "./examples.gen.ts";
import {
  runCreateMock,
  runPatchMock,
  runRecordCreateMock,
  runStepCreateMock,
  runStepPatchMock,
  stepAttemptCreateMock,
  stepAttemptPatchMock,
} from "./mocks.gen.ts";
import { runsOperations } from "./server.gen.ts";

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
  immutable: ["pipelineId", "pipelineName", "pipelineVersion", "startedBy", "trace"],
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
  methods: [
    { name: "findStep", by: ["runId", "step"], returns: "one" },
    { name: "listOfRun", by: ["runId"], returns: "many" },
  ],
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

const decided = new Set(["listRuns", "getRun"]);

operationContract("runs", {
  basePath: "/api/v1",
  operations: runsOperations.filter(({ id }) => decided.has(id)),
  examples: runsExamples,
  open: () => openDefaults(runsDomain),
});

documentContract("runs", {
  document: new URL("../openapi.json", import.meta.url),
  operations: runsOperations,
  examples: runsExamples,
});
