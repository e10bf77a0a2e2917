import type { AuthParts } from "../../../generated/auth/service.gen.ts";
import type { SignUp } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { Problem } from "../../core/problems/problem.ts";
import { linkIsDead } from "../links/links.ts";
import { newSecret, secretHash } from "../secret.ts";
import { hasAccountLetter, signUpLetter } from "./sign-up-letters.ts";

const minutes = 60;

type Wanted = Pick<SignUp, "email" | "name" | "passwordHash"> & { readonly organization?: string | undefined };

/**
 * Accounts that somebody asked for. As with links by mail, a request is only written down; what its address is told is found out after
 * the answer.
 */
export interface SignUps {
  /** Writes down that an account is wanted. Looks nothing up. */
  ask(ctx: Context, wanted: Wanted): Promise<void>;
  /** Takes up what was written down: sends a link, or tells whoever has an account with the address that somebody asked. */
  answer(ctx: Context, id: string): Promise<void>;
  /** What the token of a link was sent for; it stays good. A 422 when it is not, for whatever reason. */
  look(ctx: Context, token: string): Promise<SignUp>;
  /** Uses it up. A 422 when somebody else has. */
  use(ctx: Context, signUp: SignUp): Promise<void>;
}

export function signUps({ users, signUps: rows, events, core }: Pick<AuthParts, "users" | "signUps" | "events" | "core">): SignUps {
  return {
    ask: (ctx, { organization, ...wanted }) =>
      core.database.transact(ctx, async (ctx) => {
        const expiresAt = new Date(core.now().getTime() + minutes * 60_000).toISOString();
        const asked = await rows.insert(ctx, { ...wanted, expiresAt, ...(organization === undefined ? {} : { organization }) });
        await events.signUpCreated(ctx, asked);
      }),

    async answer(ctx, id) {
      const asked = await rows.find(ctx, id);
      if (asked === undefined) return;
      const known = await users.findByEmail(ctx, asked.email);
      if (known !== undefined) {
        await rows.delete(ctx, id);
        await core.mailer.send(ctx, hasAccountLetter(core.address, known));
        return;
      }
      const token = newSecret();
      await rows.update(ctx, id, { hash: secretHash(token) });
      await core.mailer.send(ctx, signUpLetter(core.address, asked, token));
    },

    async look(ctx, token) {
      const asked = await rows.findByHash(ctx, secretHash(token));
      if (asked === undefined || asked.expiresAt <= core.now().toISOString()) throw linkIsDead();
      return asked;
    },

    async use(ctx, { id, version, email }) {
      await rows.delete(ctx, id, version).catch((error: unknown) => {
        throw error instanceof Problem && (error.status === 404 || error.status === 412) ? linkIsDead() : error;
      });
      // Of several links to one address, the first that is opened makes the account.
      if ((await users.findByEmail(ctx, email)) !== undefined) throw linkIsDead();
    },
  };
}
