// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { OperationExample } from "../../internal/core/testing/operation-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { runStartMock } from "./mocks.gen.ts";

/** Right and wrong input of each operation. */
export const runsExamples: Readonly<Record<string, OperationExample>> = {
  listRuns: {
    complete: true,
    tenant: true,
    violations: [
      { pointer: "?filter[status][eq]", query: { "filter[status][eq]": "no such value" } },
      { pointer: "?filter[status][ne]", query: { "filter[status][ne]": "no such value" } },
      { pointer: "?sort", query: { sort: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
      { pointer: "?total", query: { total: "no such value" } },
    ],
  },
  startRun: {
    body: runStartMock(1),
    tenant: true,
    violations: [
      { pointer: "/pipelineId", body: { ...runStartMock(1), pipelineId: undefined } },
      { pointer: "/pipelineId", body: { ...runStartMock(1), pipelineId: "xx-0123456789abcdef" } },
      { pointer: "/version", body: { ...runStartMock(1), version: "x" } },
      { pointer: "/version", body: { ...runStartMock(1), version: 0 } },
      { pointer: "/input", body: { ...runStartMock(1), input: "x" } },
      { pointer: "/unheardOf", body: { ...runStartMock(1), unheardOf: 1 } },
    ],
  },
  getRun: { params: { id: seeded("getRun", 1).id("rn") }, complete: true, tenant: true },
  cancelRun: { params: { id: seeded("cancelRun", 1).text() }, tenant: true },
  streamRunEvents: { params: { id: seeded("streamRunEvents", 1).text() }, tenant: true },
  listRunLogs: {
    params: { id: seeded("listRunLogs", 1).text() },
    tenant: true,
    violations: [
      { pointer: "?after", query: { after: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
    ],
  },
  listRunSteps: { params: { id: seeded("listRunSteps", 1).text() }, tenant: true },
};
