import { expect, it } from "vitest";
import { findings, operation } from "../testing/documents.ts";

const needs = (...scopes: string[]) => operation({ security: [{ bearer: scopes }] });

it.each([
  [operation({}), needs(), ["error: Callers needed nothing, and need a sign-in now."]],
  [needs(), needs("labels.write"), ["error: Callers needed a sign-in, and need the permission labels.write now."]],
  [
    needs("labels.read"),
    needs("labels.write"),
    ["error: Callers needed the permission labels.read, and need the permission labels.write now."],
  ],
  [needs("labels.write"), needs(), []],
  [needs(), operation({}), []],
  [operation({ security: [{ bearer: [] }, {}] }), operation({}), []],
])("finds what callers lack (%#)", (before, after, want) => {
  expect(findings("permission-added", before, after)).toEqual(want);
});
