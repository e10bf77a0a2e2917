import { expect, it } from "vitest";
import { findings, operation } from "../testing/documents.ts";

const body = (required: boolean) => operation({ requestBody: { required, content: { "application/json": {} } } });

it.each([
  [operation({}), body(true), ["error: A request had no body, and must have one now."]],
  [body(false), body(true), ["error: The body could be left out, and must be sent now."]],
  [operation({}), body(false), []],
  [body(true), body(false), []],
])("finds a body that must be sent (%#)", (before, after, want) => {
  expect(findings("body-required", before, after)).toEqual(want);
});
