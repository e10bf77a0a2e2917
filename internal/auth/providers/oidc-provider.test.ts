import { decodeJwt, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type OidcIssuer, oidcClient, openOidcIssuer } from "../testing/oidc-issuer.ts";
import { oidcProvider } from "./oidc-provider.ts";
import type { Provider } from "./provider.ts";

const returnTo = "https://platform.example/sign-in/callback";
const expected = { state: "a state of this test", nonce: "a nonce of this test", verifier: "v".repeat(43) };
let issuer: OidcIssuer;
let provider: Provider;
beforeAll(async () => {
  issuer = await openOidcIssuer(returnTo);
  issuer.accounts.set("ada", { email: "ada@example.com", emailVerified: true });
  provider = oidcProvider({ id: "acme", name: "Acme", issuer: issuer.url, ...oidcClient });
});
afterAll(() => issuer?.close());
afterEach(() => {
  vi.restoreAllMocks();
});

/** Signs in at the issuer, on whose way back somebody exchanges the ID token for what `forge` makes of its claims. */
async function arrival(forge: (claims: JWTPayload, token: string) => string | Promise<string>) {
  const query = await issuer.signIn((await provider.address(expected, returnTo)).href, "ada");
  const real = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (...request) => {
    const response = await real(...request);
    if (!String(request[0]).endsWith("/token")) return response;
    const body = (await response.json()) as { readonly id_token: string };
    return Response.json({ ...body, id_token: await forge(decodeJwt(body.id_token), body.id_token) });
  });
  return provider.arrival(new URL(`${returnTo}?${query}`), expected);
}

describe("an ID token", () => {
  test("says who came, when the issuer signed it for us", async () => {
    expect(await arrival((claims) => issuer.sign(claims))).toMatchObject({ subject: "ada", email: "ada@example.com", emailVerified: true });
  });

  const hour = 3600;
  const now = () => Math.floor(Date.now() / 1000);
  test.each<[string, (claims: JWTPayload, token: string) => string | Promise<string>]>([
    ["was changed on its way", (claims, token) => changed(token, { ...claims, sub: "eve" })],
    ["is signed with another key", async (claims) => signedByOthers(claims)],
    ["is not signed", (claims) => new UnsecuredJWT(claims).encode()],
    ["is another issuer's", (claims) => issuer.sign({ ...claims, iss: "https://elsewhere.example" })],
    ["is for another client", (claims) => issuer.sign({ ...claims, aud: "another-client" })],
    ["is of another nonce", (claims) => issuer.sign({ ...claims, nonce: "another" })],
    ["has no nonce", ({ nonce: _, ...claims }) => issuer.sign(claims)],
    ["has ended", (claims) => issuer.sign({ ...claims, iat: now() - 2 * hour, exp: now() - hour })],
  ])("is refused that %s", async (_, forge) => {
    await expect(arrival(forge)).rejects.toThrow();
  });
});

/** The same signature over something else. */
function changed(token: string, claims: JWTPayload): string {
  const [header, , signature] = token.split(".");
  return [header, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
}

async function signedByOthers(claims: JWTPayload): Promise<string> {
  const { privateKey } = await generateKeyPair("RS256");
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "of-tests" }).sign(privateKey);
}
