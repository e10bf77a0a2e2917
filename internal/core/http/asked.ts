import type { Context as HonoContext } from "hono";
import { requestIdOf } from "./correlation.ts";
import type { QuotaHeaders } from "./quota.ts";

/** One request on its way through an operation. */
export interface Asked {
  readonly c: HonoContext;
  readonly request: Request;
  readonly requestId: string;
  /** What is left of a quota, once it was counted: the answer tells, a refusal too. */
  left: QuotaHeaders | undefined;
}

export function askedBy(c: HonoContext): Asked {
  const request = c.req.raw;
  return { c, request, requestId: requestIdOf(request.headers), left: undefined };
}
