import type { FieldError } from "../problems/problem.ts";
import type { Place } from "./validator.ts";

/** More errors than this help nobody, and would let a small body make a large answer. */
export const maximumErrors = 50;
/** How deep a checked value may nest; lower than what the stack bears. */
export const maximumDepth = 100;

export function newPlace(): Place {
  return { path: [], errors: [] };
}

/** A place to try a variant at: the same path, its errors apart. */
export function trialOf(place: Place): Place {
  return place.budget === undefined ? { path: place.path, errors: [] } : { path: place.path, errors: [], budget: place.budget };
}

/** Notes that the value at `place` is wrong; `detail` continues the sentence "This value …". */
export function fail(place: Place, detail: string): void {
  if (place.errors.length < maximumErrors) place.errors.push({ pointer: pointerOf(place.path), detail });
}

/** Takes over the errors of a trial. */
export function adopt(place: Place, errors: readonly FieldError[]): void {
  for (const error of errors) {
    if (place.errors.length >= maximumErrors) return;
    place.errors.push(error);
  }
}

/** Whether there is no sense in looking further: enough errors, or too deep (which is then noted). */
export function stopsHere(place: Place): boolean {
  if (place.path.length >= maximumDepth) {
    fail(place, `must not be nested deeper than ${maximumDepth} levels`);
    return true;
  }
  return place.errors.length >= maximumErrors;
}

/** Pays for work, where it is limited; true when there is nothing left to pay with. */
export function spent(place: Place, steps: number): boolean {
  if (place.budget === undefined) return false;
  place.budget.left -= steps;
  return place.budget.left <= 0;
}

/** JSON Pointer (RFC 6901). */
export function pointerOf(path: readonly (string | number)[]): string {
  let pointer = "";
  for (const step of path) {
    pointer += typeof step === "number" ? `/${step}` : `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  }
  return pointer;
}
