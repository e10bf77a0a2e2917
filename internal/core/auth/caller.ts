import type { Actor } from "../context/context.ts";
import { problem } from "../problems/problem.ts";

/** Who a token speaks for. */
export interface Caller {
  readonly user: string;
  readonly session: string;
  /** "" when the user acts in no organization. */
  readonly organization: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** Until when the token speaks for them, in milliseconds since the epoch. */
  readonly expires: number;
  /** Set when another process of the platform asks: in whose name. It has checked what people may do, as a call within one process has. */
  readonly service?: Actor;
}

/** Reads an Authorization header. Gives the caller at once when it knows the token; throws or rejects with a 401 problem. */
export type Authenticate = (authorization: string | null) => Caller | Promise<Caller>;

/** The 401 for a request without credentials (RFC 6750: no error code then). */
export function missingToken(): Error {
  return problem.unauthenticated("This needs an access token: send it as `Authorization: Bearer <token>`.", {
    headers: { "WWW-Authenticate": "Bearer" },
  });
}

/** The 401 for credentials that are not accepted; `detail` must not tell an attacker which check failed. */
export function invalidToken(detail: string, cause?: unknown): Error {
  return problem.unauthenticated(detail, { headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' }, cause });
}
