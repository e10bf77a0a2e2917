import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it, onTestFinished } from "vitest";
import { plan } from "../plan.ts";
import { loadSpecs } from "../read/load.ts";
import { asyncApi } from "./asyncapi.ts";
import { fixtureModel } from "./fixture/model.ts";
import { planningFixture, tenant } from "./fixture/planning.ts";

const official = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("@asyncapi/specs/schemas/3.0.0.json"), "utf8")) as object;
const planning = asyncApi(fixtureModel("planning", "digest", "labels")) as unknown as {
  readonly channels: Readonly<Record<string, { readonly address: string }>>;
  readonly operations: object;
};

/** The official schema brings the schema of schemas along: it must not be there before. */
function validator(meta: boolean): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, meta, validateSchema: false });
  addFormats.default(ajv);
  return ajv;
}

describe("the document of events", () => {
  const real = plan(loadSpecs(resolve(import.meta.dirname, "../.."))).model;

  it.for([
    ["the fixtures", planning],
    ["the project's own specs", real && asyncApi(real)],
  ] as const)("is valid AsyncAPI 3.0 for %s", ([, document]) => {
    const validate = validator(false).compile(official);
    expect(validate(document) ? [] : validate.errors).toEqual([]);
    expect(Object.keys((document as typeof planning).channels).length).toBeGreaterThan(5);
  });

  it("is refused by that schema when it is not", () => {
    const validate = validator(false).compile(official);
    expect(validate({ ...planning, operations: { x: { action: "shout" } } })).toBe(false);
  });

  it("holds the events of entities, machines and webhooks, each on its subject", () => {
    for (const type of ["labels.label.created", "planning.task.requestReview", "planning.story.estimated"]) {
      expect(planning.channels[type]?.address).toBe(type);
    }
  });

  it("has every place that it refers to", () => {
    const targets = [...JSON.stringify(planning).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    expect(targets.length).toBeGreaterThan(100);
    for (const [, path = ""] of targets) {
      const found = path.split("/").reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], planning);
      expect(found, path).toBeDefined();
    }
  });

  it("describes what is really sent", async () => {
    const fixture = await planningFixture();
    onTestFinished(fixture.remove);
    const database = await fixture.database("memory");
    const open = await database.open();
    const organization = tenant();
    const { id } = await open.taskIn(organization, "implementing");
    await open.call(fixture.as("developer", organization), "commitCodeTask", id);
    const { toCloudEvent } = await import(/* @vite-ignore */ join(fixture.folder, "internal/core/events/cloud-event.ts"));
    const ajv = validator(true).addSchema(planning, "asyncapi");
    const check = (type: string) => ajv.getSchema(`asyncapi#/components/messages/${type}/payload`);
    expect(open.appended.map(({ type }) => type)).toEqual(["planning.task.commitCode", "planning.task.requestReview"]);
    for (const event of open.appended) {
      const sent = toCloudEvent(event);
      expect(check(event.type)?.(sent), JSON.stringify(sent)).toBe(true);
      expect(check(event.type)?.({ ...sent, data: {} })).toBe(false);
      expect(check("planning.task.claim")?.(sent)).toBe(false);
    }
  });
});
