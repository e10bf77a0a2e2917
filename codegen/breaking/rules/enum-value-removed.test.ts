import { expect, it } from "vitest";
import { answered, findings, sent } from "../testing/documents.ts";

const of = (...values: string[]) => ({ type: "string", enum: values });

it("finds values that are no longer accepted", () => {
  expect(findings("enum-value-removed", sent(of("a", "b")), sent({ const: "a" }))).toEqual([
    'error: the request body no longer accepts "b".',
  ]);
  expect(findings("enum-value-removed", sent({ type: "string" }), sent(of("a")))).toEqual([
    'error: the request body accepted any value, and only "a" now.',
  ]);
});

it("does not mind a new one, nor fewer in answers", () => {
  expect(findings("enum-value-removed", sent(of("a")), sent(of("a", "b")))).toEqual([]);
  expect(findings("enum-value-removed", answered(of("a", "b")), answered(of("a")))).toEqual([]);
});
