import { expect, it } from "vitest";
import { findings, operation } from "../testing/documents.ts";

it("warns of another operationId", () => {
  expect(findings("operation-id-changed", operation({}), operation({ operationId: "other" }))).toEqual([
    "warning: The operationId op is other now: generated clients name their methods after it.",
  ]);
  expect(findings("operation-id-changed", operation({}), operation({}))).toEqual([]);
});
