import { expect, test } from "vitest";
import type { Schema } from "../model/json-schema.ts";
import { fixtureModel } from "./fixture/model.ts";
import { sensitiveNames } from "./sensitive-names.ts";

const text = (format?: string): Schema => ({ kind: "string", constraints: {}, format, binary: false });
const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  kind: "object",
  properties: Object.entries(properties).map(([name, schema]) => ({ name, schema, required: true }) as never),
  additional: false,
  constraints: {},
});

test("what no log may hold is what specs call sensitive or encrypted, by both its names, and what is a password in any schema", () => {
  const fields = [
    { name: "passwordHash", column: "password_hash", sensitive: true },
    { name: "title", column: "title", sensitive: false },
  ];
  const config = [
    { name: "clientSecret", sensitive: true },
    { name: "pageSize", sensitive: false },
  ];
  const given = object({
    name: text(),
    pin: text("password"),
    inner: object({ code: { kind: "union", mode: "anyOf", variants: [{ kind: "null" }, text("password")], discriminator: undefined } }),
  });
  const domain = {
    entities: [{ fields }],
    config,
    schemas: [{ schema: given }, { schema: { kind: "array", items: object({ key: text("password") }), constraints: {} } }],
  };
  expect(sensitiveNames({ domains: [domain] } as never)).toEqual(["clientSecret", "code", "key", "passwordHash", "password_hash", "pin"]);
});

test("a spec's encrypted field is among them", () => {
  const [entity] = fixtureModel("patients")
    .domains.flatMap(({ entities }) => entities)
    .filter(({ fields }) => fields.some(({ encrypted }) => encrypted));
  const names = sensitiveNames(fixtureModel("patients"));
  expect(entity?.fields.filter(({ encrypted }) => encrypted).map(({ name }) => name)).toSatisfy(
    (all: string[]) => all.length > 0 && all.every((name) => names.includes(name)),
  );
});
