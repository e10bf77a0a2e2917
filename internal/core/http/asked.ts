import type { Context as HonoContext } from "hono";
import { requestIdOf, traceOf } from "./correlation.ts";
import type { QuotaHeaders } from "./quota.ts";
import { spanOf } from "./traced.ts";

/** One request on its way through an operation. */
export interface Asked {
  readonly c: HonoContext;
  readonly request: Request;
  readonly requestId: string;
  /** Where it stands in a trace: in the span of its own where it has one, else where its sender says. */
  readonly trace: string | undefined;
  /** What is left of a quota, once it was counted: the answer tells, a refusal too. */
  left: QuotaHeaders | undefined;
}

export function askedBy(c: HonoContext): Asked {
  const request = c.req.raw;
  const { headers } = request;
  return { c, request, requestId: requestIdOf(headers), trace: spanOf(c) ?? traceOf(headers), left: undefined };
}
