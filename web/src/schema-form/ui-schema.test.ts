import { expect, test } from "vitest";
import { drawable, uiSchemaFor } from "./ui-schema.ts";

test("a long text gets several lines, a short one does not", () => {
  const ui = uiSchemaFor({
    type: "object",
    properties: { body: { type: "string", maxLength: 5000 }, name: { type: "string", maxLength: 60 } },
  });
  expect(ui.body).toEqual({ "ui:widget": "textarea" });
  expect(ui.name).toEqual({});
});

test("what has no form of its own is entered as JSON", () => {
  const ui = uiSchemaFor({
    type: "object",
    properties: {
      any: {},
      map: { type: "object", additionalProperties: true },
      list: { type: "array" },
      either: { type: ["string", "number"] },
    },
  });
  for (const name of ["any", "map", "list", "either"]) expect(ui[name], name).toEqual({ "ui:field": "json" });
});

test("a value that may be null is entered as its type", () => {
  expect(uiSchemaFor({ type: ["object", "null"] })).toEqual({ "ui:field": "json" });
  expect(uiSchemaFor({ type: ["integer", "null"] })).toEqual({});
});

test("choices and references are left to the form", () => {
  for (const schema of [{ enum: ["a"] }, { $ref: "#/$defs/x" }, { oneOf: [{ type: "string" as const }] }])
    expect(uiSchemaFor(schema)).toEqual({});
});

test("a part that allows any value is drawn, and stays one that allows any value", () => {
  const shown = drawable({ type: "object", properties: { any: {}, yes: true, no: false, list: { type: "array", items: {} } } });
  expect(shown.properties).toEqual({
    any: { $comment: "any value" },
    yes: { $comment: "any value" },
    no: false,
    list: { type: "array", items: { $comment: "any value" } },
  });
});

test("a choice of what is required is no choice for people; one of values is", () => {
  const either = { anyOf: [{ required: ["text"] }, { required: ["file"] }] };
  expect(drawable({ type: "object", ...either })).toEqual({ type: "object" });
  const values = { anyOf: [{ type: "string" as const }, { required: ["file"] }] };
  expect(drawable({ type: "object", properties: { value: values } })).toEqual({ type: "object", properties: { value: values } });
});
