import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plan } from "../plan.ts";
import { emit } from "./emit.ts";
import { workspace } from "./fixture/workspace.ts";

/** Schemas for every keyword of JSON Schema 2020-12 that narrows values, as components that refer to each other. */
const schemas: Readonly<Record<string, object>> = {
  Not: { type: "object", properties: { a: {} }, not: { type: "object", required: ["a", "b"] } },
  If: {
    type: "object",
    properties: { kind: { type: "string" } },
    if: { type: "object", required: ["kind"], properties: { kind: { const: "a" } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { type: "object", required: ["a"] },
    else: { type: "object", properties: { b: { type: "integer" } } },
  },
  DependentRequired: { type: "object", dependentRequired: { a: ["b"], b: ["kind"] } },
  DependentSchemas: { type: "object", dependentSchemas: { a: { type: "object", properties: { b: { type: "string" } } } } },
  Patterns: {
    type: "object",
    properties: { a: { minimum: 2 } },
    patternProperties: { "^[ab]$": { type: "integer" } },
    additionalProperties: false,
  },
  Names: { type: "object", propertyNames: { enum: ["a", "b"] } },
  Tuple: { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: { type: "boolean" } },
  Closed: { type: "array", prefixItems: [{ type: "string" }], items: false },
  Contains: { type: "array", contains: { type: "integer" }, minContains: 1, maxContains: 2 },
  None: { type: "array", contains: { type: "integer" }, minContains: 0, maxContains: 0 },
  Constant: { const: { a: [1, { b: null }] } },
  Values: { enum: [[1], { a: 1 }, "a", null] },
  Typed: { type: ["integer", "null"], enum: ["a", 1, 0.5, null] },
  TypedLists: { type: "array", enum: [[1], { a: 1 }] },
  Loose: { minLength: 2, minimum: 1, minItems: 1, maxProperties: 1, pattern: "^b" },
  Exclusive: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 3, multipleOf: 0.5 },
  Base: { type: "object", required: ["kind"], properties: { kind: { type: "string" } } },
  Child: {
    allOf: [{ $ref: "#/components/schemas/Base" }, { type: "object", properties: { a: { type: "integer" } } }],
    unevaluatedProperties: false,
  },
  Beside: { $ref: "#/components/schemas/Base", required: ["a"], maxProperties: 2 },
  OneOf: {
    oneOf: [
      { type: "object", required: ["a"] },
      { type: "object", required: ["b"] },
    ],
  },
  AnyOf: { anyOf: [{ type: "string", maxLength: 1 }, { type: "integer" }, { $ref: "#/components/schemas/Base" }] },
  Tree: {
    type: "object",
    properties: { a: { $ref: "#/components/schemas/Tree" }, b: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
  },
  Several: { type: ["string", "integer", "null"], minLength: 1, minimum: 0 },
  Anchored: { type: "object", properties: { a: { $ref: "#inner" } }, $defs: { inner: { $anchor: "inner", type: "string" } } },
};

const names = Object.keys(schemas);
const document = {
  openapi: "3.1.0",
  info: { title: "Keywords", version: "1" },
  paths: Object.fromEntries(
    names.map((name) => {
      const content = { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
      return [`/${name}`, { post: { requestBody: { required: true, content }, responses: { "204": { description: "Right." } } } }];
    }),
  ),
  components: { schemas },
};

type Check = (value: unknown, place: { path: unknown[]; errors: unknown[] }) => void;
let validators: Record<string, { readonly check: Check }>;
let remove: () => Promise<void>;
beforeAll(async () => {
  const { model, diagnostics } = plan([{ path: "openapi/keywords.json", text: JSON.stringify(document) }]);
  // Values that their own type excludes are named, and refused.
  expect(diagnostics.map(({ code }) => code)).toEqual(["AW1016"]);
  if (model === undefined) throw new Error("There is no model.");
  const made = await workspace(emit(model));
  remove = made.remove;
  validators = await import(/* @vite-ignore */ join(made.folder, "generated/keywords/validators.gen.ts"));
});
afterAll(() => remove?.());

const ajv = new Ajv2020({ strict: false, allErrors: false });
ajv.addSchema({ $id: "https://keywords.test/", ...document });

const leaf = fc.oneof(
  fc.constantFrom("a", "b", "ab", "bb", ""),
  fc.integer({ min: -1, max: 4 }),
  fc.constantFrom(0.5, 1.25),
  fc.boolean(),
  fc.constant(null),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("a", "b", "kind", "other"), tie("any"), { maxKeys: 3 }),
    fc.constantFrom({ a: [1, { b: null }] }, { a: 1 }, [1], { kind: "a" }, { kind: "a", a: 1 }, { kind: "b", b: "x" }),
  ),
})).any;

describe("a generated validator accepts exactly what JSON Schema accepts", () => {
  test.each(names)("%s", (name) => {
    const oracle = ajv.compile({ $ref: `https://keywords.test/#/components/schemas/${name}` });
    const own = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    // A name that the file imports, or that JavaScript reserves, gets an underscore.
    const check = (validators[own] ?? validators[`${own}_`])?.check;
    if (check === undefined) throw new Error(`There is no validator ${own}.`);
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(value, (given) => {
        const place = { path: [], errors: [] };
        check(given, place);
        const right = oracle(given) as boolean;
        seen.add(right);
        expect(place.errors.length === 0).toBe(right);
      }),
      { numRuns: 500 },
    );
    expect(seen).toEqual(new Set([true, false]));
  });
});
