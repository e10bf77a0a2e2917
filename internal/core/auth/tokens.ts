import { errors, jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import type { Teams } from "../context/context.ts";
import type { AccessClaims, Tokens } from "../modules/domain.ts";
import { array } from "../validation/array.ts";
import { object, optional, required } from "../validation/object.ts";
import { newPlace } from "../validation/place.ts";
import { string } from "../validation/string.ts";
import { anyOf } from "../validation/unions.ts";
import type { Validator } from "../validation/validator.ts";
import { oneOfValues } from "../validation/values.ts";
import { invalidToken } from "./caller.ts";
import type { KeyRing } from "./key-ring.ts";

export interface TokenParts {
  readonly keys: KeyRing;
  readonly issuer: string;
  readonly audience: string;
}

/** What a token proves: that it was issued for this, and until when. Whether its session goes on, it cannot know. */
export interface Proof extends AccessClaims {
  /** In milliseconds since the epoch. */
  readonly expires: number;
}

// RFC 9068: keeps any other JWT signed with these keys from passing as an access token.
const type = "at+jwt";
const longestToken = 8192;
const cachedTokens = 10_000;

interface Payload {
  readonly sub: string;
  readonly sid: string;
  readonly org: string;
  readonly roles: readonly string[];
  readonly teams?: Teams;
  readonly csrf?: string;
}
const payload: Validator<Payload> = object({
  sub: required(string({ minLength: 1 })),
  sid: required(string({ minLength: 1 })),
  org: required(string()),
  roles: required(array(string())),
  teams: optional(anyOf(oneOfValues("all"), array(string()))),
  csrf: optional(string({ minLength: 1 })),
});

/** Issues and checks access tokens: JWTs signed with ES256. A token seen before costs a look-up: hashing it took as long as all the rest of the check. */
export class AccessTokens implements Tokens {
  readonly #parts: TokenParts;
  /** By the token: who can read the memory of this process reads the keys that sign, too. */
  readonly #verified = new LRUCache<string, Proof>({ max: cachedTokens });

  constructor(parts: TokenParts) {
    this.#parts = parts;
    // What a key has signed that is gone is worth nothing any more.
    parts.keys.onRemoved(() => this.#verified.clear());
  }

  async issue({ user, session, organization, roles, teams, csrf }: AccessClaims, seconds: number): Promise<string> {
    const { keys, issuer, audience } = this.#parts;
    const { id, key } = await keys.current();
    const now = Math.floor(Date.now() / 1000);
    const claims = { sid: session, org: organization, roles: [...roles] };
    return new SignJWT({ ...claims, ...(teams === undefined ? {} : { teams }), ...(csrf === undefined ? {} : { csrf }) })
      .setProtectedHeader({ alg: "ES256", kid: id, typ: type })
      .setSubject(user)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + seconds)
      .sign(key);
  }

  /** What a token proves: at once when it is known. Throws or rejects with a 401 problem when it does not hold (any more). */
  verify(token: string): Proof | Promise<Proof> {
    if (token.length > longestToken) throw invalidToken("The access token is not valid.");
    const known = this.#verified.get(token);
    if (known === undefined) return this.#check(token);
    if (known.expires > Date.now()) return known;
    this.#verified.delete(token);
    throw expired();
  }

  async #check(token: string): Promise<Proof> {
    const { keys, issuer, audience } = this.#parts;
    const { payload: claims } = await jwtVerify(
      token,
      async ({ kid }) => {
        const found = kid === undefined ? undefined : await keys.verifying(kid);
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
    const { sub, sid, org, roles, teams, csrf } = claims as unknown as Payload;
    const expires = claims.exp * 1000;
    const proof: Proof = Object.freeze({ user: sub, session: sid, organization: org, roles, teams, csrf, expires });
    this.#verified.set(token, proof);
    return proof;
  }
}

const expired = () => invalidToken("The access token has expired.");
