// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import { openDefaults } from "../../internal/core/testing/open-defaults.ts";
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { pipelinesDomain } from "./domain.gen.ts";
import { pipelinesExamples } from "./examples.gen.ts";
import { pipelineCreateMock, pipelinePatchMock, pipelineVersionCreateMock } from "./mocks.gen.ts";
import { pipelinesOperations } from "./server.gen.ts";

repositoryContract({
  entity: "Pipeline",
  scope: "organization",
  prefix: "pl",
  open: (database) => pipelinesDomain.repositories(database).pipelines,
  create: pipelineCreateMock,
  patch: pipelinePatchMock,
  unique: [["name"]],
  filter: ["name", "createdAt"],
  sort: ["name", "createdAt", "updatedAt"],
  search: ["name", "description"],
  immutable: [],
  nullable: ["description"],
});

repositoryContract({
  entity: "PipelineVersion",
  scope: "organization",
  prefix: "pv",
  open: (database) => pipelinesDomain.repositories(database).pipelineVersions,
  create: pipelineVersionCreateMock,
  unique: [["pipelineId", "number"]],
  filter: [],
  sort: [],
  immutable: ["pipelineId", "number", "definition", "edges"],
  nullable: [],
});

const decided = new Set(["listPipelines", "createPipeline", "getPipeline", "updatePipeline", "deletePipeline"]);

operationContract("pipelines", {
  basePath: "/api/v1",
  operations: pipelinesOperations.filter(({ id }) => decided.has(id)),
  examples: pipelinesExamples,
  open: () => openDefaults(pipelinesDomain),
});
