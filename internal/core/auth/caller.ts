import type { Actor, Teams } from "../context/context.ts";
import { problem } from "../problems/problem.ts";

/** Who makes a request, and what they may do at this moment. */
export interface Caller {
  readonly actor: Actor;
  /** "" when they act in no organization. */
  readonly organization: string;
  readonly roles: readonly string[];
  readonly teams: Teams;
  readonly permissions: ReadonlySet<string>;
  /** Whether they run the platform, and may act in other organizations by id. */
  readonly administrator: boolean;
  /** Until when what they showed speaks for them, in milliseconds since the epoch. */
  readonly expires: number;
  /** Another process of the platform asks, in the name of `actor`: what people may do was checked there, as for a call within one process. */
  readonly process?: true;
}

/**
 * Finds out who makes a request, from its Authorization header or its cookies. Gives the caller at once when it knows them, and undefined
 * for a request without credentials; throws or rejects with a 401 problem, or a 403 when a request with cookies may come from another site.
 */
export type Authenticate = (request: Request) => Caller | Promise<Caller> | undefined;

/** The scheme of an Authorization header that carries a token (RFC 6750). */
export const bearer = "Bearer";

/** The 401 for a request without credentials (RFC 6750: no error code then). */
export function missingToken(scheme = bearer): Error {
  return problem.unauthenticated(`This needs an access token: send it as \`Authorization: ${scheme} <token>\`.`, {
    headers: { "WWW-Authenticate": scheme },
  });
}

/** The 401 for credentials that are not accepted; `detail` must not tell an attacker which check failed. */
export function invalidToken(detail: string, cause?: unknown): Error {
  return problem.unauthenticated(detail, { headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' }, cause });
}
