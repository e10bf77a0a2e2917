import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import Issuer from "oidc-provider";

/** Somebody with an account at the issuer. */
export interface AccountThere {
  readonly email?: string;
  readonly emailVerified?: boolean;
  readonly name?: string;
}

/** A real issuer of OpenID Connect, in this process, whose accounts are the test's. */
export interface OidcIssuer {
  readonly url: string;
  readonly accounts: Map<string, AccountThere>;
  /** Signs `login` in there as a browser would, and agrees to what is asked. Gives what the browser is sent back with, behind `?`. */
  signIn(address: string, login: string): Promise<string>;
  /** An ID token that it has signed, whatever is in it. */
  sign(claims: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

export const oidcClient = { clientId: "archwright-test", clientSecret: "a secret for tests of sign-in elsewhere" };

const algorithm = "RS256";
const kid = "of-tests";

export async function openOidcIssuer(returnTo: string): Promise<OidcIssuer> {
  const accounts = new Map<string, AccountThere>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const issuer = new Issuer(url, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid, alg: algorithm, use: "sig" }] },
    clients: [
      {
        client_id: oidcClient.clientId,
        client_secret: oidcClient.clientSecret,
        redirect_uris: [returnTo],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    cookies: { keys: ["a key for cookies of tests"] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => {
        const { email, emailVerified, name } = accounts.get(id) ?? {};
        return { sub: id, email, email_verified: emailVerified, name };
      },
    }),
  });
  server.on("request", issuer.callback());

  return {
    url,
    accounts,
    async signIn(address, login) {
      const cookies = new Map<string, string>();
      let next = new URL(address);
      let form: URLSearchParams | undefined;
      for (let steps = 0; steps < 12; steps++) {
        if (next.href.startsWith(returnTo)) return next.search.slice(1);
        const answer = await fetch(next, {
          method: form === undefined ? "GET" : "POST",
          redirect: "manual",
          headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
          ...(form === undefined ? {} : { body: form }),
        });
        for (const cookie of answer.headers.getSetCookie()) {
          const [name = "", value = ""] = cookie.split(";")[0]?.split(/=(.*)/s) ?? [];
          cookies.set(name, value);
        }
        form = undefined;
        const location = answer.headers.get("location");
        if (location !== null) next = new URL(location, next);
        else form = filled(await answer.text(), login);
      }
      throw new Error(`The issuer did not send the browser back; it stopped at ${next.href}.`);
    },
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: algorithm, kid }).sign(privateKey),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The form of the issuer's page, for signing in or for agreeing, filled in. */
function filled(page: string, login: string): URLSearchParams {
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
  if (prompt === undefined) throw new Error(`The issuer shows a page without a form: ${page.slice(0, 400)}`);
  return new URLSearchParams(prompt === "login" ? { prompt, login, password: "any" } : { prompt });
}
