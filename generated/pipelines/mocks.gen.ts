// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { HttpHandler } from "msw";
import { type MockOperation, type MockOutcomes, mockHandlers, mockPage } from "../../internal/core/testing/mock-handlers.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import type { PipelinesService } from "./service.gen.ts";
import type {
  CheckResult,
  DefinitionError,
  Edge,
  Pipeline,
  PipelineChange,
  PipelineCreate,
  PipelineDefinition,
  PipelineId,
  PipelineInsert,
  PipelinePatch,
  PipelineStep,
  PipelineVersion,
  PipelineVersionCreate,
  Retry,
} from "./types.gen.ts";

export function checkResultMock(number: number, given: Partial<CheckResult> = {}): CheckResult {
  const make = seeded("CheckResult", number);
  return {
    errors: make.list({}, definitionErrorMock),
    edges: make.list({}, edgeMock),
    ...given,
  };
}

export function definitionErrorMock(number: number, given: Partial<DefinitionError> = {}): DefinitionError {
  const make = seeded("DefinitionError", number);
  return {
    pointer: make.text(),
    detail: make.text(),
    ...given,
  };
}

export function edgeMock(number: number, given: Partial<Edge> = {}): Edge {
  const make = seeded("Edge", number);
  return {
    from: make.text(),
    to: make.text(),
    ...given,
  };
}

export function pipelineDefinitionMock(_number: number, given: Partial<PipelineDefinition> = {}): PipelineDefinition {
  const example: PipelineDefinition = { steps: [{ id: "greet", tool: "template.render", inputs: { template: "'Hello'" } }] };
  return { ...example, ...given };
}

export function pipelineStepMock(number: number, given: Partial<PipelineStep> = {}): PipelineStep {
  const make = seeded("PipelineStep", number);
  return {
    id: make.text({ pattern: "^[a-z][a-z0-9_]{0,59}$" }),
    name: make.text({ maxLength: 100 }),
    tool: make.text({ maxLength: 100 }),
    inputs: {},
    needs: make.list({}, () => make.text()),
    retry: retryMock(number),
    timeoutSeconds: make.integer({ maximum: 86400, minimum: 1 }),
    ...given,
  };
}

export function retryMock(number: number, given: Partial<Retry> = {}): Retry {
  const make = seeded("Retry", number);
  return {
    attempts: make.integer({ maximum: 20, minimum: 1 }),
    backoffSeconds: make.decimal({ maximum: 3600, minimum: 0 }),
    ...given,
  };
}

export function pipelineMock(number: number, given: Partial<Pipeline> = {}): Pipeline {
  const make = seeded("Pipeline", number);
  return {
    id: make.id("pl"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    name: make.text({ maxLength: 100, minLength: 1 }),
    description: make.text({ maxLength: 2000 }),
    definition: pipelineDefinitionMock(number),
    latest: make.integer(),
    ...given,
  };
}

export function pipelineVersionMock(number: number, given: Partial<PipelineVersion> = {}): PipelineVersion {
  const make = seeded("PipelineVersion", number);
  return {
    id: make.id("pv"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    pipelineId: make.id("pl"),
    number: make.integer({ minimum: 1 }),
    definition: pipelineDefinitionMock(number),
    edges: make.list({}, edgeMock),
    ...given,
  };
}

export function pipelineCreateMock(number: number, given: Partial<PipelineCreate> = {}): PipelineCreate {
  const make = seeded("PipelineCreate", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    description: make.text({ maxLength: 2000 }),
    definition: pipelineDefinitionMock(number),
    ...given,
  };
}

export function pipelinePatchMock(number: number, given: Partial<PipelinePatch> = {}): PipelinePatch {
  const make = seeded("PipelinePatch", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    description: make.text({ maxLength: 2000 }),
    definition: pipelineDefinitionMock(number),
    ...given,
  };
}

export function pipelineVersionCreateMock(number: number, given: Partial<PipelineVersionCreate> = {}): PipelineVersionCreate {
  const make = seeded("PipelineVersionCreate", number);
  return {
    pipelineId: make.id("pl"),
    number: make.integer({ minimum: 1 }),
    definition: pipelineDefinitionMock(number),
    edges: make.list({}, edgeMock),
    ...given,
  };
}

export function pipelineInsertMock(number: number, given: Partial<PipelineInsert> = {}): PipelineInsert {
  const make = seeded("PipelineInsert", number);
  return {
    ...pipelineCreateMock(number),
    latest: make.integer(),
    ...given,
  };
}

export function pipelineChangeMock(number: number, given: Partial<PipelineChange> = {}): PipelineChange {
  const make = seeded("PipelineChange", number);
  return {
    ...pipelinePatchMock(number),
    latest: make.integer(),
    ...given,
  };
}

/** Answers every operation, for MSW: with success and at once, unless `outcomes` says otherwise. */
export function pipelinesHandlers(base = "/api/v1", outcomes: MockOutcomes<keyof PipelinesService> = {}): HttpHandler[] {
  const operations: readonly MockOperation<keyof PipelinesService>[] = [
    { id: "listPipelines", method: "get", path: "/pipelines", status: 200, make: () => mockPage(pipelineMock) },
    { id: "createPipeline", method: "post", path: "/pipelines", status: 201, make: () => pipelineMock(1) },
    { id: "checkPipeline", method: "post", path: "/pipelines/check", status: 200, make: () => checkResultMock(1) },
    {
      id: "getPipeline",
      method: "get",
      path: "/pipelines/{id}",
      status: 200,
      make: (params) => pipelineMock(1, { id: params.id as PipelineId }),
    },
    {
      id: "updatePipeline",
      method: "patch",
      path: "/pipelines/{id}",
      status: 200,
      make: (params) => pipelineMock(1, { id: params.id as PipelineId }),
    },
    { id: "deletePipeline", method: "delete", path: "/pipelines/{id}", status: 204, answer: "none" },
    {
      id: "listPipelineVersions",
      method: "get",
      path: "/pipelines/{id}/versions",
      status: 200,
      make: () => [pipelineVersionMock(1), pipelineVersionMock(2), pipelineVersionMock(3)],
    },
    { id: "getPipelineVersion", method: "get", path: "/pipelines/{id}/versions/{number}", status: 200, make: () => pipelineVersionMock(1) },
  ];
  return mockHandlers(base, operations, outcomes);
}
