import { hash } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { localLive } from "../live/local-live.ts";
import type { AccessClaims } from "../modules/domain.ts";
import type { Problem } from "../problems/problem.ts";
import { silentLog } from "../testing/context.ts";
import { authentication } from "./authentication.ts";
import type { Authenticate } from "./caller.ts";
import { claimedStandings } from "./claimed-standings.ts";
import { fixedKeys } from "./key-ring.ts";
import { keySet, makeKey, parseKeys } from "./keys.ts";
import { newCsrfSecret, secretHash, sessionCookies } from "./session-cookies.ts";
import { type StandingSource, standingChanged } from "./standing.ts";
import { AccessTokens } from "./tokens.ts";

const claims: AccessClaims = { user: "us-1", session: "ss-1", organization: "og-1", roles: ["labels.read"] };
const cookies = sessionCookies({ secure: true, https: true, signInPath: "/api/v1/auth" });
const live = localLive();
const serviceToken = "sk-test";

let tokens: AccessTokens;
let ended: Set<string>;
let authenticate: Authenticate;
beforeAll(async () => {
  tokens = new AccessTokens({ keys: fixedKeys(await parseKeys(keySet([await makeKey()]), "test")), issuer: "test", audience: "test" });
});
beforeEach(() => {
  ended = new Set();
  const claimed = claimedStandings((roles) => roles);
  const source: StandingSource = {
    ...claimed,
    ofSession: async (proof) => (ended.has(proof.session) ? undefined : claimed.ofSession(proof)),
    ofToken: async (hashed) =>
      hashed !== hash("sha256", serviceToken, "hex") || ended.has(serviceToken)
        ? undefined
        : {
            actor: { kind: "token", id: "st-1", user: "us-1" },
            organization: "og-1",
            roles: [],
            teams: [],
            permissions: new Set(["labels.read"]),
            administrator: false,
            expires: Date.now() + 60_000,
          },
  };
  authenticate = authentication({ tokens, source, cookies, live, log: silentLog });
});

const ask = (headers: Record<string, string>, method = "GET") => new Request("http://localhost/", { method, headers });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function refusalOf(request: Request): Promise<Problem> {
  try {
    await authenticate(request);
  } catch (error) {
    return error as Problem;
  }
  return expect.unreachable("This request should have been refused.");
}

describe("a token of a scheme of the project's own", () => {
  test("proves a caller, as does one of RFC 6750, and is asked for where there is none", async () => {
    const source = claimedStandings((roles) => roles);
    authenticate = authentication({ tokens, cookies, live, log: silentLog, scheme: "Token", source });
    const token = await tokens.issue(claims, 60);
    for (const scheme of ["Token", "token", "Bearer"])
      expect(await authenticate(ask({ authorization: `${scheme} ${token}` }))).toMatchObject({ actor: { id: "us-1" } });
    for (const header of [`Tokens ${token}`, "Token", token, `Basic ${token}`])
      expect(await refusalOf(ask({ authorization: header }))).toMatchObject({ status: 401, headers: { "WWW-Authenticate": "Token" } });
  });
});

describe("a Bearer token", () => {
  test("proves a caller, who is answered at once the second time", async () => {
    const request = ask(bearer(await tokens.issue(claims, 60)));
    const caller = await authenticate(request);
    expect(caller).toEqual({
      actor: { kind: "user", id: "us-1", session: "ss-1" },
      organization: "og-1",
      roles: ["labels.read"],
      teams: [],
      permissions: new Set(["labels.read"]),
      administrator: false,
      expires: expect.any(Number),
    });
    expect(authenticate(request)).toEqual(caller);
  });

  test.each([[["tm-1", "tm-2"]], ["all"]] as const)("says of which teams its user is, where nobody else does: %j", async (teams) => {
    expect(await authenticate(ask(bearer(await tokens.issue({ ...claims, teams }, 60))))).toMatchObject({ teams });
  });

  test("ends with its session", async () => {
    const request = ask(bearer(await tokens.issue(claims, 60)));
    await authenticate(request);
    ended.add("ss-1");
    standingChanged(live, "us-1");
    expect(await refusalOf(request)).toMatchObject({ status: 401, headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' } });
  });

  test.each(["", "Basic dTpw", "Bearer", "Bearer ", "Bearerx abc"])("is missing in %j", async (authorization) => {
    const refusal = await refusalOf(ask({ authorization }));
    expect([refusal.status, refusal.headers["WWW-Authenticate"]]).toEqual([401, "Bearer"]);
  });

  test("is missing where there is no header and no cookie", async () => {
    expect(authenticate(ask({}))).toBeUndefined();
  });
});

describe("a service token", () => {
  test("speaks for its owner without being them, until it is revoked", async () => {
    const request = ask(bearer(serviceToken), "POST");
    expect(await authenticate(request)).toMatchObject({ actor: { kind: "token", id: "st-1", user: "us-1" }, organization: "og-1" });
    ended.add(serviceToken);
    standingChanged(live, "st-1");
    expect(await refusalOf(request)).toMatchObject({ status: 401 });
  });

  test("that nobody made is refused, however long", async () => {
    expect(await refusalOf(ask(bearer("sk-other")))).toMatchObject({ status: 401 });
    expect(await refusalOf(ask(bearer(`sk-${"a".repeat(10_000)}`)))).toMatchObject({ status: 401 });
  });
});

describe("a browser's cookies", () => {
  const csrf = newCsrfSecret();
  const cookie = async () => `other=1; __Host-archwright_access=${await tokens.issue({ ...claims, csrf: secretHash(csrf) }, 60)}`;

  test("let it read, and change only with the secret of the session", async () => {
    const sent = { cookie: await cookie() };
    for (const method of ["GET", "HEAD", "OPTIONS"]) expect(await authenticate(ask(sent, method))).toMatchObject({ organization: "og-1" });
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(await refusalOf(ask(sent, method))).toMatchObject({ status: 403, message: expect.stringContaining("X-CSRF-Token") });
      expect(await refusalOf(ask({ ...sent, "x-csrf-token": newCsrfSecret() }, method))).toMatchObject({ status: 403 });
      expect(await authenticate(ask({ ...sent, "x-csrf-token": csrf }, method))).toMatchObject({ organization: "og-1" });
    }
  });

  test("do not hold a secret that could be read from the stolen token itself", async () => {
    expect(Buffer.from((await cookie()).split(".")[1] ?? "", "base64url").toString()).not.toContain(csrf);
  });

  test("are worth nothing as a Bearer token", async () => {
    const token = (await cookie()).split("=").at(-1) ?? "";
    expect(await refusalOf(ask({ ...bearer(token), "x-csrf-token": csrf }))).toMatchObject({ status: 401 });
  });

  test("cannot be made of a Bearer token", async () => {
    const forged = `__Host-archwright_access=${await tokens.issue(claims, 60)}`;
    expect(await refusalOf(ask({ cookie: forged }))).toMatchObject({ status: 401 });
  });

  test("do not stand in for a header that is wrong", async () => {
    expect(await refusalOf(ask({ cookie: await cookie(), ...bearer("nonsense") }))).toMatchObject({ status: 401 });
  });

  test.each([
    [true, true, "__Host-archwright_access=a; HttpOnly; SameSite=Lax; Path=/; Max-Age=900; Secure"],
    [true, false, "archwright_access=a; HttpOnly; SameSite=Lax; Path=/; Max-Age=900; Secure"],
    [false, false, "archwright_access=a; HttpOnly; SameSite=Lax; Path=/; Max-Age=900"],
  ])("are named for what browsers take (secure: %s, https: %s)", (secure, https, want) => {
    const made = sessionCookies({ secure, https, signInPath: "/api/v1/auth" });
    const [access, refresh, shown] = made.keep({ access: "a", accessSeconds: 900, refresh: "r", refreshSeconds: 60, csrf: "c" });
    expect(access).toBe(want);
    expect(refresh).toMatch(/^archwright_refresh=r; HttpOnly; SameSite=Strict; Path=\/api\/v1\/auth; Max-Age=60/);
    expect(shown).toMatch(/archwright_csrf=c; SameSite=Lax; Path=\/; Max-Age=60/);
    expect(made.clear().every((one) => one.includes("Max-Age=0"))).toBe(true);
  });
});
