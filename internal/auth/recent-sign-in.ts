import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { Context } from "../core/context/context.ts";
import { Problem } from "../core/problems/problem.ts";

const minutes = 30;

/**
 * Lets a caller go on who signed in within the last half hour: whoever comes by a session later, at a desk that was left or with a stolen
 * cookie, must not be able to change how the account is signed in to. Throws a 403 problem with a type of its own.
 */
export type MustBeRecent = (ctx: Context) => Promise<void>;

export function recentSignIn({ sessions, core }: Pick<AuthParts, "sessions" | "core">): MustBeRecent {
  return async (ctx) => {
    const session = await sessions.find(ctx, ctx.actor.kind === "user" ? ctx.actor.session : "");
    const age = core.now().getTime() - Date.parse(session?.signedInAt ?? "");
    if (age <= minutes * 60_000) return;
    throw new Problem(
      403,
      "sign-in-again",
      "Sign in again first",
      `What you are about to do changes how your account is signed in to. Sign out and in again, and do it within ${minutes} minutes.`,
    );
  };
}
