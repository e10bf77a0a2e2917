import { expect, it } from "vitest";
import { answered, findings, sent } from "../testing/documents.ts";

const of = (...names: string[]) => ({ anyOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) });

it("finds an alternative that callers have not met", () => {
  expect(findings("variant-added", answered(of("Circle")), answered(of("Circle", "Square")))).toEqual([
    "error: the answer 200 may be #/components/schemas/Square now.",
  ]);
  expect(findings("variant-added", answered(of("Circle", "Square")), answered(of("Circle")))).toEqual([]);
  expect(findings("variant-added", sent(of("Circle")), sent(of("Circle", "Square")))).toEqual([]);
});
