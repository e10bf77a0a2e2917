import { ExpressionError } from "./expression.ts";
import { maxWork } from "./limits.ts";
import { type CheckedNode, walk } from "./nodes.ts";
import { compilePattern } from "./pattern.ts";

/** Operators and functions that look at each item of the lists that they are given. */
const readsItems = new Set(["==", "!=", "in", "+", "join"]);
/** Looking up a time zone takes about as long as this many plain operators. */
const timeZoneWork = 500;

/**
 * Makes a checked expression count its work, and stop above the limit. The library itself knows no limit at run time, and nested
 * macros over lists are powers of their length. Evaluation is synchronous, so that one counter serves.
 */
export function meter(root: CheckedNode): (run: () => unknown) => unknown {
  let left = 0;
  const spend = (work: number): void => {
    left -= work;
    if (left < 0) throw new ExpressionError("This expression takes too much work: loop over less data, or use a tool for it.");
  };
  walk(root, (node) => {
    const evaluate = node.meta.evaluate;
    node.meta.evaluate = (evaluator, self, scope) => {
      spend(1);
      return evaluate(evaluator, self, scope);
    };
    const name = node.op === "call" || node.op === "rcall" ? node.args[0] : node.op;
    const apply = name === "matches" ? matches : node.handle;
    if (apply === undefined) return;
    const items = readsItems.has(name);
    const extra = node.op === "rcall" && name.startsWith("get") && node.args[2].length > 0 ? timeZoneWork : 0;
    node.handle = (...operands) => {
      // A call hands over its operands as one list, an operator one by one; nodes and evaluator, which follow, weigh nothing.
      const values = Array.isArray(operands[0]) && (node.op === "call" || node.op === "rcall") ? operands[0] : operands.slice(0, 2);
      for (const value of values) spend(extra + weigh(value, items, left));
      const result = apply(...operands);
      spend(weigh(result, true, left));
      return result;
    };
  });
  return (run) => {
    left = maxWork;
    const result = run();
    // `||` and `exists` go on after an operand that failed, this failure included.
    spend(0);
    return result;
  };
}

/** How much work it is to look at a value: 64 characters count as one. */
function weigh(value: unknown, items: boolean, enough: number): number {
  if (typeof value === "string" || value instanceof Uint8Array) return value.length >> 6;
  if (!items || typeof value !== "object" || value === null || !(Array.isArray(value) || value.constructor === Object)) return 0;
  let work = 0;
  const rest: object[] = [value];
  for (let next = rest.pop(); next !== undefined && work <= enough; next = rest.pop()) {
    for (const item of Array.isArray(next) ? next : Object.values(next)) {
      work += 1;
      if (typeof item === "string") work += item.length >> 6;
      else if (typeof item === "object" && item !== null && (Array.isArray(item) || item.constructor === Object)) rest.push(item);
    }
  }
  return work;
}

/** `text.matches(pattern)` in linear time; the library would hand the pattern to a backtracking engine. */
function matches(operands: unknown): boolean {
  const [text, pattern] = operands as readonly unknown[];
  if (typeof text !== "string" || typeof pattern !== "string") throw new ExpressionError("matches() compares a string with a pattern.");
  return compilePattern(pattern).matcher(text).find();
}
