import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  Configuration,
  calculatePKCECodeChallenge,
  fetchProtectedResource,
} from "openid-client";
import type { Provider } from "./provider.ts";

/** Where GitHub is; elsewhere in tests. */
export interface GithubPlaces {
  readonly site: string;
  readonly api: string;
}

const github: GithubPlaces = { site: "https://github.com", api: "https://api.github.com" };
const timeout = 10;

/** GitHub, which knows OAuth 2.0 and no OpenID Connect: its API says who came, and which of their addresses are confirmed. */
export function githubProvider(clientId: string, clientSecret: string, { site, api }: GithubPlaces = github): Provider {
  const config = new Configuration(
    { issuer: site, authorization_endpoint: `${site}/login/oauth/authorize`, token_endpoint: `${site}/login/oauth/access_token` },
    clientId,
    clientSecret,
  );
  config.timeout = timeout;
  if (site.startsWith("http:")) allowInsecureRequests(config);

  async function ask(accessToken: string, path: string): Promise<unknown> {
    const headers = new Headers({ accept: "application/vnd.github+json", "user-agent": "archwright" });
    const answer = await fetchProtectedResource(config, accessToken, new URL(`${api}${path}`), "GET", undefined, headers);
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${path}.`);
    return answer.json();
  }

  return {
    id: "github",
    name: "GitHub",

    async address({ state, verifier }, returnTo) {
      return buildAuthorizationUrl(config, {
        redirect_uri: returnTo,
        scope: "read:user user:email",
        state,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
    },

    async arrival(address, { state, verifier }) {
      const { access_token: token } = await authorizationCodeGrant(config, address, { expectedState: state, pkceCodeVerifier: verifier });
      const user = (await ask(token, "/user")) as { readonly id?: unknown; readonly name?: unknown; readonly login?: unknown };
      if (typeof user.id !== "number") throw new Error("GitHub did not say who came.");
      const primary = ((await ask(token, "/user/emails")) as readonly Address[]).find((one) => one.primary === true);
      return {
        subject: String(user.id),
        email: typeof primary?.email === "string" ? primary.email : undefined,
        emailVerified: primary?.verified === true,
        name: [user.name, user.login].find((name): name is string => typeof name === "string" && name !== ""),
      };
    },
  };
}

interface Address {
  readonly email?: unknown;
  readonly primary?: unknown;
  readonly verified?: unknown;
}
