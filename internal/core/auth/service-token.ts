import { createHash } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import type { Actor, Context } from "../context/context.ts";
import { array } from "../validation/array.ts";
import { object, required } from "../validation/object.ts";
import { newPlace } from "../validation/place.ts";
import { string } from "../validation/string.ts";
import type { Validator } from "../validation/validator.ts";
import { type Authenticate, type Caller, invalidToken } from "./caller.ts";
import type { SigningKeys } from "./keys.ts";

/** Keeps tokens of people and of processes from passing for each other, although the same keys sign them. */
const type = "svc+jwt";
const party = "archwright-services";
const scheme = "Service ";
const livesSeconds = 60;
/** One is used again for half its life. */
const kept = { max: 10_000, ttl: (livesSeconds / 2) * 1000 };
const algorithm = "ES256";

interface Payload {
  readonly kind: string;
  readonly sub: string;
  readonly sid: string;
  readonly org: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
}
const payload: Validator<Payload> = object({
  kind: required(string()),
  sub: required(string()),
  sid: required(string()),
  org: required(string()),
  roles: required(array(string())),
  permissions: required(array(string())),
});

/** How processes of one platform, which share their signing keys, call each other in the name of whoever called them. */
export interface ServiceTokens {
  /** The Authorization header that says for whom this process asks. */
  authorize(ctx: Context): Promise<string>;
  /** Who is asked for by such a header. Rejects with a 401 problem when it is no such header, or does not hold. */
  readonly authenticate: (authorization: string) => Promise<Caller>;
}

export function serviceTokens(keys: SigningKeys): ServiceTokens {
  const issued = new LRUCache<string, string>(kept);
  const verified = new LRUCache<string, Caller>(kept);

  async function verify(token: string): Promise<Caller> {
    const { payload: claims } = await jwtVerify(
      token,
      ({ kid }) => {
        const found = kid === undefined ? undefined : keys.verifying.get(kid);
        if (found === undefined) throw invalidToken("The service token is not valid.");
        return found;
      },
      { algorithms: [algorithm], issuer: party, audience: party, typ: type, requiredClaims: ["exp"] },
    ).catch((error) => {
      throw invalidToken("The service token is not valid.", error);
    });
    const place = newPlace();
    payload.check(claims, place);
    if (place.errors.length > 0 || claims.exp === undefined) throw invalidToken("The service token is not valid.");
    const { kind, sub, sid, org, roles, permissions } = claims as unknown as Payload;
    return Object.freeze({
      ...{ user: sub, session: sid, organization: org, roles, permissions: new Set(permissions), expires: claims.exp * 1000 },
      service: actorOf(kind, sub, sid),
    });
  }

  return {
    async authorize(ctx) {
      const claims = claimsOf(ctx);
      const key = JSON.stringify(claims);
      const known = issued.get(key);
      if (known !== undefined) return known;
      const token = await new SignJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, kid: keys.current.id, typ: type })
        .setIssuer(party)
        .setAudience(party)
        .setIssuedAt()
        .setExpirationTime(`${livesSeconds} s`)
        .sign(keys.current.key);
      issued.set(key, scheme + token);
      return scheme + token;
    },
    async authenticate(authorization) {
      if (!authorization.startsWith(scheme)) throw invalidToken("Only processes of this platform may ask for this.");
      const token = authorization.slice(scheme.length);
      const key = createHash("sha256").update(token).digest("base64");
      const known = verified.get(key);
      if (known !== undefined && known.expires > Date.now()) return known;
      const caller = await verify(token);
      verified.set(key, caller);
      return caller;
    },
  };
}

/** Takes service tokens besides what `people` takes. */
export const withServices =
  (people: Authenticate, services: ServiceTokens): Authenticate =>
  (authorization) =>
    authorization?.startsWith(scheme) === true ? services.authenticate(authorization) : people(authorization);

function claimsOf({ actor, organization, roles, permissions }: Context): Payload {
  const [sub, sid] = actor.kind === "user" ? [actor.id, actor.session] : [actor.kind === "system" ? actor.id : "", ""];
  return { kind: actor.kind, sub, sid, org: organization, roles, permissions: [...permissions] };
}

function actorOf(kind: string, id: string, session: string): Actor {
  if (kind === "user") return { kind, id, session };
  if (kind === "system") return { kind, id };
  return { kind: "anonymous" };
}
