import { isId } from "../ids/ids.ts";
import { fail } from "./place.ts";
import type { Validator } from "./validator.ts";

/** true or false. */
export function boolean(): Validator<boolean> {
  return {
    check(value, place) {
      if (typeof value !== "boolean") fail(place, "must be true or false");
    },
  };
}

/** null, and only null. */
export function nothing(): Validator<null> {
  return {
    check(value, place) {
      if (value !== null) fail(place, "must be null");
    },
  };
}

/** What the schema `false` says: no value is right. */
export function never(): Validator<never> {
  return { check: (_value, place) => fail(place, "must not be given") };
}

/** Any value. */
export function unknown(): Validator<unknown> {
  return { check() {} };
}

/** One of a few values: `enum` and `const` of JSON Schema, for values that are no objects. */
export function oneOfValues<const Values extends readonly (string | number | boolean | null)[]>(
  ...values: Values
): Validator<Values[number]> {
  const allowed = new Set<unknown>(values);
  const names = values.map((value) => JSON.stringify(value)).join(", ");
  const sentence = values.length === 0 ? "must not be given" : values.length === 1 ? `must be ${names}` : `must be one of ${names}`;
  return {
    check(value, place) {
      if (!allowed.has(value)) fail(place, sentence);
    },
  };
}

/** An id with this prefix: `lb-0123456789abcdef`. */
export function id<const Prefix extends string>(prefix: Prefix): Validator<`${Prefix}-${string}`> {
  return {
    check(value, place) {
      if (typeof value !== "string" || !isId(prefix, value)) fail(place, `must be an id such as ${prefix}-0123456789abcdef`);
    },
  };
}

/** null, or what `inner` accepts. */
export function nullable<Value>(inner: Validator<Value>): Validator<Value | null> {
  const { check } = inner;
  return {
    check(value, place) {
      if (value !== null) check(value, place);
    },
  };
}

/** A validator that is named before it is made: for schemas that contain themselves. */
export function lazy<Value>(make: () => Validator<Value>): Validator<Value> {
  let made: Validator<Value> | undefined;
  return {
    check(value, place) {
      made ??= make();
      made.check(value, place);
    },
  };
}

/** A file of a form, or text that stands for bytes. */
export function file(): Validator<unknown> {
  return {
    check(value, place) {
      if (typeof value !== "string" && !(value instanceof Blob)) fail(place, "must be a file");
    },
  };
}

/** Takes the generator's word for what a check proves: both are made of the same schema, and the compiler need not compare them. */
export const proven = <Value>(validator: Validator<unknown>): Validator<Value> => validator as Validator<Value>;
