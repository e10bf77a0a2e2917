import type { Context, Handler } from "hono";
import type { Tracing } from "../telemetry/tracing.ts";
import { traceOf } from "./correlation.ts";
import type { Operation } from "./operation.ts";

const variable = "trace";

/** Records each request of an operation in a span that goes on with its sender's trace; of a stream, its beginning. */
export function traced({ id, method, path }: Operation<never>, handler: Handler, tracing: Tracing): Handler {
  const verb = method.toUpperCase();
  const attributes = { "http.request.method": verb, "http.route": path, "archwright.operation": id };
  const what = { name: `${verb} ${path}`, kind: "server", remote: true, attributes } as const;
  return (c, next) =>
    tracing.within(traceOf(c.req.raw.headers), what, async (trace, note) => {
      c.set(variable, trace);
      const response = (await handler(c, next)) as Response;
      note({ "http.response.status_code": response.status }, response.status >= 500);
      return response;
    });
}

/** The traceparent of the span that `traced` has begun for a request. */
export const spanOf = (c: Context): string | undefined => c.get(variable) as string | undefined;
