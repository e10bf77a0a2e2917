import type { HttpBindings } from "@hono/node-server";
import type { Context as HonoContext } from "hono";
import type { Caller } from "../auth/caller.ts";
import { problem } from "../problems/problem.ts";
import { policyHeader, quotaHeader, secondsUntilMore } from "../rate-limit/quota-headers.ts";
import type { Quota } from "../rate-limit/rate-limiter.ts";
import { type Effects, needed } from "./effects.ts";
import type { Operation } from "./operation.ts";

/** Headers that tell a caller of its quota. */
export type QuotaHeaders = Readonly<Record<string, string>>;

/** Counts one request. Gives the headers for its answer. @throws a 429 problem, which carries them too */
export interface QuotaCheck {
  /** Whether it is to be asked before anybody looks who calls: addresses are counted first, so that guessing tokens costs as well. */
  readonly first: boolean;
  take(c: HonoContext, caller: Caller | undefined): Promise<QuotaHeaders>;
}

/** How the requests of an operation are counted; undefined when they are not. */
export function quotaCheck({ id, rateLimit }: Operation<never>, effects: Effects): QuotaCheck | undefined {
  if (rateLimit === undefined) return undefined;
  const limiter = needed(effects.rateLimiter, id, "a rate limiter");
  const { by } = rateLimit;
  const whose =
    by === "ip"
      ? byAddress(id, effects)
      : (_: HonoContext, caller: Caller | undefined) => (by === "user" ? idOf(caller) : caller?.organization);
  const policy = policyHeader(id, rateLimit);

  function headers(quota: Quota): QuotaHeaders {
    return { "RateLimit-Policy": policy, RateLimit: quotaHeader(id, quota) };
  }
  return {
    first: by === "ip",
    async take(c, caller) {
      const quota = await limiter.take(`${id} ${by} ${whose(c, caller) ?? ""}`, rateLimit);
      if (quota.allowed) return headers(quota);
      const seconds = secondsUntilMore(quota);
      throw problem.tooMany(
        `${id} may be called ${rateLimit.limit} times in ${rateLimit.windowSeconds} seconds by one ${counted[by]}. Try again in ${seconds} s.`,
        { headers: { ...headers(quota), "Retry-After": String(seconds) } },
      );
    },
  };
}

const counted = { ip: "address", user: "person", organization: "organization" } as const;

function byAddress(id: string, effects: Effects): (c: HonoContext) => string {
  const addressOf = needed(effects.clientAddress, id, "to know the addresses of clients");
  return (c) => addressOf(c.req.raw.headers, c.env as Partial<HttpBindings> | undefined);
}

/** Who calls; nobody's calls are counted together. */
const idOf = (caller: Caller | undefined): string | undefined =>
  caller === undefined || caller.actor.kind === "anonymous" ? undefined : caller.actor.id;
