// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { HttpHandler } from "msw";
import { type MockOperation, type MockOutcomes, mockHandlers, mockPage } from "../../internal/core/testing/mock-handlers.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { jsonObjectMock, jsonSchemaMock } from "../common/mocks.gen.ts";
import type { ToolsService } from "./service.gen.ts";
import type { Invocation, Outcome, Tool, ToolCreate, ToolId, ToolLog, ToolPatch } from "./types.gen.ts";

export function invocationMock(number: number, given: Partial<Invocation> = {}): Invocation {
  const make = seeded("Invocation", number);
  return {
    input: jsonObjectMock(number),
    source: make.text({ maxLength: 100 }),
    begunAt: make.time(),
    ...given,
  };
}

export function outcomeMock(number: number, given: Partial<Outcome> = {}): Outcome {
  const make = seeded("Outcome", number);
  return {
    output: make.text(),
    waitUntil: make.time(),
    logs: make.list({}, toolLogMock),
    ...given,
  };
}

export function toolLogMock(number: number, given: Partial<ToolLog> = {}): ToolLog {
  const make = seeded("ToolLog", number);
  return {
    level: make.pick(["debug", "info", "warn", "error"]),
    message: make.text(),
    at: make.time(),
    ...given,
  };
}

export function toolMock(number: number, given: Partial<Tool> = {}): Tool {
  const make = seeded("Tool", number);
  return {
    id: make.id("tl"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    name: make.text({ maxLength: 100, minLength: 1 }),
    title: make.text({ maxLength: 100 }),
    description: make.text({ maxLength: 2000 }),
    inputSchema: jsonSchemaMock(number),
    outputSchema: jsonSchemaMock(number),
    ...given,
  };
}

export function toolCreateMock(number: number, given: Partial<ToolCreate> = {}): ToolCreate {
  const make = seeded("ToolCreate", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    title: make.text({ maxLength: 100 }),
    description: make.text({ maxLength: 2000 }),
    inputSchema: jsonSchemaMock(number),
    outputSchema: jsonSchemaMock(number),
    ...given,
  };
}

export function toolPatchMock(number: number, given: Partial<ToolPatch> = {}): ToolPatch {
  const make = seeded("ToolPatch", number);
  return {
    title: make.text({ maxLength: 100 }),
    description: make.text({ maxLength: 2000 }),
    inputSchema: jsonSchemaMock(number),
    outputSchema: jsonSchemaMock(number),
    ...given,
  };
}

/** Answers every operation, for MSW: with success and at once, unless `outcomes` says otherwise. */
export function toolsHandlers(base = "/api/v1", outcomes: MockOutcomes<keyof ToolsService> = {}): HttpHandler[] {
  const operations: readonly MockOperation<keyof ToolsService>[] = [
    { id: "listTools", method: "get", path: "/tools", status: 200, make: () => mockPage(toolMock) },
    { id: "getTool", method: "get", path: "/tools/{id}", status: 200, make: (params) => toolMock(1, { id: params.id as ToolId }) },
    { id: "invokeTool", method: "post", path: "/tools/{name}/invoke", status: 200, make: () => outcomeMock(1) },
  ];
  return mockHandlers(base, operations, outcomes);
}
