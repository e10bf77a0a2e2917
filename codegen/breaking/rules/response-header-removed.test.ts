import { expect, it } from "vitest";
import { findings, operation } from "../testing/documents.ts";

const answer = (headers: Readonly<Record<string, boolean>>) =>
  operation({
    responses: { 200: { headers: Object.fromEntries(Object.entries(headers).map(([name, required]) => [name, { required }])) } },
  });

it.each([
  [{ ETag: true }, {}, ["error: The answer 200 no longer has the header etag."]],
  [{ ETag: false }, {}, ["warning: The answer 200 no longer has the header etag."]],
  [{ ETag: true }, { etag: false }, ["error: The answer 200 may lack the header etag now."]],
  [{ ETag: false }, { ETag: true, Link: false }, []],
])("finds headers that are gone (%#)", (before, after, want) => {
  expect(findings("response-header-removed", answer(before), answer(after))).toEqual(want);
});
