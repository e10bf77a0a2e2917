// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { OperationExample } from "../../internal/core/testing/operation-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { pipelineCreateMock, pipelineDefinitionMock, pipelinePatchMock } from "./mocks.gen.ts";

/** Right and wrong input of each operation. */
export const pipelinesExamples: Readonly<Record<string, OperationExample>> = {
  listPipelines: {
    complete: true,
    tenant: true,
    violations: [
      { pointer: "?sort", query: { sort: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
      { pointer: "?total", query: { total: "no such value" } },
    ],
  },
  createPipeline: {
    body: pipelineCreateMock(1),
    complete: true,
    tenant: true,
    event: "pipelines.pipeline.created",
    violations: [
      { pointer: "/name", body: { ...pipelineCreateMock(1), name: undefined } },
      { pointer: "/name", body: { ...pipelineCreateMock(1), name: 1 } },
      { pointer: "/name", body: { ...pipelineCreateMock(1), name: "" } },
      { pointer: "/name", body: { ...pipelineCreateMock(1), name: "x".repeat(101) } },
      { pointer: "/description", body: { ...pipelineCreateMock(1), description: 1 } },
      { pointer: "/description", body: { ...pipelineCreateMock(1), description: "x".repeat(2001) } },
      { pointer: "/definition", body: { ...pipelineCreateMock(1), definition: undefined } },
      { pointer: "/definition", body: { ...pipelineCreateMock(1), definition: "x" } },
      { pointer: "/unheardOf", body: { ...pipelineCreateMock(1), unheardOf: 1 } },
    ],
  },
  checkPipeline: {
    body: pipelineDefinitionMock(1),
    tenant: true,
    violations: [
      { pointer: "/inputSchema", body: { ...pipelineDefinitionMock(1), inputSchema: "x" } },
      { pointer: "/steps", body: { ...pipelineDefinitionMock(1), steps: undefined } },
      { pointer: "/steps", body: { ...pipelineDefinitionMock(1), steps: "x" } },
      { pointer: "/steps", body: { ...pipelineDefinitionMock(1), steps: [] } },
      { pointer: "/outputs", body: { ...pipelineDefinitionMock(1), outputs: "x" } },
      { pointer: "/unheardOf", body: { ...pipelineDefinitionMock(1), unheardOf: 1 } },
    ],
  },
  getPipeline: { params: { id: seeded("getPipeline", 1).id("pl") }, complete: true, tenant: true },
  updatePipeline: {
    params: { id: seeded("updatePipeline", 1).id("pl") },
    body: pipelinePatchMock(1),
    complete: true,
    tenant: true,
    event: "pipelines.pipeline.updated",
    violations: [
      { pointer: "/name", body: { ...pipelinePatchMock(1), name: 1 } },
      { pointer: "/name", body: { ...pipelinePatchMock(1), name: "" } },
      { pointer: "/name", body: { ...pipelinePatchMock(1), name: "x".repeat(101) } },
      { pointer: "/description", body: { ...pipelinePatchMock(1), description: 1 } },
      { pointer: "/description", body: { ...pipelinePatchMock(1), description: "x".repeat(2001) } },
      { pointer: "/definition", body: { ...pipelinePatchMock(1), definition: "x" } },
      { pointer: "/unheardOf", body: { ...pipelinePatchMock(1), unheardOf: 1 } },
    ],
  },
  deletePipeline: {
    params: { id: seeded("deletePipeline", 1).id("pl") },
    complete: true,
    tenant: true,
    event: "pipelines.pipeline.deleted",
  },
  listPipelineVersions: { params: { id: seeded("listPipelineVersions", 1).text() }, tenant: true },
  getPipelineVersion: {
    params: { id: seeded("getPipelineVersion", 1).text(), number: String(seeded("getPipelineVersion", 1).integer({ minimum: 1 })) },
    tenant: true,
  },
};
