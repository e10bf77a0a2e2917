import type { Handler } from "hono";
import type { Replica } from "../database/replica.ts";
import { cookieOf } from "./cookie.ts";
import type { Operation } from "./operation.ts";

/** Pages take it away when they know of something newer: web/src/api/query-client.ts. */
const cookieName = "archwright_seen";
/** Without a request for so long a caller is as one who has never come. */
const keptSeconds = 3600;
/** Answers may overtake one another on their way: who has sent two writes at once may be left with the mark of the first. */
const overtaken = 1000;

/** Until when callers have seen what there is: from then on, a replica may answer them. */
export interface Seen {
  /** Whether what is read for this request may be stale. */
  mayBeStale(request: Request): boolean;
  /** Tells the caller what to show next time. */
  marked(operation: Operation<never>, handler: Handler): Handler;
}

/**
 * Callers see what they wrote, whichever process they ask next: the answer to whatever may write carries a cookie (RFC 6265) with the
 * time until which it happened, by the clock of the database, and a replica answers those only who show a time that it has passed.
 * Whoever shows none, because they keep no cookies, may have written anything, and is answered by the first database.
 */
export function seenBy(replica: Replica, secure: boolean): Seen {
  const timeOf = (request: Request): number | undefined => {
    const shown = cookieOf(request.headers.get("cookie"), cookieName);
    return shown !== undefined && /^\d{13,15}$/.test(shown) ? Number(shown) : undefined;
  };
  const cookie = (): string => {
    const now = replica.now();
    const [value, seconds] = now === undefined ? ["", 0] : [now + overtaken, keptSeconds];
    return `${cookieName}=${value}; Path=/; SameSite=Lax; Max-Age=${seconds}${secure ? "; Secure" : ""}`;
  };
  return {
    mayBeStale(request) {
      const seen = timeOf(request);
      return seen !== undefined && replica.holds(seen);
    },
    marked({ method, stale }, handler) {
      const writes = method !== "get" && method !== "head" && method !== "options";
      if (!writes && stale !== true) return handler;
      return async (c, next) => {
        const response = (await handler(c, next)) as Response;
        if (writes || timeOf(c.req.raw) === undefined) response.headers.append("Set-Cookie", cookie());
        return response;
      };
    },
  };
}
