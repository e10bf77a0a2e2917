import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integer, number } from "../validation/number.ts";
import { string } from "../validation/string.ts";
import type { Validator } from "../validation/validator.ts";
import { seeded } from "./seeded.ts";

const fits = (validator: Validator<unknown>, value: unknown) => {
  const place = { path: [], errors: [] };
  validator.check(value, place);
  return place.errors;
};

describe("seeded values", () => {
  it("are the same for the same name and number, and differ between numbers", () => {
    const all = (number: number) => {
      const make = seeded("Label", number);
      return [make.id("lb"), make.text(), make.integer(), make.decimal(), make.boolean(), make.time(), make.pick(["a", "b"])];
    };
    expect(all(7)).toEqual(all(7));
    expect(all(7)[0]).not.toBe(all(8)[0]);
    expect(new Set(Array.from({ length: 500 }, (_, index) => seeded("Label", index).text({ maxLength: 20 }))).size).toBe(500);
  });

  it("fit their rules", () => {
    const bounds = fc
      .tuple(fc.integer({ min: -1000, max: 1000 }), fc.nat(1000))
      .map(([minimum, more]) => ({ minimum, maximum: minimum + more }));
    const lengths = fc.tuple(fc.nat(50), fc.nat(50)).map(([minLength, more]) => ({ minLength, maxLength: minLength + more }));
    fc.assert(
      fc.property(fc.nat(), bounds, lengths, (seed, bound, length) => {
        const make = seeded("x", seed);
        expect(fits(integer(bound), make.integer(bound))).toEqual([]);
        expect(fits(number(bound), make.decimal(bound))).toEqual([]);
        expect(fits(string(length), make.text(length))).toEqual([]);
      }),
    );
  });

  it.each(["date-time", "date", "email", "uri", "uuid"] as const)("are texts of the format %s", (format) => {
    for (let seed = 0; seed < 50; seed++) expect(fits(string({ format }), seeded("x", seed).text({ format }))).toEqual([]);
  });

  it.each(["^#[0-9a-f]{6}$", "^[a-z][a-z0-9_]{0,59}$", "^[^/\\\\\\x00-\\x1f]+$", "^[0-9]{1,15}$"])(
    "are texts of the pattern %s",
    (pattern) => {
      const rules = { pattern, minLength: 1, maxLength: 60 };
      for (let seed = 0; seed < 20; seed++) expect(fits(string(rules), seeded("x", seed).text(rules))).toEqual([]);
    },
  );

  it.each([{}, { minimum: 0 }, { minimum: -5 }, { exclusiveMinimum: 2 ** 30 }, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }])(
    "are whole numbers that differ, and fit 32 bits, where nothing says that they are small: %j",
    (rules) => {
      const made = Array.from({ length: 500 }, (_, index) => seeded("x", index).integer(rules));
      expect(new Set(made).size).toBe(500);
      for (const value of [...made, seeded("x", 2 ** 31 - 1).integer(rules)])
        expect(fits(integer({ ...rules, maximum: 2 ** 31 - 1 }), value)).toEqual([]);
    },
  );

  it("have times that go on", () => {
    const make = seeded("x", 1);
    const times = [make.time(), make.time(), make.time()];
    expect(times.toSorted()).toEqual(times);
  });
});
