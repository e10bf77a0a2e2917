import { expect, it } from "vitest";
import { answered, findings, object, sent } from "../testing/documents.ts";

const of = (additionalProperties: boolean) => object({}, { additionalProperties });

it("finds requests that are refused for what they also have", () => {
  expect(findings("additional-properties-refused", sent(of(true)), sent(of(false)))).toEqual([
    "error: the request body is refused with properties of other names now.",
  ]);
  expect(findings("additional-properties-refused", sent(of(false)), sent(of(true)))).toEqual([]);
  expect(findings("additional-properties-refused", answered(of(true)), answered(of(false)))).toEqual([]);
});
