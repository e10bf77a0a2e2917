import { expect, it } from "vitest";
import { answered, findings, object, sent } from "../testing/documents.ts";

const name = object({ name: {} });

it.each([
  [answered(object({ name: {} }, { required: ["name"] })), answered(object({})), ["error: the answer 200 no longer has name."]],
  [answered(name), answered(object({})), ["warning: the answer 200 no longer has name."]],
  [answered(name), answered(object({ name: { writeOnly: true } })), ["warning: the answer 200 no longer has name."]],
  [sent(name), sent(object({}, { additionalProperties: false })), ["error: the request body is refused with name now."]],
  [sent(name), sent(object({})), ["warning: the request body still takes name, but nothing says what it does."]],
  [sent(object({ id: { readOnly: true } })), sent(object({})), []],
  [answered(object({})), answered(name), []],
])("finds properties that are gone, each way (%#)", (before, after, want) => {
  expect(findings("property-removed", before, after)).toEqual(want);
});
