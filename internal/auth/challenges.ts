import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { Challenge, UserId } from "../../generated/auth/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { Problem, problem } from "../core/problems/problem.ts";
import { newSecret, secretHash } from "./secret.ts";

/** How long the next step may take. */
export const minutesOfChallenge = 5;

interface Begun {
  readonly purpose: Challenge["purpose"];
  readonly userId?: UserId;
  /** What was shown so far. */
  readonly methods?: readonly string[];
}

/** Steps of signing in that wait for the next one. Each is passed once. */
export interface Challenges {
  /** Begins a step. Gives its token, which is not kept; for WebAuthn it is the challenge that the device signs. */
  begin(ctx: Context, begun: Begun): Promise<string>;
  /** The step of a token. A 422 when it is not one of this purpose, or too old. */
  look(ctx: Context, purpose: Challenge["purpose"], token: string): Promise<Challenge>;
  /** Ends a step. A 422 when somebody else has. */
  use(ctx: Context, challenge: Challenge): Promise<void>;
}

export function challenges({ challenges: rows, core }: Pick<AuthParts, "challenges" | "core">): Challenges {
  return {
    async begin(ctx, begun) {
      const token = newSecret();
      const expiresAt = new Date(core.now().getTime() + minutesOfChallenge * 60_000).toISOString();
      await rows.insert(ctx, { ...begun, hash: secretHash(token), expiresAt });
      return token;
    },

    async look(ctx, purpose, token) {
      const challenge = await rows.findByHash(ctx, secretHash(token));
      if (challenge === undefined || challenge.purpose !== purpose || challenge.expiresAt <= core.now().toISOString()) throw over();
      return challenge;
    },

    async use(ctx, challenge) {
      await rows.delete(ctx, challenge.id, challenge.version).catch((error: unknown) => {
        throw error instanceof Problem && (error.status === 404 || error.status === 412) ? over() : error;
      });
    },
  };
}

function over(): Problem {
  return problem.invalid("This took too long, or was done already. Begin again.");
}
