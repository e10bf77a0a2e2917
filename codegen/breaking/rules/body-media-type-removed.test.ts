import { expect, it } from "vitest";
import { findings, operation } from "../testing/documents.ts";

const body = (...types: string[]) => operation({ requestBody: { content: Object.fromEntries(types.map((type) => [type, {}])) } });

it("finds a media type that is no longer accepted", () => {
  expect(findings("body-media-type-removed", body("application/json", "text/csv"), body("Application/JSON"))).toEqual([
    "error: A body of text/csv is no longer accepted.",
  ]);
  expect(findings("body-media-type-removed", body("text/csv"), operation({}))).toEqual([
    "error: A body of text/csv is no longer accepted.",
  ]);
  expect(findings("body-media-type-removed", body("text/csv"), body("text/csv", "application/json"))).toEqual([]);
});
