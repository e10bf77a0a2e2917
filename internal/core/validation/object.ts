import { fail, maximumErrors, spent, stopsHere } from "./place.ts";
import type { Check, Validator } from "./validator.ts";

export interface Required<Value> {
  readonly required: true;
  readonly validator: Validator<Value>;
}
export interface Optional<Value> {
  readonly required: false;
  readonly validator: Validator<Value>;
}

/** A property that must be there. */
export function required<Value>(validator: Validator<Value>): Required<Value> {
  return { required: true, validator };
}

/** A property that may be absent; when it is there, it must be right. */
export function optional<Value>(validator: Validator<Value>): Optional<Value> {
  return { required: false, validator };
}

/** What must be said of each property of `Value`: an optional one cannot be declared required, nor the reverse. */
export type Properties<Value> = {
  readonly [Name in keyof Value]-?: string extends Name
    ? Required<Value[Name]> | Optional<Value[Name]>
    : Record<never, never> extends Pick<Value, Name>
      ? Optional<Exclude<Value[Name], undefined>>
      : Required<Value[Name]>;
};

export interface ObjectRules {
  /** Properties that are not named: refused, anything (unless told), or what they must be. */
  readonly additional?: boolean | Validator<unknown>;
  /** Regular expressions, and what properties must be whose names match them; those are not additional. */
  readonly patterns?: Readonly<Record<string, Validator<unknown>>>;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/**
 * An object with these properties: `object<LabelCreate>({ name: required(string()), color: optional(string()) })`. Only own properties count, so `constructor` and `__proto__` are names like others.
 */
export function object<Value extends object = Readonly<Record<string, unknown>>>(
  properties: NoInfer<Properties<Value>>,
  rules: ObjectRules = {},
): Validator<Value> {
  const named = new Map<string, { readonly required: boolean; readonly check: Check }>();
  for (const [name, property] of Object.entries<Required<unknown> | Optional<unknown>>(properties)) {
    named.set(name, { required: property.required, check: property.validator.check });
  }
  const requiredNames = [...named].filter(([, property]) => property.required).map(([name]) => name);
  const { additional = true, minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = rules;
  const other = typeof additional === "object" ? additional.check : undefined;
  const closed = additional === false;
  const patterns = Object.entries(rules.patterns ?? {}).map(([pattern, { check }]) => ({ expression: new RegExp(pattern, "u"), check }));

  return {
    check(value, place) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(place, "must be an object");
      if (stopsHere(place)) return;
      for (const name of requiredNames) {
        if (Object.hasOwn(value, name)) continue;
        place.path.push(name);
        fail(place, "is required");
        place.path.pop();
      }
      let count = 0;
      for (const name in value) {
        if (!Object.hasOwn(value, name)) continue;
        count++;
        let check = named.get(name)?.check;
        if (patterns.length > 0) check = withPatterns(name, check, patterns);
        check ??= other;
        if (check === undefined && !closed) continue;
        place.path.push(name);
        if (check !== undefined) check((value as Record<string, unknown>)[name], place);
        else fail(place, "is not a known property");
        place.path.pop();
        if (place.errors.length >= maximumErrors) return;
      }
      spent(place, count);
      if (count < minProperties) fail(place, `must have at least ${minProperties} properties`);
      if (count > maxProperties) fail(place, `must have at most ${maxProperties} properties`);
    },
  };
}

interface Pattern {
  readonly expression: RegExp;
  readonly check: Check;
}

/** What a property must be by its own name and by every pattern that its name matches; undefined when nothing says. */
function withPatterns(name: string, own: Check | undefined, patterns: readonly Pattern[]): Check | undefined {
  const checks = patterns.filter(({ expression }) => expression.test(name)).map(({ check }) => check);
  if (checks.length === 0) return own;
  return (value, place) => {
    own?.(value, place);
    for (const check of checks) check(value, place);
  };
}
