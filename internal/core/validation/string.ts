import { formatOf } from "./formats.ts";
import { fail } from "./place.ts";
import type { Validator } from "./validator.ts";

export interface StringRules {
  /** In code points, as are all lengths of JSON Schema. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A regular expression with the `u` flag, not anchored; or anything that tests like one. */
  readonly pattern?: string | { readonly source: string; test(text: string): boolean };
  /** Asserted when it is one of those in formats.ts, else an annotation as the standard has it. */
  readonly format?: string;
}

/** A text. */
export function string(rules: StringRules = {}): Validator<string> {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = rules;
  const pattern = typeof rules.pattern === "string" ? new RegExp(rules.pattern, "u") : rules.pattern;
  const format = rules.format === undefined ? undefined : formatOf(rules.format);
  return {
    check(value, place) {
      if (typeof value !== "string") return fail(place, "must be a text");
      // A code point is one or two units, so counting is needed only in between.
      if (value.length < minLength || (value.length < minLength * 2 && codePoints(value) < minLength)) {
        fail(place, minLength === 1 ? "must not be empty" : `must have at least ${characters(minLength)}`);
      }
      if (value.length > maxLength && (value.length > maxLength * 2 || codePoints(value) > maxLength)) {
        return fail(place, `must have at most ${characters(maxLength)}`);
      }
      if (pattern !== undefined && !pattern.test(value)) fail(place, `must match the pattern ${pattern.source}`);
      if (format !== undefined && !format.test(value)) fail(place, format.sentence);
    },
  };
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

const characters = (count: number) => (count === 1 ? "1 character" : `${count} characters`);
