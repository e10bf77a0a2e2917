// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { pipelinesDomain } from "./domain.gen.ts";
import { pipelineCreateMock, pipelineDefinitionMock, pipelinePatchMock, pipelineVersionCreateMock } from "./mocks.gen.ts";

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

operationContract({
  domain: pipelinesDomain,
  samples: {
    createPipeline: { entity: "Pipeline", body: pipelineCreateMock(1) },
    checkPipeline: { body: pipelineDefinitionMock(1) },
    getPipeline: { entity: "Pipeline", path: { id: String(seeded("getPipeline", 1).id("pl")) } },
    updatePipeline: { entity: "Pipeline", path: { id: String(seeded("updatePipeline", 1).id("pl")) }, body: pipelinePatchMock(1) },
    deletePipeline: { entity: "Pipeline", path: { id: String(seeded("deletePipeline", 1).id("pl")) } },
    listPipelineVersions: { path: { id: String(seeded("listPipelineVersions", 1).text()) } },
    getPipelineVersion: {
      path: {
        id: String(seeded("getPipelineVersion", 1).text()),
        number: String(seeded("getPipelineVersion", 1).integer({ minimum: 1 })),
      },
    },
  },
});
