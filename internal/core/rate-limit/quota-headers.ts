import type { Quota, RateLimit } from "./rate-limiter.ts";

/** A name for headers: an item of structured fields is a quoted text (RFC 9651), and operation ids need no escape. */
const policy = (operation: string): string => `"${operation}"`;

/** `RateLimit-Policy` of an operation (IETF draft-ietf-httpapi-ratelimit-headers): the quota `q` in a window of `w` seconds. */
export const policyHeader = (operation: string, { limit, windowSeconds }: RateLimit): string =>
  `${policy(operation)};q=${limit};w=${windowSeconds}`;

/** `RateLimit` of one call, of the same draft: what remains, `r`, and the seconds until that grows, `t`. */
export const quotaHeader = (operation: string, quota: Quota): string =>
  `${policy(operation)};r=${quota.remaining};t=${secondsUntilMore(quota)}`;

/** Whole seconds after which a call is allowed again; never 0, so that nobody comes back too early. */
export const secondsUntilMore = ({ milliseconds }: Quota): number => Math.max(1, Math.ceil(milliseconds / 1000));
