import { expect, test } from "vitest";
import { refusals } from "../fixture/refusals.ts";

test.each([
  ["text", "{ type: string, x-codegen: { search: true } }"],
  ["text that may be null", '{ type: [string, "null"], x-codegen: { search: true } }'],
  ["text that some may read", "{ type: string, x-codegen: { search: true, readable: [admin] } }"],
])("%s can be searched", (_, property) => {
  expect(refusals(property)).toEqual([]);
});

test.each([
  ["a number", "{ type: integer, x-codegen: { search: true } }", 'AW3005 true: "extra" cannot be searched: only'],
  ["a time", "{ type: string, format: date-time, x-codegen: { search: true } }", 'AW3005 true: "extra" cannot be searched: only'],
  ["one of a few values", "{ type: string, enum: [a, b], x-codegen: { search: true } }", 'AW3005 true: "extra" cannot be searched: only'],
  ["an id", "{ type: string, x-codegen: { search: true, ref: labels.Label } }", 'AW3005 true: "extra" cannot be searched: only'],
  ["a secret", "{ type: string, x-codegen: { search: true, sensitive: true } }", 'AW3005 true: "extra" is sensitive'],
  ["what is encrypted", "{ type: string, x-codegen: { search: true, encrypted: true } }", 'AW3005 true: "extra" is encrypted'],
  ["what is not to be searched", "{ type: string, x-codegen: { search: false } }", "AW2004 false: "],
])("%s cannot be searched", (_, property, want) => {
  expect(refusals(property)).toEqual([expect.stringContaining(want)]);
});

test("nothing is searched without a list", () => {
  const without = ["operations: [list, get, create, update, delete]", "operations: [get, create, update, delete]"] as const;
  expect(refusals("{ type: string, x-codegen: { search: true } }", without)).toEqual([
    expect.stringContaining("AW2008 true: `search` has no effect: Label has no list to be searched."),
  ]);
});

test("the columns that searching needs are nobody's field, once something is searched", () => {
  const taken = ["        secret:", "        searchWords: { type: string }\n        secret:"] as const;
  expect(refusals("{ type: string, x-codegen: { search: true } }", taken)).toEqual([expect.stringContaining("AW3001 searchWords: ")]);
  expect(refusals("{ type: string }", taken)).toEqual([]);
});
