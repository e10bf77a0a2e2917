import { fail } from "./place.ts";
import type { Place, Validator } from "./validator.ts";

export interface NumberRules {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  /** `int32` narrows a whole number; the other formats of OpenAPI say nothing that is not true anyway. */
  readonly format?: string;
}

/** A finite number. */
export function number(rules: NumberRules = {}): Validator<number> {
  const within = bounds(rules);
  return {
    check(value, place) {
      if (typeof value !== "number" || !Number.isFinite(value)) return fail(place, "must be a number");
      within(value, place);
    },
  };
}

/** A whole number that JavaScript holds exactly; 1.0 is one. Beyond 2^53 - 1 a number is no longer the one that was sent (RFC 7493). */
export function integer(rules: NumberRules = {}): Validator<number> {
  const within = bounds(rules);
  const largest = rules.format === "int32" ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
  const smallest = rules.format === "int32" ? -(2 ** 31) : Number.MIN_SAFE_INTEGER;
  return {
    check(value, place) {
      if (typeof value !== "number" || !Number.isInteger(value)) return fail(place, "must be a whole number");
      if (value < smallest || value > largest) return fail(place, `must be a whole number from ${smallest} to ${largest}`);
      within(value, place);
    },
  };
}

function bounds(rules: NumberRules): (value: number, place: Place) => void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = rules;
  return (value, place) => {
    if (minimum !== undefined && value < minimum) fail(place, `must be at least ${minimum}`);
    if (maximum !== undefined && value > maximum) fail(place, `must be at most ${maximum}`);
    if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) fail(place, `must be more than ${exclusiveMinimum}`);
    if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) fail(place, `must be less than ${exclusiveMaximum}`);
    if (multipleOf !== undefined && !isMultiple(value, multipleOf)) fail(place, `must be a multiple of ${multipleOf}`);
  };
}

/** In decimal arithmetic, as the number was written: 0.3 is a multiple of 0.1. */
function isMultiple(value: number, step: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  const [left, right] = [decimal(value), decimal(step)];
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = (part: { digits: bigint; exponent: number }) => part.digits * 10n ** BigInt(part.exponent - exponent);
  return scaled(left) % scaled(right) === 0n;
}

function decimal(value: number): { digits: bigint; exponent: number } {
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}
