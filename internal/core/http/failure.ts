import { Problem, problem } from "../problems/problem.ts";
import type { Log } from "../telemetry/log.ts";
import { declaredFailure, Failure } from "./declared-failure.ts";

/** Turns whatever was thrown into what may be told. What is inside an unknown error goes to the log only. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return problem.internal("The server failed to do this. The error is in its log under the request id given as `instance`.", {
    cause: error,
  });
}

/** The answer to a failed request: RFC 9457 `application/problem+json`. Failures of the server are logged here, once. */
export function failureResponse(error: unknown, requestId: string, operation: string, log: Log): Response {
  if (error instanceof Failure) {
    if (error.told.status >= 500) log.error({ err: error, request: requestId, operation }, error.message);
    return declaredFailure(error, requestId);
  }
  const told = toProblem(error);
  if (told.status >= 500) log.error({ err: told.cause ?? told, request: requestId, operation }, told.title);
  return new Response(JSON.stringify(told.document(requestId)), {
    status: told.status,
    headers: {
      ...told.headers,
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Request-Id": requestId,
    },
  });
}
