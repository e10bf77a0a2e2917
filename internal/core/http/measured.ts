import type { Handler } from "hono";
import { after, type Eventual } from "../eventual/eventual.ts";
import type { Observe } from "../telemetry/metrics.ts";

/** Measures how long an operation takes to answer, by the status of its answer; of a stream, to begin. */
export function measured(operation: string, handler: Handler, observe: Observe): Handler {
  return (c, next) => {
    const began = performance.now();
    return after(handler(c, next) as Eventual<Response>, (response) => {
      observe({ operation, status: String(response.status) }, (performance.now() - began) / 1000);
      return response;
    });
  };
}
