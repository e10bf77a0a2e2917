import { expect, test } from "vitest";
import { openapiTypes } from "./openapi-types.ts";

const inherited = Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== "__proto__");

test("names that every object inherits are names like others", async () => {
  const properties = Object.fromEntries(inherited.map((name) => [name, { type: "string" }]));
  const schemas = { valueOf: { type: "object", required: ["toString"], properties }, Other: { $ref: "#/components/schemas/valueOf" } };
  const document = JSON.stringify({ openapi: "3.1.1", info: { title: "Names", version: "1" }, paths: {}, components: { schemas } });
  const types = (await openapiTypes(document)).get("generated/openapi.d.ts") ?? "";
  for (const name of inherited) expect(types).toMatch(new RegExp(`\\b${name}${name === "toString" ? "" : "\\?"}: string;`));
  expect(types).toContain('Other: components["schemas"]["valueOf"];');
  expect(types).not.toContain("ownNamed");
});
