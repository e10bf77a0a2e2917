import { expect, test } from "vitest";
import { freshName, removeProperty, renameProperty, setProperty, setRequired } from "./input-schema.ts";

const schema = {
  type: "object",
  title: "Sales",
  properties: { file: { type: "string", format: "x" }, top: { type: "integer" } },
  required: ["file"],
};

test("a renamed property keeps its place, its schema and that it is required", () => {
  const after = renameProperty(schema, "file", "source");
  expect(Object.keys(after["properties"] as object)).toEqual(["source", "top"]);
  expect(after).toMatchObject({ title: "Sales", properties: { source: { type: "string", format: "x" } }, required: ["source"] });
});

test("a removed property is not required any more", () => {
  expect(removeProperty(schema, "file")).toEqual({ type: "object", title: "Sales", properties: { top: { type: "integer" } } });
});

test("a first property makes the schema one of an object", () => {
  expect(setProperty(undefined, "file", { type: "string" })).toEqual({ type: "object", properties: { file: { type: "string" } } });
});

test("required can be set and taken back", () => {
  expect(setRequired(schema, "top", true)["required"]).toEqual(["file", "top"]);
  expect(setRequired(schema, "file", false)).not.toHaveProperty("required");
});

test("a new name is one that is free", () => {
  expect(freshName(setProperty(schema, "value", {}))).toBe("value2");
});
