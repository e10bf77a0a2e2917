import { expect, it } from "vitest";
import { answered, findings, object, sent } from "../testing/documents.ts";

const of = (required: string[], properties = { name: {} }) => object(properties, { required });

it.each([
  [sent(of([])), sent(of(["name"])), ["error: the request body must have name now, which could be left out."]],
  [sent(object({})), sent(of(["name"])), ["error: the request body must have name now, which is new."]],
  [sent(of([])), sent(of(["name"], { name: { readOnly: true } })), []],
  [sent(of(["name"])), sent(of([])), []],
  [answered(of([])), answered(of(["name"])), []],
])("finds what must be sent from now on (%#)", (before, after, want) => {
  expect(findings("property-required", before, after)).toEqual(want);
});
