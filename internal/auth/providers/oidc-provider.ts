import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from "openid-client";
import type { Provider } from "./provider.ts";

/** One issuer of OpenID Connect, and who we are to it. */
export interface OidcSettings {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const timeout = 10;

/** Any issuer of OpenID Connect, found by discovery when it is first needed. */
export function oidcProvider({ id, name, issuer, clientId, clientSecret }: OidcSettings): Provider {
  const url = new URL(issuer);
  // The signature of an ID token is checked, though it comes from the issuer itself: what ends the encryption there may be somebody else's.
  const execute = [enableNonRepudiationChecks];
  // Without encryption only on this machine, for development.
  if (url.protocol === "http:") execute.push(allowInsecureRequests);
  let found: Promise<Configuration> | undefined;
  function configuration(): Promise<Configuration> {
    found ??= discovery(url, clientId, clientSecret, undefined, { execute, timeout }).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  }

  return {
    id,
    name,

    async address({ state, nonce, verifier }, returnTo) {
      return buildAuthorizationUrl(await configuration(), {
        redirect_uri: returnTo,
        scope: "openid email profile",
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
    },

    async arrival(address, { state, nonce, verifier }) {
      const config = await configuration();
      const tokens = await authorizationCodeGrant(config, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error("The provider gave no ID token.");
      // Some issuers tell the address only there; whom it is about is compared with the ID token.
      const told = claims.email === undefined ? await fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
      return {
        subject: claims.sub,
        email: textOf(told.email),
        emailVerified: told.email_verified === true,
        name: textOf(told.name),
      };
    },
  };
}

const textOf = (claim: unknown): string | undefined => (typeof claim === "string" && claim !== "" ? claim : undefined);
