import { problem } from "../problems/problem.ts";
import { fail, newPlace } from "../validation/place.ts";
import type { Place } from "../validation/validator.ts";

/**
 * Refuses (422) what is valid JSON and breaks what comes later: a key `__proto__`, which a careless copy makes a prototype, and text that
 * Postgres cannot store: U+0000 and halves of surrogate pairs. These can only be written with an escape, so most bodies are never walked.
 */
export function refuseHostileJson(text: string, value: unknown): void {
  if (!text.includes("\\u") && !text.includes("__proto__")) return;
  const place = newPlace();
  walk(value, place);
  if (place.errors.length > 0) throw problem.invalid("The body has text that is not accepted.", { errors: place.errors });
}

function walk(value: unknown, place: Place): void {
  if (typeof value === "string") walkText(value, place);
  if (typeof value !== "object" || value === null) return;
  const steps: Iterable<[string | number, unknown]> = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [step, inner] of steps) {
    place.path.push(step);
    if (step === "__proto__") fail(place, "must not be the name of a property");
    if (typeof step === "string") walkText(step, place);
    walk(inner, place);
    place.path.pop();
  }
}

function walkText(text: string, place: Place): void {
  if (text.includes("\0")) fail(place, "must not contain the character U+0000");
  if (!text.isWellFormed()) fail(place, "must not contain half of a surrogate pair");
}
