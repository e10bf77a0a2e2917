import type { ArrayRules } from "./array.ts";
import { array } from "./array.ts";
import type { NumberRules } from "./number.ts";
import { integer, number } from "./number.ts";
import { newPlace } from "./place.ts";
import type { StringRules } from "./string.ts";
import { string } from "./string.ts";
import type { Check, Parameter, Place } from "./validator.ts";
import { boolean, oneOfValues, unknown } from "./values.ts";

type In = Parameter<unknown>["in"];

interface Presence<Value> {
  readonly required?: boolean;
  /** Given when the parameter is absent. */
  readonly default?: Value;
}

/** A text. */
export function textParameter(place: In, name: string, options: Presence<string> & StringRules = {}): Parameter<string> {
  return parameter(place, name, options, (text) => text, string(options).check);
}

/** A whole number in decimal digits. */
export function integerParameter(place: In, name: string, options: Presence<number> & NumberRules = {}): Parameter<number> {
  return parameter(place, name, options, toNumber, integer(options).check);
}

/** A number as JSON writes it. */
export function numberParameter(place: In, name: string, options: Presence<number> & NumberRules = {}): Parameter<number> {
  return parameter(place, name, options, toNumber, number(options).check);
}

/** `true` or `false`. */
export function booleanParameter(place: In, name: string, options: Presence<boolean> = {}): Parameter<boolean> {
  return parameter(place, name, options, toBoolean, boolean().check);
}

/** One of a few values; numbers and booleans among them are recognized by how they are written. */
export function enumParameter<const Value extends string | number | boolean>(
  place: In,
  name: string,
  values: readonly Value[],
  options: Presence<Value> = {},
): Parameter<Value> {
  const byText = new Map<string, Value>(values.map((value) => [String(value), value]));
  return parameter(place, name, options, (text) => byText.get(text) ?? text, oneOfValues(...values).check);
}

/** Several values: separated by commas, or in a query also by repeating the parameter. `item` reads each one. */
export function listParameter<Item>(
  place: In,
  name: string,
  options: Presence<readonly Item[]> & ArrayRules & { readonly item: Parameter<Item> },
): Parameter<readonly Item[]> {
  const { item } = options;
  const { check } = array(unknown(), options);
  const pointer = parameterPointer(place, name);
  return {
    name,
    in: place,
    many: true,
    read(text, errors) {
      if (text === undefined) return absent(options, pointer, errors);
      const before = errors.errors.length;
      const values = text === "" ? [] : text.split(",").map((part) => item.read(part, errors));
      if (errors.errors.length > before) return undefined;
      return accept(check, values, pointer, errors) as readonly Item[] | undefined;
    },
  };
}

/** Where the error of a parameter points: `?name` in the query, else `/path/name`, `/header/name`, `/cookie/name`. */
export function parameterPointer(place: In, name: string): string {
  return place === "query" ? `?${name}` : `/${place}/${name}`;
}

function parameter<Value>(
  place: In,
  name: string,
  presence: Presence<Value>,
  parse: (text: string) => unknown,
  check: Check,
): Parameter<Value> {
  const pointer = parameterPointer(place, name);
  return {
    name,
    in: place,
    read(text, errors) {
      if (text === undefined) return absent(presence, pointer, errors);
      return accept(check, parse(text), pointer, errors) as Value | undefined;
    },
  };
}

function absent<Value>(presence: Presence<Value>, pointer: string, place: Place): Value | undefined {
  if (presence.required === true) place.errors.push({ pointer, detail: "is required" });
  return presence.default;
}

// Reading is synchronous, so all parameters can share one place to be tried at.
const trial = newPlace();

function accept(check: Check, value: unknown, pointer: string, place: Place): unknown {
  check(value, trial);
  if (trial.errors.length === 0) return value;
  for (const { detail } of trial.errors.splice(0)) place.errors.push({ pointer, detail });
  return undefined;
}

const numeric = /^-?(?:0|[1-9]\d{0,308})(?:\.\d{1,308})?(?:[eE][+-]?\d{1,3})?$/;

/** Gives the text back when it is no number: the check then says what is wrong. */
function toNumber(text: string): unknown {
  return numeric.test(text) ? Number(text) : text;
}

function toBoolean(text: string): unknown {
  return text === "true" ? true : text === "false" ? false : text;
}

/** What an operation reads that takes the id of its path and nothing else. */
export const idInPath = { id: textParameter("path", "id", { required: true }) };

/** What the list of a row's changes reads. */
export const auditParameters = {
  ...idInPath,
  limit: integerParameter("query", "limit", { minimum: 1 }),
  cursor: textParameter("query", "cursor", { maxLength: 2000 }),
};
