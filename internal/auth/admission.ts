import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { User } from "../../generated/auth/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { Problem } from "../core/problems/problem.ts";
import { actingAs } from "./acting-as.ts";
import { type Challenges, minutesOfChallenge } from "./challenges.ts";
import type { TrustedDevices } from "./second-factor/trusted-devices.ts";
import type { Sessions, Shown } from "./sessions.ts";
import { severalFactors } from "./several-factors.ts";
import { type SignInAnswer, signInAnswer } from "./sign-in-answer.ts";

/** Lets people in who have shown one factor: every way to sign in ends here. */
export interface Admission {
  /**
   * Opens a session for `user`, or asks for the second step: a 401 problem whose `challenge` goes with it, and
   * whose `ways` say what can be shown, where the account wants one,
   * a single factor was shown, and `device`, the cookie of a trusted device, is not good. Nothing of what was done before may roll back.
   */
  admit(ctx: Context, user: User, shown: Shown, device: string | undefined): Promise<SignInAnswer>;
}

export function admission(
  parts: Pick<AuthParts, "totps" | "passkeys" | "config" | "core">,
  { sessions, challenges, devices }: { readonly sessions: Sessions; readonly challenges: Challenges; readonly devices: TrustedDevices },
): Admission {
  const answer = signInAnswer(parts, sessions);

  /** What the account can show, as the second step names it. */
  async function waysOf(ctx: Context, user: User): Promise<string[]> {
    const [totp, passkeys] = await Promise.all([parts.totps.findOfUser(ctx, user.id), parts.passkeys.listAll(actingAs(ctx, user.id))]);
    return [...(totp?.confirmedAt == null ? [] : ["code"]), ...(passkeys.length === 0 ? [] : ["passkey"]), "recoveryCode"];
  }

  return {
    async admit(ctx, user, shown, device) {
      const { methods } = shown;
      if (!user.secondFactor || methods.includes(severalFactors)) return answer(await sessions.open(ctx, user, shown));
      if (await devices.knows(ctx, user.id, device)) {
        return answer(await sessions.open(ctx, user, { ...shown, methods: [...methods, severalFactors] }));
      }
      const ways = await waysOf(ctx, user);
      throw secondStep(await challenges.begin(ctx, { purpose: "second_factor", userId: user.id, methods }), ways);
    },
  };
}

function secondStep(challenge: string, ways: readonly string[]): Problem {
  return new Problem(
    401,
    "second-factor",
    "One more step",
    `This account asks for a second factor: send it with the challenge within ${minutesOfChallenge} minutes.`,
    { extensions: { challenge, ways } },
  );
}
