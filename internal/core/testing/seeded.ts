import { sample, stringMatching } from "fast-check";
import type { NumberRules } from "../validation/number.ts";

export interface TextRules {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** Makes values that fit their rules, always the same ones for the same seed. */
export interface Seeded {
  /** The number of the seed: 1, 2, 3, …; texts, ids, and whole numbers without a maximum that a column of 32 bits knows differ where it does. */
  readonly number: number;
  id<const Prefix extends string>(prefix: Prefix): `${Prefix}-${string}`;
  text(rules?: TextRules): string;
  integer(rules?: NumberRules): number;
  decimal(rules?: NumberRules): number;
  boolean(): boolean;
  /** Each is later than the one before. */
  time(): string;
  pick<const Value>(values: readonly Value[]): Value;
  /** At least one item, where the rules allow one. */
  list<Item>(rules: { readonly minItems?: number; readonly maxItems?: number }, item: (number: number) => Item): Item[];
}

/** `name` says what is made, so that the first label and the first run are not alike. */
export function seeded(name: string, number: number): Seeded {
  const next = random(hash(`${name} ${number}`));
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const hex = (digits: number) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join("");
  let clock = Date.UTC(2026, 0, 1) + between(0, 300 * 86_400_000);
  const time = () => {
    clock += between(1, 86_400_000);
    return new Date(clock).toISOString();
  };

  const formats: Readonly<Record<string, () => string>> = {
    "date-time": time,
    date: () => time().slice(0, 10),
    email: () => `${between(1000, 9999)}.${number}@example.com`,
    uri: () => `https://example.com/${between(1000, 9999)}/${number}`,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };

  function integer(rules: NumberRules = {}): number {
    const step = Number.isInteger(rules.multipleOf) ? (rules.multipleOf ?? 1) : 1;
    const { low, high } = range(rules, 1);
    const isOpen = Math.min(rules.maximum ?? mostInteger, rules.exclusiveMaximum ?? mostInteger) >= mostInteger;
    const room = mostInteger - Math.max(high, 0);
    const shift = isOpen && room > 0 ? (number * (high - low + 1)) % room : 0;
    return step * between(Math.ceil((low + shift) / step), Math.floor((high + shift) / step));
  }

  return {
    number,
    id: (prefix) => `${prefix}-${hex(16)}`,
    text(rules = {}) {
      const format = rules.format === undefined ? undefined : formats[rules.format];
      if (format !== undefined) return format();
      return rules.pattern === undefined
        ? words(rules, `${pickFrom(adjectives)} ${pickFrom(nouns)} ${number}`)
        : matching(rules, between(0, 2 ** 31));
    },
    integer,
    decimal(rules = {}) {
      if (rules.multipleOf !== undefined) return integer({ minimum: 0, maximum: 100 }) * rules.multipleOf;
      const { low, high } = range(rules, 0);
      return low + Math.round(next() * (high - low) * 100) / 100;
    },
    boolean: () => next() < 0.5,
    time,
    pick: pickFrom,
    list({ minItems = 0, maxItems = Number.POSITIVE_INFINITY }, item) {
      const length = Math.min(Math.max(minItems, 1), maxItems);
      return Array.from({ length }, (_, index) => item(number + index));
    },
  };

  function pickFrom<Value>(values: readonly Value[]): Value {
    const value = values[between(0, values.length - 1)];
    if (value === undefined && values.length === 0) throw new Error(`${name} has a value that nothing can be.`);
    return value as Value;
  }
}

/** What a column of 32 bits holds. */
const mostInteger = 2 ** 31 - 1;

const adjectives = ["Amber", "Brisk", "Calm", "Deep", "Early", "Fair", "Grand", "Hidden"] as const;
const nouns = ["Brook", "Cedar", "Delta", "Ember", "Field", "Grove", "Harbour", "Island"] as const;

/** The end of the text is what tells it from others: a short one keeps that. */
function words({ minLength = 0, maxLength = Number.POSITIVE_INFINITY }: TextRules, text: string): string {
  const length = Math.max(minLength, Math.min(text.length, maxLength));
  return text.slice(text.length - Math.min(length, text.length)).padStart(length, "x");
}

/** The longest of a few: short ones are soon alike. */
function matching({ pattern = "", minLength = 0, maxLength = 1000 }: TextRules, seed: number): string {
  const texts = stringMatching(new RegExp(pattern, "u"), { size: "small" }).filter(
    (text) => text.length >= minLength && text.length <= maxLength,
  );
  return sample(texts, { seed, numRuns: 8 }).reduce((longest, text) => (text.length > longest.length ? text : longest));
}

function range(rules: NumberRules, step: 0 | 1): { readonly low: number; readonly high: number } {
  const low = Math.max(rules.minimum ?? Number.NEGATIVE_INFINITY, (rules.exclusiveMinimum ?? Number.NEGATIVE_INFINITY) + (step || 0.01));
  const high = Math.min(rules.maximum ?? Number.POSITIVE_INFINITY, (rules.exclusiveMaximum ?? Number.POSITIVE_INFINITY) - (step || 0.01));
  if (Number.isFinite(low)) return { low, high: Math.min(high, low + 1000) };
  return Number.isFinite(high) ? { low: high - 1000, high } : { low: 1, high: 1000 };
}

/** FNV-1a. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum >>> 0;
}

/** Mulberry32: small, and even enough for test data. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
