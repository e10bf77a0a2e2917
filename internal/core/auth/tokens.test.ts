import { SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { AccessClaims } from "../modules/domain.ts";
import { Problem } from "../problems/problem.ts";
import { fixedKeys } from "./key-ring.ts";
import { keySet, makeKey, parseKeys, type SigningKeys } from "./keys.ts";
import { AccessTokens, type TokenParts } from "./tokens.ts";

const claims: AccessClaims = { user: "us-1", session: "ss-1", organization: "og-1", roles: ["admin", "member"] };
const named = { issuer: "https://issuer.test", audience: "archwright" };

const newKeys = async (): Promise<SigningKeys> => parseKeys(keySet([await makeKey()]), "test");

let keys: SigningKeys;
beforeAll(async () => {
  keys = await newKeys();
});
afterEach(() => {
  vi.useRealTimers();
});

const tokensOf = (more: Partial<TokenParts> = {}) => new AccessTokens({ ...named, keys: fixedKeys(keys), ...more });

/** The refusal of a token, whether it comes at once or later. */
async function refusalOf(tokens: AccessTokens, token: string): Promise<Problem> {
  try {
    await tokens.verify(token);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return error as Problem;
  }
  return expect.unreachable("This token should have been refused.");
}

/** A token that differs from an accepted one only where it is told. */
function forged(
  payload: Readonly<Record<string, unknown>> = {},
  header: { kid?: string; typ?: string; alg?: string } = {},
  key: CryptoKey | Uint8Array = keys.current.key,
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

/** A token with all that an accepted one says, and the algorithm `none`. */
function unsigned(): string {
  const claims = new UnsecuredJWT({ sid: "s", org: "", roles: [] }).setSubject("us-1").setIssuer(named.issuer).setAudience(named.audience);
  const [, payload] = claims.setNotBefore(0).setExpirationTime("1 minute").encode().split(".");
  const header = Buffer.from(JSON.stringify({ alg: "none", typ: "at+jwt", kid: keys.current.id })).toString("base64url");
  return `${header}.${payload}.`;
}

describe("an access token", () => {
  test("proves what it was issued for", async () => {
    const tokens = tokensOf();
    expect(await tokens.verify(await tokens.issue(claims, 60))).toEqual({ ...claims, csrf: undefined, expires: expect.any(Number) });
    expect(await tokens.verify(await tokens.issue({ ...claims, csrf: "hash" }, 60))).toMatchObject({ csrf: "hash" });
  });

  test("that is known is answered at once, without checking the signature again", async () => {
    const tokens = tokensOf();
    const token = await tokens.issue(claims, 60);
    const first = tokens.verify(token);
    expect(first).toBeInstanceOf(Promise);
    expect(tokens.verify(token)).toBeInstanceOf(Promise);
    await first;
    expect(tokens.verify(token)).toMatchObject(claims);
  });

  test("expires also when it is known", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const tokens = tokensOf();
    const token = await tokens.issue(claims, 60);
    await tokens.verify(token);
    vi.setSystemTime(Date.now() + 59_000);
    expect(tokens.verify(token)).toMatchObject({ user: "us-1" });
    vi.setSystemTime(Date.now() + 1_000);
    for (const fresh of [tokens, tokensOf()]) {
      expect(await refusalOf(fresh, token)).toMatchObject({ status: 401, message: "The access token has expired." });
    }
  });

  test("signed with an older key of the set still holds", async () => {
    const [older, newer] = [await makeKey(), await makeKey()];
    const before = tokensOf({ keys: fixedKeys(await parseKeys(keySet([older]), "test")) });
    const after = tokensOf({ keys: fixedKeys(await parseKeys(keySet([newer, older]), "test")) });
    expect(await after.verify(await before.issue(claims, 60))).toMatchObject({ user: "us-1" });
    expect(await refusalOf(before, await after.issue(claims, 60))).toMatchObject({ status: 401 });
  });
});

describe("a token is refused with 401 and invalid_token", () => {
  const past = Math.floor(Date.now() / 1000) - 10;
  test("that control tokens are not", async () => {
    expect(await tokensOf().verify(await forged())).toMatchObject({ user: "us-1", organization: "" });
  });
  test.each<[string, () => Promise<string>]>([
    ["garbage", async () => "not.a.token"],
    ["very long", () => forged({ roles: Array.from({ length: 2000 }, () => "member") })],
    ["without a signature", async () => unsigned()],
    ["signed by somebody else under our key id", async () => forged({}, {}, (await newKeys()).current.key)],
    ["of a key that we do not have", () => forged({}, { kid: "other" })],
    ["without a key id", () => forged({}, { kid: undefined as unknown as string })],
    ["of another kind", () => forged({}, { typ: "JWT" })],
    ["of another issuer", () => forged({ iss: "https://evil.test" })],
    ["for another audience", () => forged({ aud: "other" })],
    ["that has expired", () => forged({ exp: past })],
    ["that does not hold yet", () => forged({ nbf: past + 1000 })],
    ["that never expires", () => forged({ exp: undefined })],
    ["that does not say from when on it holds", () => forged({ nbf: undefined })],
    ["without a user", () => forged({ sub: undefined })],
    ["without a session", () => forged({ sid: undefined })],
    ["without an organization", () => forged({ org: undefined })],
    ["whose roles are no list", () => forged({ roles: "admin" })],
    ["with its payload changed", async () => (await forged()).replace(/\.[^.]+\./, `.${btoa('{"sub":"us-2"}').replace(/=+$/, "")}.`)],
    [
      "signed with our public key as a shared secret",
      async () => {
        const secret = new TextEncoder().encode(JSON.stringify(keys.published[0]));
        return forged({}, { alg: "HS256" }, secret);
      },
    ],
  ])("when it is %s", async (_what, make) => {
    const refusal = await refusalOf(tokensOf(), await make());
    expect([refusal.status, refusal.headers["WWW-Authenticate"]]).toEqual([401, 'Bearer error="invalid_token"']);
  });
});
