import { expect, it } from "vitest";
import { answered, findings, sent } from "../testing/documents.ts";

it.each([
  [{ maxLength: 9 }, { maxLength: 8 }, ["error: the request body: maxLength is 8 now, and was 9."]],
  [{}, { minimum: 0 }, ["error: the request body: minimum is 0 now."]],
  [{ minItems: 1 }, { minItems: 2 }, ["error: the request body: minItems is 2 now, and was 1."]],
  [{ pattern: "^a" }, { pattern: "^b" }, ['error: the request body: pattern is "^b" now, and was "^a".']],
  [{}, { format: "email" }, ['error: the request body: format is "email" now.']],
  [{}, { uniqueItems: true }, ["error: the request body: uniqueItems is true now."]],
  [{ multipleOf: 2 }, { multipleOf: 4 }, ["error: the request body: multipleOf is 4 now, and was 2."]],
  [{ multipleOf: 4 }, { multipleOf: 2 }, []],
  [{ maxLength: 8 }, { maxLength: 9 }, []],
  [{ minimum: 0, pattern: "^a", format: "email", uniqueItems: true }, {}, []],
])("finds narrower bounds of requests (%#)", (before, after, want) => {
  expect(findings("constraint-tightened", sent(before), sent(after))).toEqual(want);
  expect(findings("constraint-tightened", answered(before), answered(after))).toEqual([]);
});
