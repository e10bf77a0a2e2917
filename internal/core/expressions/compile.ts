import { type ErrorLocation, EvaluationError, ParseError, TypeError as TypeFault } from "@marcbachmann/cel-js";
import { LRUCache } from "lru-cache";
import { environment } from "./environment.ts";
import { type Expression, type ExpressionFault, type LiteralPattern, positionAt } from "./expression.ts";
import { maxTextLength } from "./limits.ts";
import { meter } from "./meter.ts";
import { type CheckedNode, walk } from "./nodes.ts";
import { referencesOf } from "./references.ts";

/** By text, bounded by their number and by the characters of all together: a tree takes some 300 times the memory of its text. */
const cache = new LRUCache<string, Expression | ExpressionFault>({
  max: 5_000,
  maxSize: 500_000,
  sizeCalculation: (_, text) => text.length + 200,
});

/** Parses and checks a CEL expression over `input` and `steps`. Gives the fault, with its place in the text, when it is none. */
export function compile(text: string): Expression | ExpressionFault {
  const kept = cache.get(text);
  if (kept !== undefined) return kept;
  const made = compileAnew(text);
  cache.set(text, made);
  return made;
}

function compileAnew(text: string): Expression | ExpressionFault {
  if (text.length > maxTextLength) return fault(text, maxTextLength, `An expression may have ${maxTextLength} characters at the most.`);
  if (text.trim() === "") return fault(text, 0, "Write an expression here: a text stands in quotes.");
  try {
    const parsed = environment.parse(text);
    const check = parsed.check();
    if (check.error) return faultOf(text, check.error);
    const references = referencesOf(text, parsed.ast);
    if ("kind" in references) return references;
    const root = parsed.ast as CheckedNode;
    const metered = meter(root);
    let constant = true;
    const patterns: LiteralPattern[] = [];
    walk(root, (node) => {
      if (node.op === "id" && (node.args === "input" || node.args === "steps")) constant = false;
      const pattern = literalPattern(node);
      if (pattern) patterns.push({ text: String(pattern.args), position: positionAt(text, pattern.start) });
    });
    const run: Expression["run"] = (variables, budget) => metered(() => parsed({ ...variables }), budget);
    return { kind: "expression", text, references, constant, patterns, run };
  } catch (error) {
    return faultOf(text, error);
  }
}

/** The pattern of `….matches("…")`, when it stands there. */
function literalPattern(node: CheckedNode): CheckedNode | undefined {
  if (node.op !== "rcall" || node.args[0] !== "matches") return undefined;
  const pattern = node.args[2][0] as CheckedNode | undefined;
  return pattern?.op === "value" && typeof pattern.args === "string" ? pattern : undefined;
}

function faultOf(text: string, error: unknown): ExpressionFault {
  if (error instanceof ParseError || error instanceof TypeFault || error instanceof EvaluationError) {
    const node: ErrorLocation | undefined = error.node;
    return fault(text, error.range?.start ?? node?.start ?? 0, sentence(error.summary));
  }
  // The parser recurses: a text can be deep in a way that its own limit does not count.
  if (error instanceof RangeError) return fault(text, 0, "This expression is nested too deeply.");
  throw error;
}

function fault(text: string, offset: number, message: string): ExpressionFault {
  return { kind: "fault", text, message, position: positionAt(text, Math.min(offset, text.length)) };
}

/** The library's messages begin in lower case and end without a full stop. */
function sentence(message: string): string {
  const line = message.split("\n", 1)[0] ?? message;
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.!?]$/.test(line) ? "" : "."}`;
}
