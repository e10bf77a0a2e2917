import type { FieldError } from "../problems/problem.ts";
import { adopt, fail, pointerOf, spent, trialOf } from "./place.ts";
import type { Check, Place, Validator } from "./validator.ts";

type ValueOf<Variant> = Variant extends Validator<infer Value> ? Value : never;

/** What at least one of the variants accepts. */
export function anyOf<const Variants extends readonly Validator<unknown>[]>(...variants: Variants): Validator<ValueOf<Variants[number]>> {
  return {
    check(value, place) {
      const failures: FieldError[][] = [];
      for (const { check } of variants) {
        const errors = tryOut(check, value, place);
        if (errors.length === 0) return;
        failures.push(errors);
      }
      explain(place, failures, "must match at least one of the allowed forms");
    },
  };
}

/** What exactly one of the variants accepts. */
export function oneOf<const Variants extends readonly Validator<unknown>[]>(...variants: Variants): Validator<ValueOf<Variants[number]>> {
  return {
    check(value, place) {
      const failures: FieldError[][] = [];
      for (const { check } of variants) {
        const errors = tryOut(check, value, place);
        if (errors.length > 0) failures.push(errors);
      }
      const matches = variants.length - failures.length;
      if (matches > 1) fail(place, "must match only one of the allowed forms, but matches several");
      else if (matches === 0) explain(place, failures, "must match one of the allowed forms");
    },
  };
}

/** The variant that the value of `property` names; its errors are then told exactly. */
export function discriminated<const Mapping extends Readonly<Record<string, Validator<unknown>>>>(
  property: string,
  mapping: Mapping,
): Validator<ValueOf<Mapping[keyof Mapping]>> {
  const variants = new Map(Object.entries(mapping).map(([value, { check }]) => [value, check]));
  const names = [...variants.keys()].map((name) => JSON.stringify(name)).join(", ");
  return {
    check(value, place) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(place, "must be an object");
      const named = Object.hasOwn(value, property) ? (value as Record<string, unknown>)[property] : undefined;
      const check = typeof named === "string" ? variants.get(named) : undefined;
      if (check !== undefined) return check(value, place);
      place.path.push(property);
      fail(place, named === undefined ? `is required, and must be one of ${names}` : `must be one of ${names}`);
      place.path.pop();
    },
  };
}

type Intersection<Parts extends readonly unknown[]> = Parts extends readonly [infer Head, ...infer Tail]
  ? ValueOf<Head> & Intersection<Tail>
  : unknown;

/** What all parts accept. */
export function allOf<const Parts extends readonly Validator<unknown>[]>(...parts: Parts): Validator<Intersection<Parts>> {
  return {
    check(value, place) {
      for (const { check } of parts) check(value, place);
    },
  };
}

/** What `inner` does not accept. */
export function not(inner: Validator<unknown>): Validator<unknown> {
  return {
    check(value, place) {
      if (tryOut(inner.check, value, place).length === 0) fail(place, "must not match the form that is excluded");
    },
  };
}

function tryOut(check: Check, value: unknown, place: Place): FieldError[] {
  const trial = trialOf(place);
  // Dearer than a plain check: it is tried aside, and its errors may be thrown away.
  if (!spent(place, 2)) check(value, trial);
  return trial.errors;
}

/** When one variant alone got past the value itself and failed inside it, that one was meant: its errors help, a summary does not. */
function explain(place: Place, failures: readonly FieldError[][], summary: string): void {
  const here = pointerOf(place.path);
  const inside = failures.filter((errors) => errors.every((error) => error.pointer !== here));
  if (inside.length === 1 && inside[0] !== undefined) adopt(place, inside[0]);
  else fail(place, summary);
}
