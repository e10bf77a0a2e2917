import { expect, it } from "vitest";
import { findings, operation } from "../testing/documents.ts";

const answer = (...types: string[]) => operation({ responses: { 200: { content: Object.fromEntries(types.map((type) => [type, {}])) } } });

it("finds an answer that has another media type", () => {
  expect(findings("response-media-type-removed", answer("application/json"), answer("text/csv"))).toEqual([
    "error: The answer 200 no longer comes as application/json.",
  ]);
  expect(findings("response-media-type-removed", answer("text/csv"), answer("text/csv", "application/json"))).toEqual([]);
});
