import { expect, it } from "vitest";
import { answered, findings, sent } from "../testing/documents.ts";

const of = (...values: string[]) => ({ type: "string", enum: values });

it("finds values that callers have not met", () => {
  expect(findings("enum-value-added", answered(of("a")), answered(of("a", "b")))).toEqual(['error: the answer 200 may be "b" now.']);
  expect(findings("enum-value-added", answered(of("a")), answered({ type: "string" }))).toEqual([
    "error: the answer 200 was one of a few values, and may be any now.",
  ]);
});

it("does not mind fewer, nor new ones in requests", () => {
  expect(findings("enum-value-added", answered(of("a", "b")), answered(of("a")))).toEqual([]);
  expect(findings("enum-value-added", sent(of("a")), sent(of("a", "b")))).toEqual([]);
});
