import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problems } from "./diagnostics/problems.ts";
import { changed, labels } from "./fixture/labels.ts";
import { repository } from "./fixture/repository.ts";
import type { Json } from "./model/json-schema.ts";
import type { Model } from "./model/model.ts";
import { plan } from "./plan.ts";
import { loadSpecs } from "./read/load.ts";
import { toJson } from "./read/node.ts";
import { parse } from "./read/parse.ts";
import type { SourceFile } from "./read/source.ts";

const specs = loadSpecs(repository);

function planned(files: readonly SourceFile[]): Model {
  const { model, diagnostics } = plan(files);
  expect(diagnostics).toEqual([]);
  if (model === undefined) throw new Error("No model.");
  return model;
}

test.each(['"3.1.1"', '"3.1"', "3.1", '"3.0.3"', '"3.0"', "3.0"])("a document may say `openapi: %s`", (version) => {
  const { model } = plan([{ path: "openapi/a.yaml", text: `openapi: ${version}\ninfo: { title: A, version: "1" }\npaths: {}\n` }]);
  expect(model).toBeDefined();
});

test.each(["3.2.0", "2.0", "3.10.0", "4"])("a document of OpenAPI %s is refused", (version) => {
  const { diagnostics } = plan([{ path: "openapi/a.yaml", text: `openapi: "${version}"\ninfo: { title: A, version: "1" }\npaths: {}\n` }]);
  expect(diagnostics).toEqual([expect.objectContaining({ code: "AW1005", message: expect.stringContaining(`OpenAPI ${version};`) })]);
});

/** Places change with the order of keys; the rest may not. */
const withoutPlaces = (model: Model): unknown =>
  JSON.parse(
    JSON.stringify(model, (key, value: unknown) =>
      key === "location" && typeof value === "object" && value !== null && "line" in value ? 0 : value,
    ),
  );

/** The document as JSON, with the keys of every mapping in another order, but for the two whose order is kept. */
function shuffle(file: SourceFile, random: (count: number) => number): SourceFile {
  const root = parse(file, new Problems());
  if (root === undefined) throw new Error("The spec cannot be parsed.");
  const reorder = (value: Json, path: readonly string[]): Json => {
    if (Array.isArray(value)) return value.map((item) => reorder(item, [...path, "[]"]));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, item]) => [key, reorder(item, [...path, key])] as const);
    const kept = path.at(-1) === "properties" || path.join("/") === "components/schemas";
    if (!kept) for (let i = entries.length - 1; i > 0; i--) swap(entries, i, random(i + 1));
    return Object.fromEntries(entries);
  };
  return { path: file.path, text: JSON.stringify(reorder(toJson(root), [])) };
}

function swap<Item>(list: Item[], a: number, b: number): void {
  const [first, second] = [list[a], list[b]];
  if (first === undefined || second === undefined) return;
  list[a] = second;
  list[b] = first;
}

describe("plan", () => {
  test("understands the project's own specs without a word, each domain after those it requires", () => {
    const { domains, shared } = planned(specs);
    expect(domains.map(({ name }) => name)).toEqual(["artifacts", "organizations", "auth", "tools", "pipelines", "runs"]);
    expect(shared.map(({ name }) => name)).toEqual(["JsonObject", "JsonSchema"]);
    const seen = new Set<string>();
    for (const { name, requires } of domains) {
      for (const required of requires) expect(seen).toContain(required);
      seen.add(name);
    }
  });

  test("gives the same model whatever the order of keys and files", () => {
    const given = [...specs, labels];
    const want = withoutPlaces(planned(given));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 2 }), (seed) => {
        let state = seed;
        // Park and Miller's generator: a seed makes a shorter counterexample than a list of numbers.
        const random = (count: number): number => {
          state = (state * 48_271) % (2 ** 31 - 1);
          return state % count;
        };
        const files = [...given];
        for (let i = files.length - 1; i > 0; i--) swap(files, i, random(i + 1));
        expect(withoutPlaces(planned(files.map((file) => shuffle(file, random))))).toEqual(want);
      }),
      { numRuns: 10 },
    );
  });

  test("freezes all of the model", () => {
    const check = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      Object.values(value).forEach(check);
    };
    check(planned([labels]));
  });

  test("survives whatever a file holds", () => {
    const mangled = fc.tuple(fc.nat(labels.text.length), fc.nat(40), fc.string({ unit: "grapheme", maxLength: 12 }));
    fc.assert(
      fc.property(mangled, ([start, length, insert]) => {
        const text = labels.text.slice(0, start) + insert + labels.text.slice(start + length);
        const { model, diagnostics } = plan([{ path: labels.path, text }]);
        expect(model === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [
      "defaults that lead to each other",
      "A: { properties: { b: { $ref: '#/components/schemas/B', default: {} } } }",
      "B: { properties: { a: { $ref: '#/components/schemas/A', default: {} } } }",
    ],
    [
      "a union of itself",
      "A: { anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }], default: x }",
      "B: { $ref: '#/components/schemas/A' }",
    ],
    ["names for each other", "A: { $ref: '#/components/schemas/B' }", "B: { $ref: '#/components/schemas/A' }"],
    [
      "an intersection of itself",
      "A: { allOf: [{ $ref: '#/components/schemas/A' }], default: x }",
      "B: { $ref: '#/components/schemas/A' }",
    ],
    ["a pattern that would take ages", `A: { type: string, pattern: "^(a+)+$", default: "${"a".repeat(60)}!" }`, "B: { type: string }"],
  ])("comes to an end with %s", (_, a, b) => {
    const field = changed(
      labels,
      "        note: {",
      "        field: { $ref: '#/components/schemas/A' }\n        other: { $ref: '#/components/schemas/B' }\n        note: {",
    );
    const { diagnostics } = plan([changed(field, "    Merge:\n", `    ${a}\n    ${b}\n    Merge:\n`)]);
    expect(diagnostics.every(({ code }) => code === "AW1007" || code === "AW1008")).toBe(true);
  });

  test("survives any value in any place", () => {
    const root = parse(labels, new Problems());
    if (root === undefined) throw new Error("The spec cannot be parsed.");
    const places: (readonly (string | number)[])[] = [];
    const collect = (value: Json, path: readonly (string | number)[]): void => {
      places.push(path);
      if (Array.isArray(value)) for (const [index, item] of value.entries()) collect(item, [...path, index]);
      else if (typeof value === "object" && value !== null) for (const [key, item] of Object.entries(value)) collect(item, [...path, key]);
    };
    collect(toJson(root), []);
    const values = [null, true, -1.5, "x", [], [null], {}, { x: 1 }, { $ref: "#" }];
    for (const path of places) {
      for (const value of values) plan([{ path: labels.path, text: JSON.stringify(replaced(toJson(root), path, value)) }]);
    }
  });
});

function replaced(value: Json, [step, ...rest]: readonly (string | number)[], by: Json): Json {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, item]) => [key, key === step ? replaced(item as Json, rest, by) : item]),
  );
}
