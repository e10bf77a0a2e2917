import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SchemaProblem, validatorOf } from "./from-schema.ts";
import { newPlace } from "./place.ts";

function errorsOf(schema: unknown, value: unknown) {
  const place = newPlace();
  validatorOf(schema).check(value, place);
  expect(place.path).toEqual([]);
  return place.errors;
}

function refusalOf(schema: unknown) {
  try {
    validatorOf(schema);
  } catch (error) {
    if (error instanceof SchemaProblem) return error.errors;
    throw error;
  }
  return [];
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

describe("a schema that a user gave", () => {
  const names = fc.constantFrom("a", "b", "c~/", "constructor");
  const types = fc.constantFrom("null", "boolean", "integer", "number", "string", "array", "object");
  const small = fc.integer({ min: 0, max: 4 });
  const limit = fc.constantFrom(-2, 0, 0.5, 1, 3, 10);
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.constantFrom(null, true, false, 0, 1, -2, 0.5, 3, 4, 12, "", "a", "ab", "abc", "😀", "😀b", "2026-11-20", "x@example.org"),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.array(fc.tuple(names, tie("value")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    ),
  }));
  const { schema } = fc.letrec((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.boolean(),
      fc.record(
        {
          type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
          enum: fc.uniqueArray(value, { minLength: 1, maxLength: 4, comparator: "SameValueZero" }),
          minLength: small,
          maxLength: small,
          pattern: fc.constantFrom("^a", "b$", "[a-c]{2}", "^\\p{L}*$", "^.$", "\\d"),
          format: fc.constantFrom("date", "date-time", "email", "uuid"),
        },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          const: value,
          minimum: limit,
          maximum: limit,
          exclusiveMinimum: limit,
          exclusiveMaximum: limit,
          multipleOf: fc.constantFrom(1, 2, 0.5),
        },
        { requiredKeys: [] },
      ),
      fc.record({ items: tie("schema"), minItems: small, maxItems: small, uniqueItems: fc.boolean(), type: types }, { requiredKeys: [] }),
      fc.record(
        {
          properties: fc.array(fc.tuple(names, tie("schema")), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
          required: fc.uniqueArray(names, { maxLength: 2 }),
          additionalProperties: tie("schema"),
          minProperties: small,
          maxProperties: small,
        },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
          anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
          oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
          not: tie("schema"),
        },
        { requiredKeys: [] },
      ),
    ),
  }));

  test("accepts exactly what Ajv accepts", () => {
    const seen = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(schema, fc.array(value, { minLength: 1, maxLength: 8 }), (given, values) => {
        const ajv = new Ajv2020({ strict: false, ownProperties: true, multipleOfPrecision: 6 });
        // ajv-formats is CommonJS, so its default export is one level down.
        (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
        const isRight = ajv.compile(given as object);
        for (const one of values) {
          const right = attempt(() => isRight(one));
          // Ajv generates code that does not run for some schemas without meaning, as an anyOf beside `not: true`.
          fc.pre(right !== undefined);
          seen[right ? "right" : "wrong"]++;
          expect({ one, right: errorsOf(given, one).length === 0 }).toEqual({ one, right });
        }
      }),
      { numRuns: 500 },
    );
    expect(seen.right).toBeGreaterThan(100);
    expect(seen.wrong).toBeGreaterThan(100);
  });

  // Ajv skips this name.
  test("knows __proto__ as a name like others", () => {
    const schema = JSON.parse('{ "properties": { "__proto__": { "type": "string" } }, "additionalProperties": false }');
    expect(errorsOf(schema, JSON.parse('{ "__proto__": "x" }'))).toEqual([]);
    expect(errorsOf(schema, JSON.parse('{ "__proto__": 1 }'))).toEqual([{ pointer: "/__proto__", detail: "must be a text" }]);
    expect(errorsOf(schema, { toString: 1 })).toEqual([{ pointer: "/toString", detail: "is not a known property" }]);
  });

  test("may refer to itself and to its definitions", () => {
    const tree = {
      $ref: "#/$defs/a~1node",
      $defs: { "a/node": { type: "object", properties: { name: { type: "string" }, children: { type: "array", items: { $ref: "#" } } } } },
    };
    expect(errorsOf(tree, { name: "x", children: [{ name: "y" }] })).toEqual([]);
    expect(errorsOf(tree, { children: [{ children: [{ name: 1 }] }] })).toEqual([
      { pointer: "/children/0/children/0/name", detail: "must be a text" },
    ]);
  });

  test.each([
    ["a keyword that would have to act", { properties: { a: { patternProperties: {} } } }, "/properties/a/patternProperties"],
    ["a reference to elsewhere", { items: { $ref: "https://example.org/schema" } }, "/items/$ref"],
    ["a reference to nothing", { $ref: "#/$defs/constructor", $defs: {} }, "/$ref"],
    ["a badly encoded reference", { $ref: "#/$defs/%E0%A4%A" }, "/$ref"],
    ["a reference to itself in place", { allOf: [{ $ref: "#" }] }, ""],
    ["references that go in a circle in place", { $defs: { a: { $ref: "#/$defs/b" }, b: { anyOf: [{ $ref: "#/$defs/a" }] } } }, "/$defs/a"],
    ["a pattern that needs backtracking", { pattern: "(a)\\1" }, "/pattern"],
    [
      "patterns that are too large together",
      { allOf: Array.from({ length: 100 }, (_, index) => ({ pattern: `(?i)[\\p{L}]{900}${index}` })) },
      "",
    ],
    ["a pattern that is too long", { pattern: "a".repeat(1_001) }, "/pattern"],
    ["a pattern that is too large", { pattern: "(?:(?:a{50}){19}){1}(?:b{50}){19}" }, "/pattern"],
    ["a type that does not exist", { properties: { a: { type: "text" } } }, "/properties/a/type"],
    ["another dialect", { $schema: "http://json-schema.org/draft-04/schema#" }, "/$schema"],
    ["a list", [], ""],
  ])("is refused for %s, saying where", (_why, schema, pointer) => {
    expect(refusalOf(schema).map((error) => error.pointer)).toContain(pointer);
  });

  test("is refused when it nests without end", () => {
    let schema: object = {};
    for (let level = 0; level < 5000; level++) schema = { not: schema };
    expect(refusalOf(schema)).not.toEqual([]);
  });

  test("keeps its descriptions and extensions", () => {
    expect(refusalOf({ title: "A", description: "b", default: 1, examples: [1], "x-widget": "slider" })).toEqual([]);
  });

  test("cannot make a small value cost exponential work", () => {
    const bomb = {
      anyOf: [{ $ref: "#/$defs/n" }, { $ref: "#/$defs/n" }],
      $defs: { n: { type: "object", properties: { a: { $ref: "#" } }, required: ["a"] } },
    };
    let value: object = {};
    for (let level = 0; level < 60; level++) value = { a: value };
    expect(errorsOf(bomb, value)).toContainEqual({ pointer: "", detail: "is too much to check against its schema" });
  });

  test("matches patterns in linear time", () => {
    expect(errorsOf({ pattern: "^(a+)+$" }, `${"a".repeat(50_000)}b`)).toHaveLength(1);
  });

  test("never runs what it contains", () => {
    const place = newPlace();
    validatorOf({ properties: { 'x"];globalThis.pwned=true;//': { type: "string" } }, title: "`);globalThis.pwned=true;(`" }).check(
      {},
      place,
    );
    expect("pwned" in globalThis).toBe(false);
  });
});
