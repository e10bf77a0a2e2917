import { hash } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import type { AccessClaims, Tokens } from "../modules/domain.ts";
import { array } from "../validation/array.ts";
import { object, required } from "../validation/object.ts";
import { newPlace } from "../validation/place.ts";
import { string } from "../validation/string.ts";
import type { Validator } from "../validation/validator.ts";
import type { Caller } from "./caller.ts";
import { invalidToken, missingToken } from "./caller.ts";
import type { SigningKeys } from "./keys.ts";

export interface TokenParts {
  readonly keys: SigningKeys;
  readonly issuer: string;
  readonly audience: string;
  /** What the roles allow. Asked once for each distinct list of roles. */
  readonly permissionsOf: (roles: readonly string[]) => Iterable<string>;
  /** Whether a session has ended before its tokens did; asked at each request. Never unless told. */
  readonly isRevoked?: (session: string) => boolean;
}

// RFC 9068: keeps any other JWT signed with these keys from passing as an access token.
const type = "at+jwt";
const longestToken = 8192;
const cachedTokens = 10_000;
const cachedRoleLists = 1_000;

interface Payload {
  readonly sub: string;
  readonly sid: string;
  readonly org: string;
  readonly roles: readonly string[];
}
const payload: Validator<Payload> = object({
  sub: required(string({ minLength: 1 })),
  sid: required(string({ minLength: 1 })),
  org: required(string()),
  roles: required(array(string())),
});

/** Issues and checks access tokens: JWTs signed with ES256. A token seen before costs a hash and a map look-up. */
export class AccessTokens implements Tokens {
  readonly #parts: TokenParts;
  readonly #isRevoked: (session: string) => boolean;
  /** By SHA-256, so that the memory of the process holds no usable token. */
  readonly #verified = new LRUCache<string, Caller>({ max: cachedTokens });
  readonly #permissions = new LRUCache<string, ReadonlySet<string>>({ max: cachedRoleLists });

  constructor(parts: TokenParts) {
    this.#parts = parts;
    this.#isRevoked = parts.isRevoked ?? (() => false);
  }

  issue(claims: AccessClaims, seconds: number): Promise<string> {
    const { keys, issuer, audience } = this.#parts;
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ sid: claims.session, org: claims.organization, roles: [...claims.roles] })
      .setProtectedHeader({ alg: "ES256", kid: keys.current.id, typ: type })
      .setSubject(claims.user)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + seconds)
      .sign(keys.current.key);
  }

  /** The caller that an Authorization header proves (RFC 6750). Throws or rejects with a 401 problem. */
  readonly authenticate = (authorization: string | null): Caller | Promise<Caller> => {
    if (authorization === null) throw missingToken();
    const token = bearer(authorization);
    if (token === undefined) throw missingToken();
    return this.verify(token);
  };

  /** The caller of a token: at once when it is known. Throws or rejects with a 401 problem when it does not hold (any more). */
  verify(token: string): Caller | Promise<Caller> {
    if (token.length > longestToken) throw invalidToken("The access token is not valid.");
    const key = hash("sha256", token, "base64");
    const known = this.#verified.get(key);
    if (known === undefined) return this.#check(token, key);
    if (known.expires <= Date.now()) {
      this.#verified.delete(key);
      throw expired();
    }
    return this.#unlessRevoked(known);
  }

  async #check(token: string, key: string): Promise<Caller> {
    const { keys, issuer, audience } = this.#parts;
    const { payload: claims } = await jwtVerify(
      token,
      ({ kid }) => {
        const found = kid === undefined ? undefined : keys.verifying.get(kid);
        if (found === undefined) throw invalidToken("The access token is not valid.");
        return found;
      },
      { algorithms: ["ES256"], issuer, audience, typ: type, requiredClaims: ["exp", "nbf"] },
    ).catch((error) => {
      throw error instanceof errors.JWTExpired ? expired() : invalidToken("The access token is not valid.", error);
    });
    const place = newPlace();
    payload.check(claims, place);
    if (place.errors.length > 0 || claims.exp === undefined) throw invalidToken("The access token is not valid.");
    const { sub, sid, org, roles } = claims as unknown as Payload;
    const permissions = this.#permissionsOf(roles);
    const expires = claims.exp * 1000;
    const caller: Caller = Object.freeze({ user: sub, session: sid, organization: org, roles, permissions, expires });
    this.#verified.set(key, caller);
    return this.#unlessRevoked(caller);
  }

  #unlessRevoked(caller: Caller): Caller {
    if (this.#isRevoked(caller.session)) throw invalidToken("This session has ended. Sign in again.");
    return caller;
  }

  #permissionsOf(roles: readonly string[]): ReadonlySet<string> {
    const key = JSON.stringify(roles.toSorted());
    const known = this.#permissions.get(key);
    if (known !== undefined) return known;
    const permissions = new Set(this.#parts.permissionsOf(roles));
    this.#permissions.set(key, permissions);
    return permissions;
  }
}

/** The token of `Bearer <token>`; undefined for another scheme. */
function bearer(authorization: string): string | undefined {
  const space = authorization.indexOf(" ");
  if (space !== 6 || authorization.slice(0, 6).toLowerCase() !== "bearer") return undefined;
  const token = authorization.slice(7).trim();
  return token === "" ? undefined : token;
}

const expired = () => invalidToken("The access token has expired.");
