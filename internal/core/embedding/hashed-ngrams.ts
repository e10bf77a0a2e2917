import { words } from "../database/words.ts";
import type { Embedder } from "./embedder.ts";

/** How many letters a piece of a word has. */
const piece = 3;
/** A whole word says more than a piece of one. */
const wholeWeight = 2;

/**
 * An embedder that needs no model and no network: it counts words and the pieces of three letters in them, each at a place that a hash
 * of it chooses (FNV-1a), and brings the vector to the length of 1. Texts are near when they share words or parts of words, in whatever
 * order; it knows nothing of meaning. Bind a model's embedder where that matters.
 */
export const hashedNgrams: Embedder = {
  name: `hashed-ngrams-1-unicode-${process.versions.unicode}`,
  embed: async (texts, { dimensions }) => texts.map((text) => hashed(text, dimensions)),
};

function hashed(text: string, dimensions: number): Float32Array {
  const counts = new Map<string, number>();
  const count = (part: string, weight: number) => counts.set(part, (counts.get(part) ?? 0) + weight);
  for (const word of words(text)) {
    count(word, wholeWeight);
    const letters = [..."<", ...word, ">"];
    for (let start = 0; start + piece <= letters.length; start++) count(`<${letters.slice(start, start + piece).join("")}`, 1);
  }
  const vector = new Float32Array(dimensions);
  for (const [part, weight] of counts) {
    const hash = fnv1a(part);
    const place = (hash >>> 1) % dimensions;
    // What falls on the same place by chance adds up to nothing on the average; the tenth time a word stands says less than the first.
    vector[place] = (vector[place] ?? 0) + (hash % 2 === 0 ? 1 : -1) * Math.sqrt(weight);
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** http://www.isthe.com/chongo/tech/comp/fnv/, 32 bits, and mixed once more: its low bits alone are poor. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
