import { describe, expect, test } from "vitest";
import { booleanParameter, enumParameter, integerParameter, listParameter, numberParameter, textParameter } from "./parameters.ts";
import { newPlace } from "./place.ts";
import type { Parameter } from "./validator.ts";

function read(parameter: Parameter<unknown>, text: string | undefined) {
  const place = newPlace();
  const value = parameter.read(text, place);
  return place.errors.length === 0 ? value : place.errors;
}

const list = listParameter("query", "tags", { item: integerParameter("query", "tags", { minimum: 1 }), maxItems: 3, uniqueItems: true });

describe("a parameter", () => {
  test.each<[Parameter<unknown>, string | undefined, unknown]>([
    [textParameter("query", "q"), "", ""],
    [textParameter("query", "q"), undefined, undefined],
    [textParameter("query", "q", { default: "x" }), undefined, "x"],
    [integerParameter("query", "n"), "-12", -12],
    [integerParameter("query", "n"), "1e3", 1000],
    [numberParameter("query", "n"), "0.5", 0.5],
    [booleanParameter("query", "b", { default: true }), "false", false],
    [enumParameter("query", "e", ["a", 1, true]), "1", 1],
    [enumParameter("query", "e", ["a", 1, true]), "true", true],
    [list, "3,1", [3, 1]],
    [list, "", []],
    [list, undefined, undefined],
  ])("%# is read", (parameter, text, value) => {
    expect(read(parameter, text)).toEqual(value);
  });

  test.each<[Parameter<unknown>, string | undefined, string, string]>([
    [textParameter("query", "q", { required: true }), undefined, "?q", "is required"],
    [textParameter("header", "Last-Event-ID", { pattern: "^[0-9]+$" }), "x", "/header/Last-Event-ID", "must match the pattern ^[0-9]+$"],
    [textParameter("path", "name", { maxLength: 1 }), "ab", "/path/name", "must have at most 1 character"],
    [integerParameter("query", "n"), "", "?n", "must be a whole number"],
    [integerParameter("query", "n"), "0x10", "?n", "must be a whole number"],
    [integerParameter("query", "n"), " 1", "?n", "must be a whole number"],
    [integerParameter("query", "n"), "1.5", "?n", "must be a whole number"],
    [numberParameter("query", "n"), "1e999", "?n", "must be a number"],
    [numberParameter("query", "n"), "Infinity", "?n", "must be a number"],
    [booleanParameter("cookie", "b"), "1", "/cookie/b", "must be true or false"],
    [enumParameter("query", "e", ["a", "b"]), "c", "?e", 'must be one of "a", "b"'],
    [enumParameter("query", "e", ["a", "b"]), "__proto__", "?e", 'must be one of "a", "b"'],
    [list, "1,x", "?tags", "must be a whole number"],
    [list, "1,1", "?tags", "must not have the same entry twice"],
    [list, "1,2,3,4", "?tags", "must have at most 3 entries"],
  ])("%# is refused, saying why", (parameter, text, pointer, detail) => {
    expect(read(parameter, text)).toEqual([{ pointer, detail }]);
  });
});
