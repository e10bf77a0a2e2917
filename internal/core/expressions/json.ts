import { Duration, UnsignedInt } from "@marcbachmann/cel-js/evaluator";
import { ExpressionError } from "./expression.ts";
import { maxResultCharacters, maxResultDepth, maxResultValues } from "./limits.ts";

interface Budget {
  values: number;
  characters: number;
}

/**
 * A CEL value as JSON, in the mapping of protobuf's JSON format: ints as numbers, timestamps as ISO 8601, durations as `1.5s`, bytes as
 * base64. The result shares nothing that can be changed with the variables. Throws an ExpressionError for what JSON cannot say.
 */
export function toJson(value: unknown): unknown {
  return convert(value, { values: maxResultValues, characters: maxResultCharacters }, 0);
}

function convert(value: unknown, budget: Budget, depth: number): unknown {
  budget.values -= 1;
  if (budget.values < 0) throw new ExpressionError("The result of this expression has too many values.");
  if (depth > maxResultDepth) throw new ExpressionError("The result of this expression is nested too deeply.");
  switch (typeof value) {
    case "string":
      return text(value, budget);
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return value;
      throw new ExpressionError(`The result of this expression is ${value}, which JSON cannot say.`);
    case "bigint":
      if (value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) return Number(value);
      throw new ExpressionError(`${value} is too large for a number in JSON: make it a string with string().`);
    case "object":
      return value === null ? null : convertObject(value, budget, depth);
    default:
      throw new ExpressionError("The result of this expression is not a value that JSON can say.");
  }
}

function convertObject(value: object, budget: Budget, depth: number): unknown {
  if (Array.isArray(value)) return value.map((item) => convert(item, budget, depth + 1));
  if (value instanceof Date) return value.toISOString();
  if (value instanceof UnsignedInt) return convert(value.valueOf(), budget, depth);
  if (value instanceof Duration) return seconds(value);
  if (value instanceof Uint8Array) return text(Buffer.from(value).toString("base64"), budget);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new ExpressionError("The result of this expression is not a value that JSON can say.");
  }
  const entries: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    // Whoever copies the result key by key must not change a prototype by it.
    if (key === "__proto__") continue;
    text(key, budget);
    entries.push([key, convert(item, budget, depth + 1)]);
  }
  return Object.fromEntries(entries);
}

function text(value: string, budget: Budget): string {
  budget.characters -= value.length;
  if (budget.characters < 0) throw new ExpressionError("The result of this expression is too long.");
  return value;
}

function seconds(duration: Duration): string {
  const nanos = Number(duration.nanos);
  const sign = duration.seconds < 0n || nanos < 0 ? "-" : "";
  const whole = duration.seconds < 0n ? -duration.seconds : duration.seconds;
  const fraction = nanos === 0 ? "" : `.${String(Math.abs(nanos)).padStart(9, "0").replace(/0+$/, "")}`;
  return `${sign}${whole}${fraction}s`;
}
