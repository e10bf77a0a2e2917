import { evaluate } from "./evaluate.ts";
import { type Budget, type Expression, ExpressionError, type ExpressionFault, TooMuchWork } from "./expression.ts";

/** Expressions by the name that each one's value gets. */
export type Named = readonly (readonly [name: string, expression: Expression | ExpressionFault])[];

/** What the expressions see, as JSON; null for nothing. */
export interface Sources {
  readonly input: string | null;
  readonly steps: Readonly<Record<string, string | null>>;
}

/** The values of all, or the first that could not be evaluated, with a sentence for its author. */
export type Values = { readonly kind: "values"; readonly values: Readonly<Record<string, unknown>> } | FailedValue;

export interface FailedValue {
  readonly kind: "failed";
  readonly name: string;
  readonly message: string;
  /** Only for want of budget: with more of it, it may succeed. */
  readonly spent: boolean;
}

/** Evaluates expressions one after the other, from one budget. */
export function evaluateAll(named: Named, { input, steps }: Sources, budget: Budget): Values {
  const read = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
  const variables = { input: read(input), steps: Object.fromEntries(Object.entries(steps).map(([step, text]) => [step, read(text)])) };
  const values: [string, unknown][] = [];
  for (const [name, expression] of named) {
    if (expression.kind === "fault") return { kind: "failed", name, message: expression.message, spent: false };
    try {
      values.push([name, evaluate(expression, variables, budget)]);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return { kind: "failed", name, message: error.message, spent: error instanceof TooMuchWork };
    }
  }
  return { kind: "values", values: Object.fromEntries(values) };
}
