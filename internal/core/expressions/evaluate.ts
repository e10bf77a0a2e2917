import { EvaluationError } from "@marcbachmann/cel-js";
import { type Budget, type Expression, ExpressionError, type Variables } from "./expression.ts";
import { toJson } from "./json.ts";
import { maxWork } from "./limits.ts";

/**
 * The value of an expression as JSON. Throws an ExpressionError, whose message says what its author can do, and nothing else: what data
 * can do to the library is no failure of the server.
 */
export function evaluate(expression: Expression, variables: Variables, budget: Budget = { left: maxWork }): unknown {
  try {
    return toJson(expression.run(variables, budget));
  } catch (error) {
    if (error instanceof ExpressionError) throw error;
    if (error instanceof EvaluationError) throw new ExpressionError(error.summary, { cause: error });
    // A string or a stack grew beyond what the engine allows.
    if (error instanceof RangeError) throw new ExpressionError("This expression makes too large a value.", { cause: error });
    throw new ExpressionError("This expression cannot be evaluated with these data.", { cause: error });
  }
}
