import { expect, it } from "vitest";
import { answered, findings, sent } from "../testing/documents.ts";

it("warns when leaving something out means something else", () => {
  expect(findings("default-changed", sent({ default: 1 }), sent({ default: 2 }))).toEqual([
    "warning: the request body: left out, it meant 1, and means 2 now.",
  ]);
  expect(findings("default-changed", sent({ default: 1 }), sent({}))).toEqual([
    "warning: the request body: left out, it meant 1, and means nothing now.",
  ]);
  expect(findings("default-changed", sent({}), sent({ default: 1 }))).toEqual([]);
  expect(findings("default-changed", answered({ default: 1 }), answered({ default: 2 }))).toEqual([]);
});
