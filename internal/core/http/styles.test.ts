import fc from "fast-check";
import type { Context as HonoContext } from "hono";
import { describe, expect, test } from "vitest";
import { testContext } from "../testing/context.ts";
import { newPlace } from "../validation/place.ts";
import { unknown } from "../validation/values.ts";
import { parametersReader } from "./parameters.ts";
import { pathTemplate } from "./path-template.ts";
import { headersOf, urlOf } from "./remote-request.ts";
import type { Shape } from "./shape.ts";
import { Styled } from "./styled.ts";
import { type StyleName, styledParameter } from "./styles.ts";

type In = "path" | "query" | "header" | "cookie";
const sentAs = { path: "params", query: "query", header: "headers", cookie: "cookies" } as const;

/** What a server reads of a value that a client writes in a style. */
function carried(place: In, style: StyleName, explode: boolean, shape: Shape, value: unknown): unknown {
  const call = {
    method: "get",
    path: place === "path" ? "/a/{p}" : "/a",
    [sentAs[place]]: { p: new Styled("p", style, explode, value) },
  } as const;
  return readOf(place, style, explode, shape, urlOf("http://server.test", call), headersOf(testContext(), call, "Bearer t"));
}

function readOf(place: In, style: StyleName, explode: boolean, shape: Shape, url: string, headers = new Headers()): unknown {
  const parameter = styledParameter(place, "p", { style, explode, shape, validator: unknown() });
  const read = parametersReader({ p: parameter }, pathTemplate("/a/{p}").variables);
  const faults = newPlace();
  const values = read({ req: { raw: new Request(url, { headers }), param: () => undefined } } as unknown as HonoContext, faults);
  return faults.errors.length > 0 ? faults.errors : values.p;
}

const list: Shape = { list: "text" };
const map: Shape = {
  map: [
    ["a", "text"],
    ["b", "number"],
  ],
};

describe("a value in a style of OpenAPI is read as it was written", () => {
  // What a style cannot say: a list of one empty text, and texts with what separates them where that is not encoded.
  test.each<[In, StyleName, boolean, string]>([
    ["query", "form", false, ""],
    ["query", "form", true, ""],
    ["query", "pipeDelimited", false, "|"],
    ["query", "spaceDelimited", false, " "],
    ["path", "simple", false, ""],
    ["path", "label", false, ""],
    ["path", "label", true, "."],
    ["path", "matrix", true, ""],
    ["cookie", "form", false, ""],
  ])("in %s, %s, explode %s", (place, style, explode, separator) => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((one) => !/^\.+$|\0/.test(one) && (separator === "" || !one.includes(separator)));
    const texts = fc.array(text, { minLength: 2, maxLength: 3 });
    const object = fc.record({ a: text, b: fc.integer() });
    fc.assert(
      fc.property(texts, object, (listed, named) => {
        expect(carried(place, style, explode, list, listed)).toEqual(listed);
        expect(carried(place, style, explode, map, named)).toEqual(named);
      }),
    );
  });

  test("a cookie begins no other", () => {
    const call = { method: "get", path: "/a", cookies: { p: "x; session=1" } } as const;
    expect(headersOf(testContext(), call, "Bearer t").get("cookie")).toBe("p=x%3B%20session%3D1");
    expect(carried("cookie", "form", false, list, ["x; session=1", "é"])).toEqual(["x; session=1", "é"]);
  });

  test.each([
    ["?p=1%2C2,3", ["1,2", "3"]],
    ["?p=1%2C2", ["1", "2"]],
    ["?p=a+b,c", ["a b", "c"]],
    ["?p=", []],
  ])("commas between values may come encoded, as many clients do: %s", (query, want) => {
    expect(readOf("query", "form", false, list, `http://server.test/a${query}`)).toEqual(want);
  });

  test("an object without anything is one", () => {
    expect(readOf("query", "form", false, map, "http://server.test/a?p=")).toEqual({});
  });

  test.each<[In, string, Record<string, string>]>([
    ["path", "/a/x,%00", {}],
    ["query", "/a?p=x,%00", {}],
    ["cookie", "/a", { cookie: "p=x,%00" }],
  ])("U+0000 is refused in %s", (place, path, headers) => {
    const faults = readOf(place, place === "path" ? "simple" : "form", false, list, `http://server.test${path}`, new Headers(headers));
    expect(faults).toEqual([expect.objectContaining({ detail: "must not contain the character U+0000" })]);
  });
});
