import { hash } from "node:crypto";
import { problem } from "../problems/problem.ts";
import { secondsUntilMore } from "./quota-headers.ts";
import type { RateLimiter } from "./rate-limiter.ts";

/** How often something may be tried for one account, wherever the tries come from. */
export interface AccountLimit {
  /** What is tried: `signIn`. Each has a count of its own. */
  readonly what: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

/**
 * Counts the tries for an account: call it with what names the account before anything is looked up, so that known and unknown ones
 * are counted alike. Throws a 429 problem with Retry-After. Only a hash of the name is kept.
 */
export function accountLimit(limiter: RateLimiter, { what, limit, windowSeconds }: AccountLimit): (account: string) => Promise<void> {
  return async (account) => {
    const quota = await limiter.take(`${what} account ${hash("sha256", account, "base64url")}`, { limit, windowSeconds, by: "user" });
    if (quota.allowed) return;
    const seconds = secondsUntilMore(quota);
    throw problem.tooMany(`This was tried ${limit} times in ${windowSeconds} seconds for one account. Try again in ${seconds} s.`, {
      headers: { "Retry-After": String(seconds) },
    });
  };
}
