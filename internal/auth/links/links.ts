import type { AuthParts } from "../../../generated/auth/service.gen.ts";
import type { Link, User } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { Problem, problem } from "../../core/problems/problem.ts";
import { newSecret, secretHash } from "../secret.ts";

export type LinkPurpose = Link["purpose"];

/** How long each works. What lets somebody in, or sets a password, works for a quarter of an hour. */
const minutes: Readonly<Record<LinkPurpose, number>> = { verify_email: 24 * 60, change_email: 60, reset_password: 15, magic_link: 15 };

/** Links that were sent by mail; each works once. */
export interface Links {
  /** Makes a link for what was sent to `email`; those of the same purpose from before end. Gives its token, which is not kept. */
  issue(ctx: Context, purpose: LinkPurpose, user: User, email: string): Promise<string>;
  /** The link of a token, which stays good. A 422 when it is not, for whatever reason. */
  look(ctx: Context, purpose: LinkPurpose, token: string): Promise<Link>;
  /** Uses a link up. A 422 when somebody else has. */
  use(ctx: Context, link: Link): Promise<void>;
}

export function links({ links: rows, core }: Pick<AuthParts, "links" | "core">): Links {
  return {
    async issue(ctx, purpose, user, email) {
      for (const { id } of await rows.listOfUser(ctx, user.id, purpose)) await rows.delete(ctx, id);
      const token = newSecret();
      const expiresAt = new Date(core.now().getTime() + minutes[purpose] * 60_000).toISOString();
      await rows.insert(ctx, { purpose, hash: secretHash(token), userId: user.id, email, expiresAt });
      return token;
    },

    async look(ctx, purpose, token) {
      const link = await rows.findByHash(ctx, secretHash(token));
      if (link === undefined || link.purpose !== purpose || link.expiresAt <= core.now().toISOString()) throw linkIsDead();
      return link;
    },

    async use(ctx, link) {
      await rows.delete(ctx, link.id, link.version).catch((error: unknown) => {
        throw error instanceof Problem && (error.status === 404 || error.status === 412) ? linkIsDead() : error;
      });
    },
  };
}

/** One answer for every reason: that it was used, that it is too old, that there never was one. */
export function linkIsDead(): Problem {
  return problem.invalid("This link does not work any more: it was used, it is too old, or a newer one was sent. Ask for another one.", {
    pointer: "/token",
  });
}
