import type { Handler } from "hono";
import type { Observe } from "../telemetry/metrics.ts";

/** Measures how long an operation takes to answer, by the status of its answer; of a stream, to begin. */
export function measured(operation: string, handler: Handler, observe: Observe): Handler {
  return async (c, next) => {
    const began = performance.now();
    const response = (await handler(c, next)) as Response;
    observe({ operation, status: String(response.status) }, (performance.now() - began) / 1000);
    return response;
  };
}
