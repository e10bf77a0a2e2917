import { expect, it } from "vitest";
import { answered, findings, sent } from "../testing/documents.ts";

it.each([
  [{ maxLength: 8 }, { maxLength: 9 }, ["warning: the answer 200: maxLength was 8, and is 9 now."]],
  [{ minimum: 0 }, {}, ["warning: the answer 200: minimum was 0, and is without bound now."]],
  [{ format: "date" }, {}, ['warning: the answer 200: format was "date", and is without bound now.']],
  [{ maxLength: 9 }, { maxLength: 8 }, []],
  [{}, { pattern: "^a" }, []],
])("warns of wider bounds of answers (%#)", (before, after, want) => {
  expect(findings("constraint-loosened", answered(before), answered(after))).toEqual(want);
  expect(findings("constraint-loosened", sent(before), sent(after))).toEqual([]);
});
