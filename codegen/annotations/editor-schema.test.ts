import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Schema, Validator } from "@cfworker/json-schema";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { repository } from "../fixture/repository.ts";
import { editorSchema } from "./editor-schema.ts";

const validator = new Validator(editorSchema() as Schema, "2020-12", false);
const openapi = join(repository, "openapi");
const labels = {
  openapi: "3.1.1",
  "x-codegen": { domain: "labels" },
  paths: { "/labels": { get: { "x-codegen": { permission: "labels.read" }, responses: {} } } },
  components: { schemas: { Label: { properties: { name: { type: "string", "x-codegen": { immutable: true } }, any: true } } } },
};

describe("the schema for editors", () => {
  it.each(readdirSync(openapi))("has nothing against %s", (name) => {
    expect(validator.validate(parse(readFileSync(join(openapi, name), "utf8"))).errors).toEqual([]);
  });

  it.each([
    ["the document", "/x-codegen/domian", { "x-codegen": { domain: "labels", domian: "labels" } }],
    ["an operation", "/paths/~1labels/get/x-codegen", { paths: { "/labels": { get: { "x-codegen": { permision: "labels.read" } } } } }],
    ["a webhook", "/webhooks/x/post/x-codegen", { webhooks: { x: { post: { "x-codegen": { event: {} } } } } }],
    ["a schema", "/components/schemas/Label/x-codegen", { components: { schemas: { Label: { "x-codegen": { entity: { prefix: 1 } } } } } }],
    [
      "a property",
      "/properties/name/x-codegen",
      { components: { schemas: { L: { properties: { name: { "x-codegen": { encrypted: false } } } } } } },
    ],
  ])("finds a slip on %s", (_, place, slip) => {
    expect(validator.validate(labels).valid).toBe(true);
    const { errors } = validator.validate({ ...labels, ...slip });
    expect(errors.map(({ instanceLocation }) => instanceLocation).join("\n")).toContain(place);
  });
});
