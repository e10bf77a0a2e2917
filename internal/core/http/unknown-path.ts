import type { Hono, NotFoundHandler } from "hono";
import { Problem, problem } from "../problems/problem.ts";
import { requestIdOf } from "./correlation.ts";
import { failureResponse } from "./failure.ts";
import type { HttpParts } from "./mount.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * Answers what no route took, for `app.notFound`. Below `basePath`: 405 with Allow when the path has other methods, OPTIONS with Allow, else 404.
 * Elsewhere `otherwise` answers, which serves the pages. Pages must not be a wildcard route of the app: that would take these paths.
 */
export function unknownPath(app: Hono, basePath: string, parts: HttpParts, otherwise: NotFoundHandler): NotFoundHandler {
  return (c) => {
    const { path, method } = c.req;
    if (path !== basePath && !path.startsWith(`${basePath}/`)) return otherwise(c);
    const requestId = requestIdOf(c.req.raw.headers);
    const allowed = methods.filter((candidate) => app.router.match(candidate, path)[0].length > 0);
    if (allowed.includes("GET")) allowed.push("HEAD");
    if (allowed.length === 0) {
      return failureResponse(problem.notFound(`There is nothing at ${path}.`), requestId, "unknown", parts.log, parts.tell);
    }
    const headers = { Allow: [...allowed, "OPTIONS"].join(", ") };
    // No CORS headers on purpose: only pages of this origin may call.
    if (method === "OPTIONS") return new Response(null, { status: 204, headers: { ...headers, "X-Request-Id": requestId } });
    const refusal = new Problem(405, "method-not-allowed", "Method not allowed", `${path} answers ${headers.Allow}, not ${method}.`, {
      headers,
    });
    return failureResponse(refusal, requestId, "unknown", parts.log, parts.tell);
  };
}
