import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problems } from "../diagnostics/problems.ts";
import type { Json } from "../model/json-schema.ts";
import { at, entries, type Node, toJson } from "./node.ts";
import { parse } from "./parse.ts";
import { locate } from "./source.ts";

function read(path: string, text: string) {
  const problems = new Problems();
  const root = parse({ path, text }, problems);
  return { root, json: root && toJson(root), codes: problems.list().map(({ code }) => code) };
}

describe("values", () => {
  test.each<[string, string, Json]>([
    ["text that looks like a number", 'a: "1"', { a: "1" }],
    ["a key that looks like a number", "200: ok", { "200": "ok" }],
    ["a key in a notation that numbers lose", "1e3: ok", { "1e3": "ok" }],
    ["yes and on, which are text in YAML 1.2", "a: [yes, on]", { a: ["yes", "on"] }],
    ["a date, which stays text", "a: 2026-11-20", { a: "2026-11-20" }],
    ["nothing, which is null", "a:", { a: null }],
    ["an alias, which is the same value", "a: &x { b: 1 }\nc: *x", { a: { b: 1 }, c: { b: 1 } }],
    [
      "a merge key, which says what the mapping does not",
      "a: &x { b: 1, d: 2 }\nc: { <<: *x, b: 3 }",
      { a: { b: 1, d: 2 }, c: { b: 3, d: 2 } },
    ],
    [
      "a merge of several, of which the first counts",
      "a: &x { b: 1 }\nc: &y { b: 2, d: 2 }\ne: { <<: [*x, *y] }",
      { a: { b: 1 }, c: { b: 2, d: 2 }, e: { b: 1, d: 2 } },
    ],
    ["a merge without an anchor", "a:\n  <<: { b: 1 }\n  c: 2", { a: { c: 2, b: 1 } }],
    ["a merge in braces without an anchor", "a: { <<: { b: 1 }, c: 2 }", { a: { c: 2, b: 1 } }],
    ["a merge key in quotes, which is a key like any other", 'a: { "<<": { b: 1 } }', { a: { "<<": { b: 1 } } }],
  ])("%s", (_, text, want) => {
    const { json, codes } = read("a.yaml", text);
    expect(codes).toEqual([]);
    expect(json).toEqual(want);
  });

  test("a key __proto__ stays a key and changes no prototype", () => {
    for (const path of ["a.yaml", "a.json"]) {
      const { json } = read(path, '{ "__proto__": { "polluted": 1 } }');
      expect(Object.keys(json as object)).toEqual(["__proto__"]);
      expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
    }
  });

  test("JSON is read the same way by the JSON reader, by the YAML reader and by JSON.parse", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const want: unknown = JSON.parse(text);
        expect(read("a.json", text)).toMatchObject({ json: want, codes: [] });
        if (indent !== "\t" && value !== null) expect(read("a.yaml", text).json).toEqual(want);
      }),
    );
  });
});

describe("places", () => {
  test("every value and key knows its line and column, in YAML and in JSON", () => {
    const yaml = read("a.yaml", "a:\n  - b\n  - ç: { d: 1 }\r\ne: 2\n").root as Node;
    expect(locate(at(yaml, "a", 1, "ç", "d"))).toEqual({ file: "a.yaml", line: 3, column: 13 });
    expect(locate(at(yaml, "e"))).toEqual({ file: "a.yaml", line: 4, column: 4 });
    const json = read("a.json", '{\n  "a": [1,\n    "b"]\n}').root as Node;
    expect(locate(at(json, "a", 1))).toEqual({ file: "a.json", line: 3, column: 5 });
    const [[, { key }] = ["", { key: json }]] = entries(json);
    expect(locate(key)).toEqual({ file: "a.json", line: 2, column: 3 });
  });

  test("a path that leads nowhere gives the nearest value above", () => {
    const root = read("a.yaml", "a: { b: 1 }").root as Node;
    expect(at(root, "a", "c", "d")).toBe(at(root, "a"));
  });
});

describe("faults", () => {
  test.each([
    ["a key twice, in YAML", "a.yaml", "a: 1\na: 2", "AW1002", { a: 1 }],
    ["a key twice, in JSON", "a.json", '{"a": 1, "a": 2}', "AW1002", { a: 1 }],
    ["a key that is a mapping", "a.yaml", "? { a: 1 }\n: 2", "AW1001", {}],
    ["an alias of nothing", "a.yaml", "a: *x", "AW1003", { a: null }],
    ["a merge of what is no mapping", "a.yaml", "a: { <<: [1], b: 1 }", "AW1001", { a: { b: 1 } }],
    ["a tag that nobody knows", "a.yaml", "a: !thing 1", "AW1001", { a: "1" }],
    ["two documents", "a.yaml", "a: 1\n---\nb: 2", "AW1001", undefined],
    ["a file of nothing", "a.yaml", "", "AW1005", undefined],
    ["a comma too many", "a.json", "[1,]", "AW1001", undefined],
    ["a comment in JSON", "a.json", "[1] // one", "AW1001", undefined],
    ["a text without an end", "a.json", '"\\"', "AW1001", undefined],
    ["a bare control character", "a.json", '"\n"', "AW1001", undefined],
    ["a number beyond all numbers", "a.json", "1e999", "AW1001", undefined],
    ["single quotes in JSON", "a.json", "{'a': 1}", "AW1001", undefined],
    ["nothing in JSON", "a.json", " ", "AW1001", undefined],
    ["JSON nested without end", "a.json", "[".repeat(100_000), "AW1004", undefined],
    ["YAML nested without end", "a.yaml", "[".repeat(50_000) + "]".repeat(50_000), "AW1004", undefined],
  ])("%s", (_, path, text, code, want) => {
    const { json, codes } = read(path, text);
    expect(new Set(codes)).toEqual(new Set([code]));
    expect(json).toEqual(want);
  });

  test("aliases that nest in each other line by line", () => {
    const lines = Array.from({ length: 300 }, (_, line) => `k${line + 1}: &a${line + 1} { x: *a${line} }`);
    const { root, codes } = read("a.yaml", ["k0: &a0 { x: 1 }", ...lines].join("\n"));
    expect(new Set(codes)).toEqual(new Set(["AW1004"]));
    expect(() => root && toJson(root)).not.toThrow();
  });

  test("the JSON reader refuses exactly what JSON.parse refuses", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      '"a"',
      "\\",
      "1",
      "-",
      "0",
      ".5",
      "e3",
      "true",
      "nul",
      "l",
      " ",
      "\n",
      "\u0001",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (list) => {
        const text = list.join("");
        const accepted = (() => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        })();
        expect(read("a.json", text).root !== undefined).toBe(accepted);
      }),
      { numRuns: 2000 },
    );
  });
});
