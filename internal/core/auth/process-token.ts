import { createHash } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import type { Actor, Context, Teams } from "../context/context.ts";
import { type Authenticate, type Caller, invalidToken } from "./caller.ts";
import type { KeyRing } from "./key-ring.ts";

/** Keeps tokens of people and of processes from passing for each other, although the same keys sign them. */
const type = "process+jwt";
const party = "archwright-processes";
const scheme = "Process ";
const livesSeconds = 60;
/** One is used again for half its life. */
const kept = { max: 10_000, ttl: (livesSeconds / 2) * 1000 };
const algorithm = "ES256";

interface Payload {
  readonly actor: Actor;
  readonly org: string;
  readonly roles: readonly string[];
  readonly teams: Teams;
  readonly permissions: readonly string[];
}

/** How processes of one platform, which share their signing keys, call each other in the name of whoever called them. */
export interface ProcessTokens {
  /** The Authorization header that says for whom this process asks. */
  authorize(ctx: Context): Promise<string>;
  /** Who is asked for by such a header. Rejects with a 401 problem when it is no such header, or does not hold. */
  readonly authenticate: (authorization: string) => Promise<Caller>;
}

export function processTokens(keys: KeyRing): ProcessTokens {
  const issued = new LRUCache<string, string>(kept);
  const verified = new LRUCache<string, Caller>(kept);

  async function verify(token: string): Promise<Caller> {
    const { payload: claims } = await jwtVerify(
      token,
      async ({ kid }) => {
        const found = kid === undefined ? undefined : await keys.verifying(kid);
        if (found === undefined) throw invalidToken("The token of this process is not valid.");
        return found;
      },
      { algorithms: [algorithm], issuer: party, audience: party, typ: type, requiredClaims: ["exp"] },
    ).catch((error) => {
      throw invalidToken("The token of this process is not valid.", error);
    });
    // Whoever could sign anything else holds the keys.
    const { actor, org, roles, teams, permissions } = claims as unknown as Payload;
    const expires = (claims.exp ?? 0) * 1000;
    return Object.freeze({
      actor,
      organization: org,
      roles,
      teams,
      permissions: new Set(permissions),
      administrator: false,
      expires,
      process: true,
    });
  }

  return {
    async authorize(ctx) {
      const claims = claimsOf(ctx);
      const key = JSON.stringify(claims);
      const known = issued.get(key);
      if (known !== undefined) return known;
      const signing = await keys.current();
      const token = await new SignJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, kid: signing.id, typ: type })
        .setIssuer(party)
        .setAudience(party)
        .setIssuedAt()
        .setExpirationTime(`${livesSeconds} s`)
        .sign(signing.key);
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

/** Takes tokens of processes besides what `people` takes. */
export const withProcesses =
  (people: Authenticate, processes: ProcessTokens): Authenticate =>
  (request) => {
    const authorization = request.headers.get("authorization");
    return authorization?.startsWith(scheme) === true ? processes.authenticate(authorization) : people(request);
  };

const claimsOf = ({ actor, organization, roles, teams, permissions }: Context): Payload => ({
  actor,
  org: organization,
  roles,
  teams,
  permissions: [...permissions],
});
