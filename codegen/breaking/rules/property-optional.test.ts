import { expect, it } from "vitest";
import { answered, findings, object, sent } from "../testing/documents.ts";

const of = (...required: string[]) => object({ name: {} }, { required });

it("finds what answers may lack", () => {
  expect(findings("property-optional", answered(of("name")), answered(of()))).toEqual(["error: the answer 200 may lack name now."]);
  expect(findings("property-optional", answered(of()), answered(of("name")))).toEqual([]);
  expect(findings("property-optional", sent(of("name")), sent(of()))).toEqual([]);
});
