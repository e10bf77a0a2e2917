import fc from "fast-check";
import { expect, it } from "vitest";
import { words } from "./words.ts";

it.for<[given: string, want: string]>([
  ["Hello, World!", "hello world"],
  ["Crème BRÛLÉE", "creme brulee"],
  ["straße STRASSE STRAẞE", "strasse strasse strasse"],
  ["ΑΘΗΝΑΣ αθήνας", "αθηνασ αθηνασ"],
  ["İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul"],
  ["ﬁle 2² ½", "file 22 1 2"],
  ["seattle-weather_2015.csv", "seattle weather 2015 csv"],
  ['o\'neill "quoted" a:* -b', "o neill quoted a b"],
  ["東京 weather", "東 京 weather"],
  ["คนไทย", "ค น ไ ท ย"],
  ["한국어", "한국어"],
  ["हिन्दी", "हिन्दी"],
  ["йод", "иод"],
  ["a\0b\ud800c", "a b c"],
  ["… 🙂 !!", ""],
])("%j has the words %j", ([given, want]) => {
  expect(words(given).join(" ")).toBe(want);
});

it("cuts a word by characters, never through one", () => {
  expect(words("𝕏".repeat(3))).toEqual(["xxx"]);
  expect(words("𐓘".repeat(100))).toEqual(["𐓘".repeat(64)]);
});

it("gives the same words for the same text in another case and another composition", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(words(text.toUpperCase())).toEqual(words(text));
      expect(words(text.normalize("NFD"))).toEqual(words(text.normalize("NFC")));
    }),
  );
});

it("leaves nothing in a word that a query language or a database takes apart", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const word of words(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      expect(words(words(text).join(" "))).toEqual(words(text));
    }),
  );
});

it("folds every letter the same, however it is written", () => {
  for (let code = 0; code < 0x20000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const letter = String.fromCodePoint(code);
    const want = words(letter).join(" ");
    for (const written of [letter.toUpperCase(), letter.toLowerCase(), letter.normalize("NFD"), letter.normalize("NFKC")]) {
      if (words(written).join(" ") !== want) expect(words(written).join(" "), code.toString(16)).toBe(want);
    }
  }
});
