import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { AccessClaims } from "../modules/domain.ts";
import { Problem } from "../problems/problem.ts";
import { parseKeys, type SigningKeys } from "./keys.ts";
import { AccessTokens, type TokenParts } from "./tokens.ts";

const claims: AccessClaims = { user: "us-1", session: "ss-1", organization: "og-1", roles: ["admin", "member"] };
const named = { issuer: "https://issuer.test", audience: "archwright" };

async function newKeys(): Promise<SigningKeys> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  return parseKeys(JSON.stringify(await exportJWK(privateKey)), "test");
}

let keys: SigningKeys;
beforeAll(async () => {
  keys = await newKeys();
});
afterEach(() => {
  vi.useRealTimers();
});

const tokensOf = (more: Partial<TokenParts> = {}) =>
  new AccessTokens({ ...named, keys, permissionsOf: (roles) => roles.map((role) => `${role}.all`), ...more });

/** The refusal of a header, whether it comes at once or later. */
async function refusalOf(tokens: AccessTokens, authorization: string | null): Promise<Problem> {
  try {
    await tokens.authenticate(authorization);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return error as Problem;
  }
  return expect.unreachable("This header should have been refused.");
}

/** A token that differs from an accepted one only where it is told. */
function forged(
  payload: Readonly<Record<string, unknown>> = {},
  header: { kid?: string; typ?: string; alg?: string } = {},
  key: CryptoKey = keys.current.key,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    iss: named.issuer,
    aud: named.audience,
    sub: "us-1",
    sid: "s",
    org: "",
    roles: [],
    nbf: now,
    exp: now + 60,
    ...payload,
  })
    .setProtectedHeader({ alg: "ES256", kid: keys.current.id, typ: "at+jwt", ...header })
    .sign(key);
}

describe("an access token", () => {
  test("proves the caller it was issued for, with the permissions of the roles", async () => {
    const tokens = tokensOf();
    const caller = await tokens.authenticate(`Bearer ${await tokens.issue(claims, 60)}`);
    expect(caller).toEqual({ ...claims, permissions: new Set(["admin.all", "member.all"]), expires: expect.any(Number) });
  });

  test("that is known is answered at once, without checking the signature again", async () => {
    const tokens = tokensOf();
    const header = `bearer ${await tokens.issue(claims, 60)}`;
    const first = tokens.authenticate(header);
    expect(first).toBeInstanceOf(Promise);
    expect(tokens.authenticate(header)).toBeInstanceOf(Promise);
    const caller = await first;
    expect(tokens.authenticate(header)).toBe(caller);
  });

  test("expires also when it is known", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const tokens = tokensOf();
    const header = `Bearer ${await tokens.issue(claims, 60)}`;
    await tokens.authenticate(header);
    vi.setSystemTime(Date.now() + 59_000);
    expect(tokens.authenticate(header)).toMatchObject({ user: "us-1" });
    vi.setSystemTime(Date.now() + 1_000);
    for (const fresh of [tokens, tokensOf()]) {
      expect(await refusalOf(fresh, header)).toMatchObject({ status: 401, message: "The access token has expired." });
    }
  });

  test("ends with its session, known or not", async () => {
    const revoked = new Set<string>();
    const tokens = tokensOf({ isRevoked: (session) => revoked.has(session) });
    const header = `Bearer ${await tokens.issue(claims, 60)}`;
    await tokens.authenticate(header);
    revoked.add("ss-1");
    expect(await refusalOf(tokens, header)).toMatchObject({ status: 401 });
    expect(await refusalOf(tokens, `Bearer ${await tokens.issue(claims, 61)}`)).toMatchObject({ status: 401 });
  });

  test("has its roles resolved once, whatever their order", async () => {
    const permissionsOf = vi.fn(() => ["a"]);
    const tokens = tokensOf({ permissionsOf });
    const one = await tokens.verify(await tokens.issue({ ...claims, roles: ["a", "b"] }, 60));
    const other = await tokens.verify(await tokens.issue({ ...claims, roles: ["b", "a"], user: "us-2" }, 60));
    expect(permissionsOf).toHaveBeenCalledTimes(1);
    expect(other.permissions).toBe(one.permissions);
  });

  test("signed with an older key of the set still holds", async () => {
    const [older, newer] = await Promise.all([
      generateKeyPair("ES256", { extractable: true }),
      generateKeyPair("ES256", { extractable: true }),
    ]);
    const [oldJwk, newJwk] = [await exportJWK(older.privateKey), await exportJWK(newer.privateKey)];
    const before = tokensOf({ keys: await parseKeys(JSON.stringify(oldJwk), "test") });
    const after = tokensOf({ keys: await parseKeys(JSON.stringify({ keys: [newJwk, oldJwk] }), "test") });
    expect(await after.verify(await before.issue(claims, 60))).toMatchObject({ user: "us-1" });
    expect(await refusalOf(before, `Bearer ${await after.issue(claims, 60)}`)).toMatchObject({ status: 401 });
  });
});

describe("a token is refused with 401 and invalid_token", () => {
  const past = Math.floor(Date.now() / 1000) - 10;
  test("that control tokens are not", async () => {
    expect(await tokensOf().verify(await forged())).toMatchObject({ user: "us-1", organization: "" });
  });
  test.each<[string, () => Promise<string>]>([
    ["garbage", async () => "not.a.token"],
    ["very long", async () => "a".repeat(100_000)],
    ["without a signature", async () => new UnsecuredJWT({ sub: "us-1" }).setIssuer(named.issuer).setAudience(named.audience).encode()],
    ["signed by somebody else under our key id", async () => forged({}, {}, (await newKeys()).current.key)],
    ["of a key that we do not have", () => forged({}, { kid: "other" })],
    ["without a key id", () => forged({}, { kid: undefined as unknown as string })],
    ["of another kind", () => forged({}, { typ: "JWT" })],
    ["of another issuer", () => forged({ iss: "https://evil.test" })],
    ["for another audience", () => forged({ aud: "other" })],
    ["that has expired", () => forged({ exp: past })],
    ["that does not hold yet", () => forged({ nbf: past + 1000 })],
    ["that never expires", () => forged({ exp: undefined })],
    ["without a user", () => forged({ sub: undefined })],
    ["whose roles are no list", () => forged({ roles: "admin" })],
    ["with its payload changed", async () => (await forged()).replace(/\.[^.]+\./, `.${btoa('{"sub":"us-2"}').replace(/=+$/, "")}.`)],
    [
      "signed with our public key as a shared secret",
      async () => {
        const secret = new TextEncoder().encode(JSON.stringify([...keys.verifying.keys()]));
        return new SignJWT({ sub: "us-1" }).setProtectedHeader({ alg: "HS256", kid: keys.current.id, typ: "at+jwt" }).sign(secret);
      },
    ],
  ])("when it is %s", async (_what, make) => {
    const refusal = await refusalOf(tokensOf(), `Bearer ${await make()}`);
    expect([refusal.status, refusal.headers["WWW-Authenticate"]]).toEqual([401, 'Bearer error="invalid_token"']);
  });

  test.each([null, "", "Basic dTpw", "Bearer", "Bearer ", "Bearerx abc"])(
    "but without an error code when there is none: %s",
    async (header) => {
      const refusal = await refusalOf(tokensOf(), header);
      expect([refusal.status, refusal.headers["WWW-Authenticate"]]).toEqual([401, "Bearer"]);
    },
  );
});
