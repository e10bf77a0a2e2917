import { type ErrorLocation, EvaluationError, ParseError, TypeError as TypeFault } from "@marcbachmann/cel-js";
import { LRUCache } from "lru-cache";
import { environment } from "./environment.ts";
import { type Expression, ExpressionError, type ExpressionFault, positionAt } from "./expression.ts";
import { maxTextLength } from "./limits.ts";
import { meter } from "./meter.ts";
import { type CheckedNode, walk } from "./nodes.ts";
import { compilePattern } from "./pattern.ts";
import { referencesOf } from "./references.ts";

/** By text, bounded by their number and by the characters of all together. */
const cache = new LRUCache<string, Expression | ExpressionFault>({
  max: 5_000,
  maxSize: 5_000_000,
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
    const wrong = wrongPattern(text, root);
    if (wrong) return wrong;
    const metered = meter(root);
    let constant = true;
    walk(root, (node) => {
      if (node.op === "id" && (node.args === "input" || node.args === "steps")) constant = false;
    });
    return { kind: "expression", text, references, constant, run: (variables) => metered(() => parsed({ ...variables })) };
  } catch (error) {
    return faultOf(text, error);
  }
}

function wrongPattern(text: string, root: CheckedNode): ExpressionFault | undefined {
  let found: ExpressionFault | undefined;
  walk(root, (node) => {
    if (node.op !== "rcall" || node.args[0] !== "matches") return;
    const pattern = node.args[2][0];
    if (pattern?.op !== "value" || typeof pattern.args !== "string") return;
    try {
      compilePattern(pattern.args);
    } catch (error) {
      found ??= fault(text, pattern.start, error instanceof ExpressionError ? error.message : "This pattern cannot be used.");
    }
  });
  return found;
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
  return { kind: "fault", message, position: positionAt(text, Math.min(offset, text.length)) };
}

/** The library's messages begin in lower case and end without a full stop. */
function sentence(message: string): string {
  const line = message.split("\n", 1)[0] ?? message;
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.!?]$/.test(line) ? "" : "."}`;
}
