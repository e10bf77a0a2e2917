import { describe, expect, it } from "vitest";
import type { Schema } from "../model/json-schema.ts";
import type { Model } from "../model/model.ts";
import { plan } from "../plan.ts";
import { layOut } from "../print/lines.ts";
import { loadSpecs } from "../read/load.ts";
import { schemaType } from "./schema-type.ts";

const model: Model | undefined = plan(loadSpecs(`${import.meta.dirname}/../..`)).model;
const text: Schema = { kind: "string", constraints: {}, format: undefined, binary: false };
const none: Schema = { kind: "null" };
const list = (items: Schema): Schema => ({ kind: "array", items, constraints: {} });
const union = (...variants: Schema[]): Schema => ({ kind: "union", mode: "anyOf", variants, discriminator: undefined });
const reference = (name: string, domain: string | undefined): Schema => ({ kind: "reference", name, domain });
const object = (additional: boolean | Schema, ...names: string[]): Schema => {
  const plain = { schema: text, required: true, description: "", readOnly: false, writeOnly: false, default: undefined, deprecated: false };
  return { kind: "object", properties: names.map((name) => ({ ...plain, name })), additional, constraints: {} };
};

describe("schemaType", () => {
  it.for<[string, Schema, string, string?]>([
    ["text", text, "string"],
    ["a time", { kind: "string", constraints: {}, format: "date-time", binary: false }, "Timestamp", "internal/core/database/lists.ts"],
    ["a list of alternatives", list(union(text, none)), "readonly (string | null)[]"],
    ["a list of lists", list(list(text)), "readonly (readonly string[])[]"],
    ["a list of a single value", list({ kind: "enum", values: ["a"] }), 'readonly "a"[]'],
    ["alternatives in an intersection", { kind: "intersection", parts: [union(text, none), text] }, "(string | null) & string"],
    ["an object without properties", object(false), "Readonly<Record<string, never>>"],
    ["an open object", object(true), "{ readonly [name: string]: unknown }"],
    ["a map", object(text), "{ readonly [name: string]: string }"],
    ["a map beside properties", object(text, "a"), "{ readonly a: string; readonly [name: string]: unknown }"],
    [
      "hostile names and values",
      { kind: "enum", values: ['"; process.exit() //', "*/", "\u2028"] },
      `'"; process.exit() //' | "*/" | "\\u2028"`,
    ],
    ["an own schema", reference("RunLog", "runs"), "RunLog", "generated/runs/types.gen.ts"],
    ["another domain's schema", reference("Pipeline", "pipelines"), "Pipeline", "generated/contracts/pipelines.gen.ts"],
    ["another domain's entity with secrets", reference("User", "auth"), "UserView", "generated/contracts/auth.gen.ts"],
    ["a shared schema", reference("JsonObject", undefined), "JsonObject", "generated/common/types.gen.ts"],
    [
      "another domain's id",
      { kind: "id", entity: "Tool", domain: "tools", prefix: "tl", idType: "ToolId" },
      "ToolId",
      "generated/contracts/tools.gen.ts",
    ],
  ])("writes %s", ([, schema, want, from]) => {
    if (model === undefined) throw new Error("The specs have problems.");
    const type = schemaType(model, "runs", schema);
    expect(layOut(type.text)).toBe(want);
    expect(type.imports).toEqual(from === undefined ? [] : [{ name: want, from, typeOnly: true }]);
  });
});
