import fc from "fast-check";
import { expect, test } from "vitest";
import { maxPayload, readPayload, storedPayload, UnstorablePayload } from "./payload.ts";

const unstorable = /\0|\p{Surrogate}/u;

test("a payload comes back as it was, but for what Postgres cannot keep", () => {
  const anyText = fc.string({
    unit: fc.oneof(fc.constantFrom("\0", "\ud800", "\udc00", "\\", "u0000", '"', "😀"), fc.string({ maxLength: 2 })),
  });
  const anyValue = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      anyText,
      fc.integer(),
      fc.boolean(),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(anyText, tie("value"), { maxKeys: 3 }),
    ),
  })).value;
  const expected = (value: unknown): unknown => {
    if (typeof value === "string") return value.replaceAll("\0", "\ufffd").toWellFormed();
    if (Array.isArray(value)) return value.map(expected);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [expected(name), expected(inner)]));
  };
  fc.assert(
    fc.property(anyValue, (value) => {
      const text = storedPayload(value) ?? "";
      expect(readPayload(text)).toEqual(expected(JSON.parse(JSON.stringify(value))));
      expect(text).not.toMatch(unstorable);
      expect(JSON.stringify(readPayload(text))).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/);
    }),
  );
});

const nested = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);

test.each([
  ["nested too deeply", nested(101), /deeper than 100/],
  ["far too deep", nested(200_000), /deeper than 100|cannot be written/],
  ["too large", "x".repeat(maxPayload), /can be kept/],
  ["no JSON", 10n, /cannot be written/],
])("a value that is %s is refused with what is wrong", (_, value, message) => {
  expect(() => storedPayload(value)).toThrow(UnstorablePayload);
  expect(() => storedPayload(value)).toThrow(message);
});

test("brackets in texts do not nest", () => {
  expect(storedPayload([`"${"[".repeat(500)}`, nested(99)])).not.toBeNull();
});
