import { expect, it } from "vitest";
import { findings, operation } from "../testing/documents.ts";

const events = (...types: string[]) =>
  operation(
    {},
    {
      webhooks: Object.fromEntries(
        types.map((type) => [type, { post: { requestBody: { content: { "application/json": { schema: {} } } } } }]),
      ),
    },
  );

it("finds an event that is gone", () => {
  expect(findings("event-removed", events("labels.label.created", "labels.label.deleted"), events("labels.label.created"))).toEqual([
    "error: The event was removed.",
  ]);
  expect(findings("event-removed", events(), events("labels.label.created"))).toEqual([]);
});
