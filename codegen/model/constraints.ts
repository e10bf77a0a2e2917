import type { Problems } from "../diagnostics/problems.ts";
import { describe, type MapNode } from "../read/node.ts";
import type { Constraints } from "./model.ts";

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
export function constraintsOf(node: MapNode, problems: Problems, type?: string): Constraints {
  const wanted = type === undefined ? Object.values(byType).flat() : (byType[type] ?? []);
  const result: { -readonly [Name in keyof Constraints]: Constraints[Name] } = {};
  for (const name of wanted) {
    const value = node.entries.get(name)?.value;
    if (value === undefined) continue;
    const plain = value.kind === "scalar" ? value.value : undefined;
    if (isOneOf(counts, name) && Number.isSafeInteger(plain) && Number(plain) >= 0) result[name] = Number(plain);
    else if (isOneOf(numbers, name) && typeof plain === "number" && (name !== "multipleOf" || plain > 0)) result[name] = plain;
    else if (name === "uniqueItems" && typeof plain === "boolean") result[name] = plain;
    else if (name === "pattern" && typeof plain === "string" && isPattern(plain)) result[name] = plain;
    else if (name === "pattern" && typeof plain === "string")
      problems.add("wrongType", value, `This pattern is no regular expression (ECMA-262): ${fault(plain)}.`);
    else problems.add("wrongType", value, `${name} must be ${demand(name)}, not ${describe(value)}.`);
  }
  return result;
}

function demand(name: keyof Constraints): string {
  if (name === "pattern") return "a regular expression as text";
  if (name === "uniqueItems") return "true or false";
  if (name === "multipleOf") return "a number above 0";
  return isOneOf(counts, name) ? "a whole number from 0" : "a number";
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
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
