import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { array } from "./array.ts";
import { integer, number } from "./number.ts";
import { object, optional, required } from "./object.ts";
import { maximumErrors, newPlace, pointerOf } from "./place.ts";
import { string } from "./string.ts";
import { allOf, anyOf, discriminated, oneOf } from "./unions.ts";
import type { Validator } from "./validator.ts";
import { boolean, id, lazy, never, nothing, nullable, oneOfValues, unknown } from "./values.ts";

function wrong(validator: Validator<unknown>, value: unknown): [pointer: string, detail: string][] {
  const place = newPlace();
  validator.check(value, place);
  expect(place.path).toEqual([]);
  return place.errors.map(({ pointer, detail }) => [pointer, detail]);
}

interface Tree {
  readonly name: string;
  readonly children?: readonly Tree[];
}
const tree: Validator<Tree> = object<Tree>({ name: required(string()), children: optional(array(lazy(() => tree))) });
const shapes = discriminated("kind", {
  circle: object<{ kind: "circle"; radius: number }>({ kind: required(oneOfValues("circle")), radius: required(number({ minimum: 0 })) }),
  square: object<{ kind: "square"; side: number }>({ kind: required(oneOfValues("square")), side: required(number()) }),
});

describe("a value is right when it means what the schema says", () => {
  test.each<[Validator<unknown>, unknown[], unknown[]]>([
    [string(), ["", "a"], [1, null, undefined, [], {}]],
    [string({ minLength: 2, maxLength: 2 }), ["ab", "😀😀", "e\u0301"], ["a", "abc", "😀", "😀😀😀"]],
    [string({ pattern: "b" }), ["abc", "b"], ["ac", ""]],
    [string({ pattern: "^\\p{L}$" }), ["é", "𝒜"], ["1", "ab"]],
    [number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }), [0.5], [0, 1, Number.NaN, Number.POSITIVE_INFINITY, "0.5"]],
    [number({ multipleOf: 0.1 }), [0.3, 1.1, 0, 1e22, -0.7], [0.35, 1e-7]],
    [integer(), [0, -3, 1.0, 2 ** 53 - 1], [0.5, 2 ** 53, 1e300, "1", true]],
    [integer({ format: "int32" }), [2 ** 31 - 1, -(2 ** 31)], [2 ** 31, -(2 ** 31) - 1]],
    [boolean(), [true, false], ["true", 0, null]],
    [nothing(), [null], [undefined, 0, ""]],
    [never(), [], [null, {}]],
    [unknown(), [null, {}, "x"], []],
    [oneOfValues("a", 1, null), ["a", 1, null], ["b", "1", undefined]],
    [oneOfValues(), [], ["a", null]],
    [id("lb"), ["lb-0123456789abcdef"], ["lb-0123456789ABCDEF", "ar-0123456789abcdef", "lb-", "lb-0123456789abcdef0"]],
    [nullable(string()), [null, "a"], [1, undefined]],
    [array(integer(), { minItems: 1, maxItems: 2, uniqueItems: true }), [[1], [1, 2]], [[], [1, 2, 3], [1, 1], ["a"], { length: 1 }]],
    [
      array(unknown(), { uniqueItems: true }),
      [[1, "1", true, [1], { a: 1 }]],
      [
        [
          { a: 1, b: [2] },
          { b: [2], a: 1 },
        ],
        [0, -0],
      ],
    ],
    [
      object({}, { minProperties: 1, maxProperties: 2, additional: integer() }),
      [{ a: 1 }],
      [{}, { a: 1, b: 2, c: 3 }, { a: "x" }, [], null],
    ],
    [anyOf(string(), integer()), ["a", 1], [0.5, null]],
    [oneOf(integer(), number({ minimum: 5 })), [1, 5.5], [5, 0.5]],
    [allOf(number({ minimum: 1 }), integer()), [1], [0, 1.5]],
    [shapes, [{ kind: "circle", radius: 1 }], [{ kind: "circle" }, { kind: "toString" }, {}, null, "circle"]],
    [tree, [{ name: "a", children: [{ name: "b", children: [] }] }], [{ name: "a", children: [{}] }]],
  ])("%#", (validator, right, notRight) => {
    for (const value of right) expect(wrong(validator, value)).toEqual([]);
    for (const value of notRight) expect({ value, wrong: wrong(validator, value) }).not.toEqual({ value, wrong: [] });
  });
});

describe("formats", () => {
  test.each<[string, string[], string[]]>([
    [
      "date-time",
      [
        "2026-11-20T08:00:00Z",
        "2026-11-20t08:00:00.123456+01:00",
        "2016-12-31T23:59:60Z",
        "2017-01-01T00:59:60+01:00",
        "2024-02-29T00:00:00-23:59",
        "9999-12-31T23:59:59Z",
        "0000-01-01T00:00:00-01:00",
      ],
      [
        "2026-11-20",
        "2026-11-20 08:00:00Z",
        "2026-11-20T08:00:00",
        "2026-11-20T24:00:00Z",
        "2016-12-31T22:59:60Z",
        "2026-11-20T08:00:00+24:00",
        "9999-12-31T23:59:59-01:00",
        "0000-01-01T00:00:00+01:00",
        "",
      ],
    ],
    ["date", ["2024-02-29", "2000-02-29"], ["2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-01-01", "2026-1-1"]],
    [
      "email",
      ["a@b", "first.last+tag@mail.example.org"],
      ["a", "@b", "a@", "a@-b.c", "a..b@c", ".a@b", "a b@c", `${"a".repeat(65)}@b.c`, "a@b..c", "a@b_c", `a@${"b".repeat(250)}`],
    ],
    [
      "uri",
      ["https://example.org/a?b=c#d", "urn:isbn:1", "mailto:a@b"],
      ["/a", "example.org", "http://", "http://a b", "https://ex%zzample", "ä:b", ""],
    ],
    ["uuid", ["123e4567-e89b-12d3-a456-426614174000"], ["123e4567e89b12d3a456426614174000", "g23e4567-e89b-12d3-a456-426614174000"]],
    ["password", ["anything"], []],
  ])("%s", (format, right, notRight) => {
    for (const value of right) expect([value, wrong(string({ format }), value)]).toEqual([value, []]);
    for (const value of notRight) expect([value, wrong(string({ format }), value).length]).toEqual([value, 1]);
  });
});

describe("what is wrong is told", () => {
  test("as a sentence at a JSON Pointer", () => {
    const validator = object<{ "a/b": readonly string[]; "c~d": number }>(
      { "a/b": required(array(string({ minLength: 3 }))), "c~d": required(integer({ minimum: 1 })) },
      { additional: false },
    );
    expect(wrong(validator, { "a/b": ["abc", "ab"], "c~d": 0, "": 1 })).toEqual([
      ["/a~1b/1", "must have at least 3 characters"],
      ["/c~0d", "must be at least 1"],
      ["/", "is not a known property"],
    ]);
    expect(wrong(validator, {})).toEqual([
      ["/a~1b", "is required"],
      ["/c~0d", "is required"],
    ]);
  });

  test("of the variant that was meant, when that is clear", () => {
    expect(wrong(shapes, { kind: "circle", radius: -1 })).toEqual([["/radius", "must be at least 0"]]);
    expect(wrong(shapes, { kind: "line" })).toEqual([["/kind", 'must be one of "circle", "square"']]);
    expect(wrong(anyOf(string(), object<{ a: number }>({ a: required(integer()) })), { a: "x" })).toEqual([
      ["/a", "must be a whole number"],
    ]);
    expect(wrong(anyOf(string(), integer()), null)).toEqual([["", "must match at least one of the allowed forms"]]);
    expect(wrong(oneOf(integer(), number()), 1)).toEqual([["", "must match only one of the allowed forms, but matches several"]]);
  });

  test("no more often than helps", () => {
    expect(wrong(array(string()), Array(10_000).fill(1))).toHaveLength(maximumErrors);
    const names = Object.fromEntries(Array.from({ length: 1000 }, (_none, index) => [`n${index}`, 1]));
    expect(wrong(object({}, { additional: false }), names)).toHaveLength(maximumErrors);
  });

  test("when a value nests too deep, before the stack ends", () => {
    let deep: Tree = { name: "leaf" };
    for (let level = 0; level < 100_000; level++) deep = { name: "a", children: [deep] };
    expect(wrong(tree, deep)).toEqual([[expect.any(String), "must not be nested deeper than 100 levels"]]);
  });

  test("with pointers that lead to the value", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.nat()), { minLength: 1, maxLength: 5 }), (path) => {
        const back = pointerOf(path)
          .slice(1)
          .split("/")
          .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
        expect(back).toEqual(path.map(String));
      }),
    );
  });
});

test("a name of Object.prototype is a property like others", () => {
  const closed = object<{ name?: string }>({ name: optional(string()) }, { additional: false });
  expect(wrong(closed, JSON.parse('{"__proto__":1,"constructor":2}'))).toHaveLength(2);
  expect(wrong(object<{ toString: string }>({ toString: required(string()) }), {})).toEqual([["/toString", "is required"]]);
  expect(wrong(shapes, Object.create({ kind: "circle", radius: 1 }))).toEqual([
    ["/kind", 'is required, and must be one of "circle", "square"'],
  ]);
});

test("a validator proves its type, and one that leaves something out does not compile", () => {
  interface Label {
    readonly name: string;
    readonly note?: string | null;
  }
  const whole: Validator<Label> = object<Label>({ name: required(string()), note: optional(nullable(string())) });
  // @ts-expect-error an optional property must be described as well
  const partial = object<Label>({ name: required(string()) });
  // @ts-expect-error what is optional in the type may be absent
  const strict = object<Label>({ name: required(string()), note: required(nullable(string())) });
  // @ts-expect-error the type of a property counts
  const other = object<Label>({ name: required(integer()), note: optional(nullable(string())) });
  expect([whole, partial, strict, other].map((validator) => wrong(validator, { name: "a" }).length)).toEqual([0, 0, 1, 1]);
});
