import { type Budget, ExpressionError, TooMuchWork } from "./expression.ts";
import { type CheckedNode, walk } from "./nodes.ts";
import { compilePattern, isCompiled } from "./pattern.ts";

/** Operators and functions that look at each item of the lists that they are given. */
const readsItems = new Set(["==", "!=", "in", "+", "join"]);
/** Looking up a time zone takes about as long as this many plain operators. */
const timeZoneWork = 500;
/** And compiling a pattern as long as this many, at the worst. */
const compileWork = 20_000;

/**
 * Makes a checked expression count its work, and stop above the limit. The library itself knows no limit at run time, and nested
 * macros over lists are powers of their length. Evaluation is synchronous, so that one counter serves.
 */
export function meter(root: CheckedNode): (run: () => unknown, budget: Budget) => unknown {
  let current: Budget = { left: 0 };
  const spend = (work: number): void => {
    current.left -= work;
    if (current.left < 0) throw new TooMuchWork();
  };
  walk(root, (node) => {
    const evaluate = node.meta.evaluate;
    node.meta.evaluate = (evaluator, self, scope) => {
      spend(1);
      return evaluate(evaluator, self, scope);
    };
    const name = node.op === "call" || node.op === "rcall" ? node.args[0] : node.op;
    const apply = name === "matches" ? (operands: unknown) => matches(operands, spend) : node.handle;
    if (apply === undefined) return;
    const items = readsItems.has(name);
    const extra = node.op === "rcall" && name.startsWith("get") && node.args[2].length > 0 ? timeZoneWork : 0;
    node.handle = (...operands) => {
      // A call hands over its operands as one list, an operator one by one; nodes and evaluator, which follow, weigh nothing.
      const values = Array.isArray(operands[0]) && (node.op === "call" || node.op === "rcall") ? operands[0] : operands.slice(0, 2);
      for (const value of values) spend(extra + weigh(value, items, current.left));
      const result = apply(...operands);
      spend(weigh(result, true, current.left));
      return result;
    };
  });
  return (run, budget) => {
    current = budget;
    const result = run();
    // `||` and `exists` go on after an operand that failed, this failure included.
    spend(0);
    return result;
  };
}

/** How much work it is to look at a value: 64 characters count as one. */
function weigh(value: unknown, items: boolean, enough: number): number {
  if (typeof value === "string" || value instanceof Uint8Array) return value.length >> 6;
  if (!items || !holdsItems(value)) return 0;
  let work = 0;
  const rest: object[] = [value];
  for (let next = rest.pop(); next !== undefined && work <= enough; next = rest.pop()) {
    for (const item of Array.isArray(next) ? next : Object.values(next)) {
      work += 1;
      if (typeof item === "string") work += item.length >> 6;
      else if (holdsItems(item)) rest.push(item);
    }
  }
  return work;
}

/** A list or a map. A map's own key may be called constructor: only the prototype tells. */
function holdsItems(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

/** `text.matches(pattern)` in linear time; the library would hand the pattern to a backtracking engine. */
function matches(operands: unknown, spend: (work: number) => void): boolean {
  const [text, pattern] = operands as readonly unknown[];
  if (typeof text !== "string" || typeof pattern !== "string") throw new ExpressionError("matches() compares a string with a pattern.");
  // A character class or a repetition is short to write: what it comes to is known only afterwards.
  if (!isCompiled(pattern)) spend(compileWork);
  const compiled = compilePattern(pattern);
  // Each character may meet each instruction of the program.
  spend(Math.ceil((text.length * compiled.programSize()) / 32));
  return compiled.test(text);
}
