import { canonical } from "./canonical.ts";
import { type NumberRules, number } from "./number.ts";
import { fail, maximumErrors, spent, trialOf } from "./place.ts";
import { type StringRules, string } from "./string.ts";
import type { Check, Place, Validator } from "./validator.ts";

// The keywords of JSON Schema 2020-12 that narrow a value and tell nothing of its type: they stand in `allOf` beside what does.

type Assertion = Validator<unknown>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value passes a check, its errors thrown away. */
function passes(check: Check, value: unknown, place: Place): boolean {
  const trial = trialOf(place);
  if (!spent(place, 2)) check(value, trial);
  return trial.errors.length === 0;
}

/** `if`, `then`, `else`: where the first holds the second must, else the third. */
export function conditional(condition: Assertion, then: Assertion | undefined, otherwise?: Assertion): Assertion {
  return {
    check(value, place) {
      (passes(condition.check, value, place) ? then : otherwise)?.check(value, place);
    },
  };
}

/** `dependentRequired`: with this property, those must be there too. */
export function dependentRequired(names: Readonly<Record<string, readonly string[]>>): Assertion {
  const rules = Object.entries(names);
  return {
    check(value, place) {
      if (!isObject(value)) return;
      for (const [name, required] of rules) {
        if (!Object.hasOwn(value, name)) continue;
        for (const other of required) {
          if (Object.hasOwn(value, other)) continue;
          place.path.push(other);
          fail(place, `is required where ${JSON.stringify(name)} is given`);
          place.path.pop();
        }
      }
    },
  };
}

/** `dependentSchemas`: with this property, the whole object must be of that form. */
export function dependentSchemas(schemas: Readonly<Record<string, Assertion>>): Assertion {
  const rules = Object.entries(schemas);
  return {
    check(value, place) {
      if (!isObject(value)) return;
      for (const [name, { check }] of rules) if (Object.hasOwn(value, name)) check(value, place);
    },
  };
}

/** `propertyNames`: what each name must be, as a text. */
export function propertyNames({ check }: Assertion): Assertion {
  return {
    check(value, place) {
      if (!isObject(value)) return;
      for (const name of Object.keys(value)) {
        if (passes(check, name, place)) continue;
        place.path.push(name);
        fail(place, "is not a name that is accepted here");
        place.path.pop();
        if (place.errors.length >= maximumErrors) return;
      }
    },
  };
}

/** `contains` with `minContains` and `maxContains`. */
export function contains({ check }: Assertion, minimum: number, maximum = Number.POSITIVE_INFINITY): Assertion {
  return {
    check(value, place) {
      if (!Array.isArray(value)) return;
      let found = 0;
      for (const item of value) if (passes(check, item, place) && ++found > maximum) break;
      if (found < minimum)
        fail(place, `must have at least ${minimum} ${minimum === 1 ? "entry" : "entries"} of the form that is asked for`);
      if (found > maximum) fail(place, `must have at most ${maximum} ${maximum === 1 ? "entry" : "entries"} of the form that is limited`);
    },
  };
}

/** `enum` and `const` with lists or objects among the values: equal as JSON. */
export function jsonValues(...values: readonly unknown[]): Assertion {
  const allowed = new Set(values.map(canonical));
  const sentence = `must be one of ${JSON.stringify(values).slice(1, -1).slice(0, 500)}`;
  return {
    check(value, place) {
      if (!allowed.has(canonical(value))) fail(place, sentence);
    },
  };
}

export interface AnyRules extends NumberRules, StringRules {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** Constraints without a type: each concerns only values of the type that it speaks of. */
export function constrained(rules: AnyRules): Assertion {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems = false } = rules;
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = rules;
  const [text, numeric] = [string(rules).check, number(rules).check];
  return {
    check(value, place) {
      if (typeof value === "string") text(value, place);
      else if (typeof value === "number") numeric(value, place);
      else if (Array.isArray(value)) {
        if (value.length < minItems || value.length > maxItems) fail(place, `must have ${between(minItems, maxItems)} entries`);
        if (uniqueItems && new Set(value.map(canonical)).size < value.length) fail(place, "must not have the same entry twice");
      } else if (isObject(value)) {
        const count = Object.keys(value).length;
        if (count < minProperties || count > maxProperties) fail(place, `must have ${between(minProperties, maxProperties)} properties`);
      }
    },
  };
}

const between = (low: number, high: number): string => (high === Number.POSITIVE_INFINITY ? `at least ${low}` : `from ${low} to ${high}`);

/** `unevaluatedProperties: false`: no properties but those that the forms beside it name. */
export function onlyProperties(names: readonly string[], patterns: readonly string[] = []): Assertion {
  const known = new Set(names);
  const expressions = patterns.map((pattern) => new RegExp(pattern, "u"));
  return {
    check(value, place) {
      if (!isObject(value)) return;
      for (const name of Object.keys(value)) {
        if (known.has(name) || expressions.some((expression) => expression.test(name))) continue;
        place.path.push(name);
        fail(place, "is not a known property");
        place.path.pop();
        if (place.errors.length >= maximumErrors) return;
      }
    },
  };
}
