import { canonical } from "./canonical.ts";
import { fail, maximumErrors, spent, stopsHere } from "./place.ts";
import type { Place, Validator } from "./validator.ts";

export interface ArrayRules {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  /** What the first entries must be, each at its place; `items` are then the rest (JSON Schema 2020-12, "prefixItems"). */
  readonly prefix?: readonly Validator<unknown>[];
}

/** A list of `items`. */
export function array<Item>(items: Validator<Item>, rules: ArrayRules = {}): Validator<readonly Item[]> {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems = false } = rules;
  const { check } = items;
  const first = (rules.prefix ?? []).map((validator) => validator.check);
  return {
    check(value, place) {
      if (!Array.isArray(value)) return fail(place, "must be a list");
      if (value.length < minItems) fail(place, `must have at least ${entries(minItems)}`);
      if (value.length > maxItems) return fail(place, `must have at most ${entries(maxItems)}`);
      if (stopsHere(place)) return;
      for (let index = 0; index < value.length; index++) {
        place.path.push(index);
        (first[index] ?? check)(value[index], place);
        place.path.pop();
        if (place.errors.length >= maximumErrors) return;
      }
      if (uniqueItems && hasDuplicates(value, place)) fail(place, "must not have the same entry twice");
    },
  };
}

function hasDuplicates(values: readonly unknown[], place: Place): boolean {
  const seen = new Set<string>();
  for (const value of values) {
    const text = canonical(value);
    if (seen.has(text)) return true;
    if (spent(place, text.length >> 4)) return false;
    seen.add(text);
  }
  return false;
}

const entries = (count: number) => (count === 1 ? "1 entry" : `${count} entries`);
