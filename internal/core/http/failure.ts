import { Problem, problem } from "../problems/problem.ts";
import type { Log } from "../telemetry/log.ts";
import { traceFields } from "../telemetry/traceparent.ts";
import { declaredFailure, Failure } from "./declared-failure.ts";
import type { TellProblem } from "./tell-problem.ts";

/** Turns whatever was thrown into what may be told. What is inside an unknown error goes to the log only. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return problem.internal("The server failed to do this. The error is in its log under the request id given as `instance`.", {
    cause: error,
  });
}

/** The answer to a failed request: RFC 9457 `application/problem+json`, unless `tell` says it differently. Failures of the server are logged here, once. */
export function failureResponse(
  error: unknown,
  requestId: string,
  operation: string,
  log: Log,
  tell?: TellProblem,
  trace?: string,
): Response {
  if (error instanceof Failure) {
    if (error.told.status >= 500) log.error({ err: error, request: requestId, operation, ...traceFields(trace) }, error.message);
    return declaredFailure(error, requestId);
  }
  const told = toProblem(error);
  if (told.status >= 500) log.error({ err: told.cause ?? told, request: requestId, operation, ...traceFields(trace) }, told.title);
  const { status, body } = tell === undefined ? { status: told.status, body: told.document(requestId) } : tell(told);
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...told.headers,
      "Content-Type": tell === undefined ? "application/problem+json" : "application/json",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Request-Id": requestId,
    },
  });
}
