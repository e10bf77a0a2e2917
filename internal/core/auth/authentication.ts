import { hash } from "node:crypto";
import { problem } from "../problems/problem.ts";
import { type Authenticate, bearer, type Caller, invalidToken, missingToken } from "./caller.ts";
import { csrfHeader, type SessionCookies } from "./session-cookies.ts";
import type { Standing, StandingSource, TokenStanding } from "./standing.ts";
import { Standings, type StandingsParts } from "./standings.ts";
import type { AccessTokens, Proof } from "./tokens.ts";

/** Begins every service token: whoever finds one, a scanner of secrets too, knows what it is. */
export const serviceTokenPrefix = "sk-";
const longestServiceToken = 200;

export interface AuthenticationParts extends StandingsParts {
  readonly tokens: AccessTokens;
  readonly source: StandingSource;
  readonly cookies: SessionCookies;
  /** What stands before a token in an Authorization header, beside `Bearer`. */
  readonly scheme?: string;
}

/**
 * Finds the caller of a request: by a Bearer token (RFC 6750), which is an access token or a service token, or by the cookie of a
 * browser's session. What a caller may do is known for three seconds at most, so that whatever ends, ends everywhere.
 */
export function authentication({ tokens, source, cookies, scheme = bearer, ...parts }: AuthenticationParts): Authenticate {
  const sessions = new Standings<Standing>(parts);
  const serviceTokens = new Standings<TokenStanding>(parts);
  const readSession = (proof: Proof) => source.ofSession(proof);
  const readToken = (hashed: string) => source.ofToken(hashed);

  /** The caller whose token proves this: their session goes on, and they still belong where it acts. */
  function ofProof(proof: Proof): Caller | Promise<Caller> {
    const standing = sessions.get(source.keyOf(proof), proof, readSession);
    return standing instanceof Promise ? standing.then((read) => caller(read, proof.expires)) : caller(standing, proof.expires);
  }

  function ofServiceToken(token: string): Caller | Promise<Caller> {
    if (token.length > longestServiceToken) throw notValid();
    const hashed = hash("sha256", token, "hex");
    const standing = serviceTokens.get(hashed, hashed, readToken);
    return standing instanceof Promise ? standing.then(serviceCaller) : serviceCaller(standing);
  }

  function ofBearer(proof: Proof): Caller | Promise<Caller> {
    // What was taken from a browser's cookies is worth nothing without them and their secret.
    if (proof.csrf !== undefined) throw notValid();
    return ofProof(proof);
  }

  function ofCookie(proof: Proof, request: Request): Caller | Promise<Caller> {
    if (proof.csrf === undefined) throw notValid();
    if (!isSafe(request.method) && !cookies.shows(request.headers, proof.csrf)) throw forged();
    return ofProof(proof);
  }

  return (request) => {
    const authorization = request.headers.get("authorization");
    if (authorization !== null) {
      const token = credentials(authorization, scheme) ?? credentials(authorization, bearer);
      if (token === undefined) throw missingToken(scheme);
      if (token.startsWith(serviceTokenPrefix)) return ofServiceToken(token);
      const proof = tokens.verify(token);
      return proof instanceof Promise ? proof.then(ofBearer) : ofBearer(proof);
    }
    const token = cookies.access(request.headers);
    if (token === undefined) return undefined;
    const proof = tokens.verify(token);
    return proof instanceof Promise ? proof.then((read) => ofCookie(read, request)) : ofCookie(proof, request);
  };
}

function caller(standing: Standing | undefined, expires: number): Caller {
  if (standing === undefined) throw invalidToken("This session has ended. Sign in again.");
  const { actor, organization, roles, teams, permissions, administrator } = standing;
  return { actor, organization, roles, teams, permissions, administrator, expires };
}

function serviceCaller(standing: TokenStanding | undefined): Caller {
  if (standing === undefined || standing.expires <= Date.now()) throw notValid();
  return standing;
}

/** The token of `<scheme> <token>`; undefined for another scheme. */
function credentials(authorization: string, scheme: string): string | undefined {
  const end = scheme.length;
  if (authorization[end] !== " " || authorization.slice(0, end).toLowerCase() !== scheme.toLowerCase()) return undefined;
  const token = authorization.slice(end + 1).trim();
  return token === "" ? undefined : token;
}

/** Methods that change nothing (RFC 9110, 9.2.1). */
const isSafe = (method: string): boolean => method === "GET" || method === "HEAD" || method === "OPTIONS";

const notValid = () => invalidToken("The access token is not valid.");

const forged = () =>
  problem.forbidden(`This change needs the header ${csrfHeader} with the value of the cookie that goes with the session.`);
