import { EvaluationError } from "@marcbachmann/cel-js";
import { type Expression, ExpressionError, type Variables } from "./expression.ts";
import { toJson } from "./json.ts";

/** The value of an expression as JSON. Throws an ExpressionError, whose message says what its author can do. */
export function evaluate(expression: Expression, variables: Variables): unknown {
  try {
    return toJson(expression.run(variables));
  } catch (error) {
    if (error instanceof ExpressionError) throw error;
    if (error instanceof EvaluationError) throw new ExpressionError(error.summary, { cause: error });
    // A string or a stack grew beyond what the engine allows.
    if (error instanceof RangeError) throw new ExpressionError("This expression makes too large a value.", { cause: error });
    throw error;
  }
}
