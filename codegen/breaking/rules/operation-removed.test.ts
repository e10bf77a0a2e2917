import { expect, it } from "vitest";
import { findings, operation } from "../testing/documents.ts";

it("finds an operation that is gone, and none that only named its path parameter anew", () => {
  const before = operation({}, { paths: { "/labels/{id}": { get: { operationId: "getLabel" }, delete: { deprecated: true } } } });
  const after = operation({}, { paths: { "/labels/{label}": { get: { operationId: "getLabel" } } } });
  expect(findings("operation-removed", before, after)).toEqual(["error: The operation was removed after it had been deprecated."]);
  expect(findings("operation-removed", before, before)).toEqual([]);
  expect(findings("operation-removed", after, before)).toEqual([]);
});
