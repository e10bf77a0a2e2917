import { Hono } from "hono";
import type { ProcessTokens } from "../auth/process-token.ts";
import { type Context, noClient } from "../context/context.ts";
import type { Database } from "../database/database.ts";
import { problem } from "../problems/problem.ts";
import type { Log } from "../telemetry/log.ts";
import type { Observe } from "../telemetry/metrics.ts";
import { noTracing, type Tracing } from "../telemetry/tracing.ts";
import { requestIdOf, traceOf } from "./correlation.ts";
import { failureResponse } from "./failure.ts";
import { readJson } from "./json-body.ts";
import { timeoutHeader } from "./remote-request.ts";
import { requestContext } from "./request-context.ts";

/** Where processes of the platform call what only they may. */
export const internalPath = "/internal/v1";

/** A domain that this process serves, and the operations that only other domains may call. */
export interface InternalService {
  readonly domain: string;
  readonly operations: readonly string[];
  readonly service: unknown;
}

export interface InternalParts {
  readonly tokens: ProcessTokens;
  readonly database: Database;
  readonly log: Log;
  readonly tracing?: Tracing;
  /** Notes how long calls take. */
  readonly observe?: Observe | undefined;
}

type Call = (ctx: Context, input: unknown) => Promise<unknown>;

const longest = 30_000;

/**
 * Serves `POST /{domain}/{operation}` to other processes of the platform, and to nobody else: who has no token of a process learns nothing, not
 * even what there is. The input is `input` of the JSON sent; each call is one transaction.
 */
export function internalRoutes(
  services: readonly InternalService[],
  { tokens, database, log, tracing = noTracing, observe }: InternalParts,
): Hono {
  const calls = new Map<string, Call>();
  for (const { domain, operations, service } of services) {
    for (const operation of operations) {
      const method = (service as Readonly<Record<string, Call>>)[operation];
      if (method !== undefined) calls.set(`${domain}/${operation}`, (ctx, input) => method.call(service, ctx, input));
    }
  }

  return new Hono().post("/:domain/:operation", async (c) => {
    const request = c.req.raw;
    const requestId = requestIdOf(request.headers);
    const name = `${c.req.param("domain")}/${c.req.param("operation")}`;
    const began = performance.now();
    const response = await answer();
    // Whoever has no token could make names up.
    if (calls.has(name)) observe?.({ operation: name, status: String(response.status) }, (performance.now() - began) / 1000);
    return response;

    async function answer(): Promise<Response> {
      try {
        const caller = await tokens.authenticate(request.headers.get("authorization") ?? "");
        const call = calls.get(name);
        if (call === undefined) throw problem.notFound(`This process does not serve ${name}.`);
        const body = (await readJson(request)) as { readonly input?: unknown } | undefined;
        const given = Number(request.headers.get(timeoutHeader) ?? longest);
        const milliseconds = given > 0 ? Math.min(given, longest) : longest;
        const until = Date.now() + milliseconds;
        const span = {
          name: `POST ${internalPath}/${name}`,
          kind: "server",
          remote: true,
          attributes: { "archwright.operation": name },
        } as const;
        const result = await tracing.within(traceOf(request.headers), span, (trace) => {
          const ctx = requestContext(request, log, caller, requestId, trace, until, () => noClient.address);
          const late = setTimeout(() => ctx.life.end(problem.timeout("The domain did not finish this in time.")), milliseconds);
          return database.transact(ctx, (ctx) => call(ctx, body?.input)).finally(() => clearTimeout(late));
        });
        return result === undefined ? c.body(null, 204) : c.json(result);
      } catch (error) {
        return failureResponse(error, requestId, name, log, undefined, traceOf(request.headers));
      }
    }
  });
}
