import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cipherOf, noCipher } from "./cipher.ts";
import { parseEncryptionKeys } from "./keys.ts";

const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");
const cipher = cipherOf(parseEncryptionKeys(`a:${key(1)}`, "test"));
const place = { table: "patients", column: "ssn", id: "pt-1" };

describe("a cipher", () => {
  it("gives back whatever it sealed, and never seals alike", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const sealed = cipher.seal(text, place);
        expect(sealed).toMatch(/^v1:a:[\w-]+$/);
        expect(cipher.open(sealed, place)).toBe(text);
        expect(cipher.seal(text, place)).not.toBe(sealed);
      }),
    );
  });

  it.each([
    ["table", { ...place, table: "doctors" }],
    ["column", { ...place, column: "iban" }],
    ["row", { ...place, id: "pt-2" }],
    ["parts pushed together", { table: "patients", column: "ss", id: "npt-1" }],
  ])("opens nothing that came from another %s", (_, other) => {
    expect(() => cipher.open(cipher.seal("secret", other), place)).toThrow(/cannot be decrypted/);
  });

  it("opens nothing that was changed anywhere, and says nothing of it", () => {
    const sealed = cipher.seal("secret", place);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom(..."Aab9-_:"), (at, letter) => {
        const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
        // The last letter of base64url may hold bits that mean nothing.
        fc.pre(changed !== sealed && at < sealed.length - 1);
        expect(() => cipher.open(changed, place)).toThrow(/^The value in patients\.ssn of pt-1 /);
      }),
    );
    for (const text of ["", "secret", "v1:a:", `v1:a:${Buffer.alloc(28).toString("base64url")}`]) {
      expect(() => cipher.open(text, place)).toThrow(/is not encrypted|cannot be decrypted/);
    }
  });

  it("encrypts with the first key, decrypts with all, and names the one that is missing", () => {
    const old = cipher.seal("secret", place);
    const rotated = cipherOf(parseEncryptionKeys(`b:${key(2)},a:${key(1)}`, "test"));
    expect(rotated.open(old, place)).toBe("secret");
    expect([rotated.isCurrent(old), cipher.isCurrent(old)]).toEqual([false, true]);
    const fresh = rotated.seal("secret", place);
    expect([rotated.isCurrent(fresh), fresh.startsWith("v1:b:")]).toEqual([true, true]);
    expect(() => cipher.open(fresh, place)).toThrow(/the key b, which is not among/);
  });

  it("looks again for a key that it does not know", () => {
    const both = parseEncryptionKeys(`b:${key(2)},a:${key(1)}`, "test");
    const late = cipherOf(parseEncryptionKeys(`a:${key(1)}`, "test"), () => both);
    expect(late.open(cipherOf(both).seal("secret", place), place)).toBe("secret");
    expect(late.seal("secret", place)).toMatch(/^v1:b:/);
  });

  it("does not take another key under the same id", () => {
    const other = cipherOf(parseEncryptionKeys(`a:${key(9)}`, "test"));
    expect(() => other.open(cipher.seal("secret", place), place)).toThrow(/cannot be decrypted/);
  });

  it("cannot do without keys", () => {
    expect(() => noCipher.seal("x", place)).toThrow(/without encryption keys/);
  });
});
