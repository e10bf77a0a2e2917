import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import type { Model } from "../../model/model.ts";
import { plan } from "../../plan.ts";
import { loadSpecs } from "../../read/load.ts";
import { fixtureModel } from "../fixture/model.ts";
import { document } from "./document.ts";

/** What Redocly's recommended rules say of a model's published document: rule, place and message. */
async function complaints(model: Model, rules: Readonly<Record<string, "off">> = {}): Promise<readonly string[]> {
  const config = await createConfig({ extends: ["recommended"], rules });
  const found = await lintFromString({ source: JSON.stringify(document(model), null, 2), absoluteRef: "openapi.json", config });
  return found.map(({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer}: ${message}`);
}

test("the project's own document follows the recommended rules", async () => {
  const { model } = plan(loadSpecs(`${import.meta.dirname}/../../..`));
  expect(model && (await complaints(model))).toEqual([]);
});

test.each(["labels", "gauges", "ledgers", "notes", "shelves"])("so does the document of the fixture %s", async (name) => {
  // Nobody says what license the fixtures have.
  expect(await complaints(fixtureModel(name), { "info-license": "off" })).toEqual([]);
});
