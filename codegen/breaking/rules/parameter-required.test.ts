import { expect, it } from "vitest";
import { asked, findings } from "../testing/documents.ts";

const parameter = (required: boolean) => ({ name: "q", in: "query", required, schema: { type: "string" } });

it("finds parameters that must be given from now on", () => {
  expect(findings("parameter-required", asked(), asked(parameter(true)))).toEqual([
    "error: The query parameter q is new, and must be given.",
  ]);
  expect(findings("parameter-required", asked(parameter(false)), asked(parameter(true)))).toEqual([
    "error: The query parameter q could be left out, and must be given now.",
  ]);
});

it("does not mind one that may be left out", () => {
  expect(findings("parameter-required", asked(), asked(parameter(false)))).toEqual([]);
  expect(findings("parameter-required", asked(parameter(true)), asked(parameter(false)))).toEqual([]);
});
