import { randomPKCECodeVerifier } from "openid-client";
import type { AuthParts } from "../../../generated/auth/service.gen.ts";
import type { ProviderAttempt, UserId } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { Problem, problem } from "../../core/problems/problem.ts";
import { newSecret, secretHash } from "../secret.ts";
import type { Expected } from "./provider.ts";

/** Also the name of the cookie parameter in the spec. */
const cookieName = "archwright_attempt";
const seconds = 600;

/** Browsers that were sent to a provider and have not come back. */
export interface ProviderAttempts {
  /** Writes one down: what is to be said to the provider, and the Set-Cookie header that ties its answer to this browser. */
  begin(ctx: Context, provider: string, userId?: UserId): Promise<{ readonly expected: Expected; readonly cookie: string }>;
  /** The attempt that an answer belongs to, which is over then. A 422 when there is none, or another browser made it. */
  take(
    ctx: Context,
    query: string,
    cookie: string | undefined,
  ): Promise<{ readonly attempt: ProviderAttempt; readonly expected: Expected }>;
}

export function providerAttempts({ providerAttempts: rows, core }: Pick<AuthParts, "providerAttempts" | "core">): ProviderAttempts {
  return {
    async begin(ctx, provider, userId) {
      const [state, nonce, browser, verifier] = [newSecret(), newSecret(), newSecret(), randomPKCECodeVerifier()];
      await rows.insert(ctx, {
        provider,
        hash: secretHash(state),
        browser: secretHash(browser),
        nonce,
        verifier,
        expiresAt: new Date(core.now().getTime() + seconds * 1000).toISOString(),
        ...(userId === undefined ? {} : { userId }),
      });
      return { expected: { state, nonce, verifier }, cookie: core.cookies.forSignIn(cookieName, browser, seconds) };
    },

    async take(ctx, query, cookie) {
      const state = new URLSearchParams(query).get("state") ?? "";
      const attempt = await rows.findByHash(ctx, secretHash(state));
      if (attempt === undefined || attempt.expiresAt <= core.now().toISOString()) throw unknown();
      // Whoever makes a browser follow a link to their own answer would have it signed in as them.
      if (cookie === undefined || secretHash(cookie) !== attempt.browser) throw unknown();
      await rows.delete(ctx, attempt.id, attempt.version).catch((error: unknown) => {
        throw error instanceof Problem && (error.status === 404 || error.status === 412) ? unknown() : error;
      });
      return { attempt, expected: { state, nonce: attempt.nonce, verifier: attempt.verifier } };
    },
  };
}

function unknown(): Problem {
  return problem.invalid("This answer belongs to no sign-in that this browser began in the last ten minutes. Begin again.", {
    pointer: "/query",
  });
}
