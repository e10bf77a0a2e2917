import { expect, test } from "vitest";
import { plan } from "../plan.ts";

const done = { "200": { description: "Done." } };
const parameter = (name: string, place: string) => ({ name, in: place, required: place === "path", schema: { type: "string" } });
const withSchema = (schema: object) => ({
  paths: { "/a": { post: { requestBody: { content: { "application/json": { schema } } }, responses: done } } },
});

test.each<[string, object, string]>([
  [
    "a header whose name no client can send",
    { paths: { "/a": { get: { parameters: [parameter("X Odd", "header")], responses: done } } } },
    'No header can be called "X Odd" (RFC 9110, "Tokens"): it is left out.',
  ],
  [
    "a cookie whose name would end it",
    { paths: { "/a": { get: { parameters: [parameter("a;b", "cookie")], responses: done } } } },
    'No cookie can be called "a;b" (RFC 9110, "Tokens"): it is left out.',
  ],
  [
    "a header of an answer that cannot be",
    { paths: { "/a": { get: { responses: { "200": { description: "Done.", headers: { "X:": { schema: {} } } } } } } } },
    'No header can be called "X:" (RFC 9110, "Tokens"): it is left out.',
  ],
  [
    "a header that is an object",
    { paths: { "/a": { get: { responses: { "200": { description: "Done.", headers: { "X-At": { schema: { type: "object" } } } } } } } } },
    "A header that is an object is sent as JSON, not in a style.",
  ],
  [
    "variables that nothing stands between",
    { paths: { "/a/{x}{y}": { get: { parameters: [parameter("x", "path"), parameter("y", "path")], responses: done } } } },
    "Nothing stands between {x} and {y}: where one ends and the other begins, no server can tell.",
  ],
  [
    "a constant that is not of its type",
    withSchema({ type: "string", const: 5 }),
    'The value 5 of this const is not of its `type`, and never accepted. As text it is written in quotes: "5".',
  ],
  ["no variants", withSchema({ oneOf: [] }), "oneOf must be a list of at least one schema."],
])("a document of others is generated with a warning about %s", (_, given, message) => {
  const text = JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, ...given });
  const { model, diagnostics } = plan([{ path: "openapi/t.json", text }]);
  expect(diagnostics.map((one) => [one.severity, one.message])).toEqual([["warning", message]]);
  expect(model).toBeDefined();
});
