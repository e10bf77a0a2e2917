import { Environment } from "@marcbachmann/cel-js";
import { maxDepth, maxLiteralItems, maxNodes } from "./limits.ts";

/** The names that an expression may use. */
export const roots = ["input", "steps"] as const;

/**
 * CEL with two variables and no functions beyond the standard. JSON knows one kind of number, which CEL reads as double, while a
 * literal `1` is an int: arithmetic between the two is added, or `input.count + 1` would not work.
 */
export const environment = build();

function build(): Environment {
  const cel = new Environment({
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: maxNodes, maxDepth, maxListElements: maxLiteralItems, maxMapEntries: maxLiteralItems, maxCallArguments: 16 },
  });
  for (const root of roots) cel.registerVariable(root, "dyn");
  const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
    "+": (left, right) => left + right,
    "-": (left, right) => left - right,
    "*": (left, right) => left * right,
    "/": (left, right) => left / right,
    "%": (left, right) => left % right,
  };
  for (const [operator, apply] of Object.entries(arithmetic)) {
    const mixed = (left: unknown, right: unknown) => apply(Number(left), Number(right));
    cel.registerOperator(`int ${operator} double: double`, mixed);
    cel.registerOperator(`double ${operator} int: double`, mixed);
  }
  cel.registerOperator("double % double: double", (left: number, right: number) => left % right);
  return cel;
}
