// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import { documentContract } from "../../internal/core/testing/document-contract.ts";
import { openDefaults } from "../../internal/core/testing/open-defaults.ts";
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { pipelinesDomain } from "./domain.gen.ts";
import { pipelinesExamples } from "./examples.gen.ts";
import { pipelineChangeMock, pipelineInsertMock, pipelineVersionCreateMock } from "./mocks.gen.ts";
import { pipelinesOperations } from "./server.gen.ts";

repositoryContract({
  entity: "Pipeline",
  scope: "organization",
  prefix: "pl",
  open: (database) => pipelinesDomain.repositories(database).pipelines,
  create: pipelineInsertMock,
  patch: pipelineChangeMock,
  unique: [["name"]],
  filter: ["name", "createdAt"],
  sort: ["name", "createdAt", "updatedAt"],
  search: ["name", "description"],
  immutable: [],
  nullable: ["description"],
  methods: [{ name: "findByName", by: ["name"], returns: "one" }],
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
  methods: [
    { name: "findVersion", by: ["pipelineId", "number"], returns: "one" },
    { name: "listOfPipeline", by: ["pipelineId"], returns: "many" },
  ],
});

const decided = new Set(["listPipelines", "createPipeline", "getPipeline", "updatePipeline", "deletePipeline"]);

operationContract("pipelines", {
  basePath: "/api/v1",
  operations: pipelinesOperations.filter(({ id }) => decided.has(id)),
  examples: pipelinesExamples,
  open: () => openDefaults(pipelinesDomain),
});

documentContract("pipelines", {
  document: new URL("../openapi.json", import.meta.url),
  operations: pipelinesOperations,
  examples: pipelinesExamples,
});
