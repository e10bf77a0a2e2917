import { expect, it } from "vitest";
import { answered, findings, object, sent } from "../testing/documents.ts";

const of = (type: string | string[]) => object({ size: { type } });

it.each([
  [sent(of("string")), sent(of("integer")), ["error: the request body: /size was string, and accepts integer now."]],
  [sent(of("number")), sent(of("integer")), ["error: the request body: /size was number, and accepts integer now."]],
  [sent(of("integer")), sent(of("number")), []],
  [sent(of(["string", "null"])), sent(of("string")), ["error: the request body: /size was string or null, and accepts string now."]],
  [answered(of("string")), answered(of(["string", "null"])), ["error: the answer 200: /size was string, and may be string or null now."]],
  [answered(of(["string", "null"])), answered(of("string")), []],
  [answered(of("integer")), answered(of("number")), ["error: the answer 200: /size was integer, and may be number now."]],
  [sent({ type: "string" }), sent(true), []],
  [answered({ type: "string" }), answered(true), ["error: the answer 200 was string, and may be anything now."]],
])("finds values of another type, each way (%#)", (before, after, want) => {
  expect(findings("type-changed", before, after)).toEqual(want);
});

it("takes a schema or null as that schema, or null", () => {
  const orNull = object({ size: { anyOf: [{ type: "string" }, { type: "null" }] } });
  expect(findings("type-changed", answered(of(["string", "null"])), answered(orNull))).toEqual([]);
});

it("follows references, into schemas that hold themselves too", () => {
  const tree = (type: string) => ({
    components: { schemas: { Tree: object({ size: { type }, left: { $ref: "#/components/schemas/Tree" } }) } },
  });
  const reference = { $ref: "#/components/schemas/Tree" };
  expect(findings("type-changed", sent(reference, tree("string")), sent(reference, tree("integer")))).toEqual([
    "error: the request body: /size was string, and accepts integer now.",
  ]);
});
