import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { Person, SignedIn, User } from "../../generated/auth/types.gen.ts";
import { knownBrowserCookie, knownBrowserSeconds } from "./known-browsers.ts";
import type { Pair, Sessions } from "./sessions.ts";

/** What a way to sign in answers. */
export interface SignInAnswer {
  readonly body: SignedIn;
  readonly headers: { readonly "Set-Cookie"?: readonly string[] };
}

/** What whoever has signed in is told: the tokens in the body, or, for a browser, in cookies that no script can read. */
export function signInAnswer(
  { config, core }: Pick<AuthParts, "config" | "core">,
  { refreshSeconds }: Pick<Sessions, "refreshSeconds">,
): (pair: Pair) => SignInAnswer {
  const { accessTokenSeconds: accessSeconds } = config;
  return ({ user, accessToken, refreshToken, csrf, browser }) => {
    const signedIn: SignedIn = { expiresIn: accessSeconds, user: person(user) };
    if (csrf === undefined) return { body: { ...signedIn, accessToken, refreshToken }, headers: {} };
    const kept = { access: accessToken, accessSeconds, refresh: refreshToken, refreshSeconds, csrf };
    const known = browser === undefined ? [] : [core.cookies.forSignIn(knownBrowserCookie, browser, knownBrowserSeconds)];
    return { body: signedIn, headers: { "Set-Cookie": [...core.cookies.keep(kept), ...known] } };
  };
}

/** What is told of a person. */
export const person = ({ id, email, name }: User): Person => ({ id, email, name });
