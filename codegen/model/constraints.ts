import { describe, isTrue, type MapNode } from "../read/node.ts";
import type { Constraints } from "./json-schema.ts";
import type { View } from "./registry.ts";

const counts = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"] as const;
const numbers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const;

const byType: Readonly<Record<string, readonly (keyof Constraints)[]>> = {
  string: ["minLength", "maxLength", "pattern"],
  number: numbers,
  integer: numbers,
  array: ["minItems", "maxItems", "uniqueItems"],
  object: ["minProperties", "maxProperties"],
};

/** The assertions of JSON Schema validation (2020-12, section 6) that concern `type`, or all of them without one. */
export function constraintsOf(node: MapNode, view: View, type?: string): Constraints {
  const wanted = type === undefined ? Object.values(byType).flat() : (byType[type] ?? []);
  const result: { -readonly [Name in keyof Constraints]: Constraints[Name] } = {};
  for (const name of wanted) {
    const value = node.entries.get(name)?.value;
    if (value === undefined) continue;
    const plain = value.kind === "scalar" ? value.value : undefined;
    // OpenAPI 3.0: a flag on the bound beside it. See `boundsOf`.
    if (typeof plain === "boolean" && (name === "exclusiveMinimum" || name === "exclusiveMaximum") && isOld(view)) continue;
    if (isOneOf(counts, name) && Number.isSafeInteger(plain) && Number(plain) >= 0) result[name] = Number(plain);
    else if (isOneOf(numbers, name) && typeof plain === "number" && (name !== "multipleOf" || plain > 0)) result[name] = plain;
    else if (name === "uniqueItems" && typeof plain === "boolean") result[name] = plain;
    else if (name === "pattern" && typeof plain === "string" && patternOf(plain, view) !== undefined)
      result[name] = patternOf(plain, view) ?? "";
    else if (name === "pattern" && typeof plain === "string")
      view.problems.add("wrongType", value, `This pattern is no regular expression (ECMA-262): ${fault(plain)}.`);
    else view.problems.add("wrongType", value, `${name} must be ${demand(name)}, not ${describe(value)}.`);
  }
  return isOld(view) ? exclusive(node, result) : result;
}

const isOld = ({ spec }: View): boolean => spec.version === "3.0" || spec.plain;

/** What OpenAPI 3.0 says with a flag beside the bound, as JSON Schema 2020-12 says it. */
function exclusive(node: MapNode, { minimum, maximum, ...rest }: Constraints): Constraints {
  return {
    ...rest,
    ...(minimum === undefined ? {} : isTrue(node, "exclusiveMinimum") ? { exclusiveMinimum: minimum } : { minimum }),
    ...(maximum === undefined ? {} : isTrue(node, "exclusiveMaximum") ? { exclusiveMaximum: maximum } : { maximum }),
  };
}

function demand(name: keyof Constraints): string {
  if (name === "pattern") return "a regular expression as text";
  if (name === "uniqueItems") return "true or false";
  if (name === "multipleOf") return "a number above 0";
  return isOneOf(counts, name) ? "a whole number from 0" : "a number";
}

/** Whether a text is a regular expression as JSON Schema wants them. */
function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** A pattern as a regular expression with the flag `u`. Documents of others often escape what needs no escape, which the flag forbids. */
export function patternOf(text: string, { spec }: View): string | undefined {
  if (isPattern(text)) return text;
  const plainer = text.replaceAll(/\\([^\w^$\\.*+?()[\]{}|/-])/g, "$1");
  if (!spec.plain) return undefined;
  return [plainer, plainer.replaceAll(/(?<!\[[^\]]*)\\-/g, "-")].find(isPattern);
}

/** What the engine says of it, which begins with the expression itself. */
function fault(text: string): string {
  try {
    return String(new RegExp(text, "u"));
  } catch (error) {
    return String(error).slice(String(error).lastIndexOf(": ") + 2);
  }
}

const isOneOf = <Name extends string>(names: readonly Name[], name: string): name is Name => (names as readonly string[]).includes(name);
