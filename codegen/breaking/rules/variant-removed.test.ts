import { expect, it } from "vitest";
import { answered, findings, sent } from "../testing/documents.ts";

const of = (...names: string[]) => ({ oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) });

it("finds an alternative that is no longer accepted", () => {
  expect(findings("variant-removed", sent(of("Circle", "Square")), sent(of("Circle")))).toEqual([
    "error: the request body no longer accepts #/components/schemas/Square.",
  ]);
  expect(findings("variant-removed", sent(of("Circle")), sent(of("Circle", "Square")))).toEqual([]);
  expect(findings("variant-removed", sent({}), sent(of("Circle", "Square")))).toEqual([
    "error: the request body accepts only one of #/components/schemas/Circle, #/components/schemas/Square now.",
  ]);
  expect(findings("variant-removed", answered(of("Circle", "Square")), answered(of("Circle")))).toEqual([]);
});
