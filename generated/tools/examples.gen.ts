// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { OperationExample } from "../../internal/core/testing/operation-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { invocationMock } from "./mocks.gen.ts";

/** Right and wrong input of each operation. */
export const toolsExamples: Readonly<Record<string, OperationExample>> = {
  listTools: {
    tenant: true,
    violations: [
      { pointer: "?sort", query: { sort: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
      { pointer: "?total", query: { total: "no such value" } },
    ],
  },
  getTool: { params: { id: seeded("getTool", 1).id("tl") }, tenant: true },
  invokeTool: {
    params: { name: seeded("invokeTool", 1).text({ maxLength: 100 }) },
    body: invocationMock(1),
    tenant: true,
    violations: [
      { pointer: "/input", body: { ...invocationMock(1), input: undefined } },
      { pointer: "/input", body: { ...invocationMock(1), input: "x" } },
      { pointer: "/source", body: { ...invocationMock(1), source: 1 } },
      { pointer: "/source", body: { ...invocationMock(1), source: "x".repeat(101) } },
      { pointer: "/begunAt", body: { ...invocationMock(1), begunAt: 1 } },
      { pointer: "/unheardOf", body: { ...invocationMock(1), unheardOf: 1 } },
    ],
  },
};
