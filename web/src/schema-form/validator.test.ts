import { expect, test } from "vitest";
import { schemaValidator } from "./validator.ts";

const validator = schemaValidator((keyword, limit) => `${keyword} ${JSON.stringify(limit)}`);
const check = (schema: object, data: unknown) =>
  validator.validateFormData(data, schema, undefined, undefined, undefined).errors.map(({ property, message }) => [property, message]);

test("a missing property is told at its own place, not at its owner's", () => {
  const schema = { type: "object", required: ["name"], properties: { inner: { type: "object", required: ["a", "b"] } } };
  expect(check(schema, { inner: { b: 1 } })).toEqual(
    expect.arrayContaining([
      [".name", 'required "name"'],
      [".inner.a", 'required "a"'],
    ]),
  );
});

test("only the innermost reason is told, with the keyword's limit", () => {
  const schema = { type: "object", properties: { tags: { type: "array", items: { type: "string", minLength: 3 } } } };
  expect(check(schema, { tags: ["long enough", "x"] })).toEqual([[".tags.1", "minLength 3"]]);
});

test("alternatives that all fail make one message", () => {
  const schema = { type: "object", properties: { v: { anyOf: [{ type: "string" }, { type: "number", minimum: 5 }] } } };
  expect(check(schema, { v: 1 })).toHaveLength(1);
  expect(check(schema, { v: 6 })).toEqual([]);
});

test("names that are no words reach their field", () => {
  const { errorSchema } = validator.validateFormData({ "a b": 1 }, { type: "object", properties: { "a b": { type: "string" } } });
  expect(errorSchema).toHaveProperty(["a b", "__errors"], ['type "string"']);
});
