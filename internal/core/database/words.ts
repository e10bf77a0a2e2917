/** Longer words are cut, in what is kept and in what is looked for alike: a word of base64 is nobody's word. */
const longestWord = 64;

/** Accents and the like, as they stand apart from their letters once a text is decomposed. Vowel signs of other scripts stay. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: the marks are meant, each by itself
const diacritics = /[\u0300-\u036f\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;

/** Scripts that put no space between words: each of their characters counts as one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu;

const word = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The words of a text, in their order and as often as they stand there: runs of letters and digits, without case and diacritics, and
 * without compatibility forms (ﬁ is fi, ² is 2). No word has a character in it that any query language knows.
 */
export function words(text: string): string[] {
  // Twice: what a letter is decomposed into may be in the other case (℡), and the other case of a letter may have marks (İ).
  const folded = decomposed(decomposed(text.toWellFormed()));
  const bare = folded.replaceAll(diacritics, "").replaceAll("ς", "σ").normalize("NFC");
  return (bare.replaceAll(unspaced, " $& ").match(word) ?? []).map(cut);
}

/** By way of capitals: ß is SS there. */
const decomposed = (text: string): string => text.toLowerCase().toUpperCase().toLowerCase().normalize("NFKD");

function cut(whole: string): string {
  // A code point is one unit at the least: most words are never counted.
  return whole.length <= longestWord ? whole : [...whole].slice(0, longestWord).join("");
}
