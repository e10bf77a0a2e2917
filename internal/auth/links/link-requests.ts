import type { AuthParts } from "../../../generated/auth/service.gen.ts";
import type { LinkRequest, User, UserId } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { linkLetter, takenLetter } from "./link-letters.ts";
import type { Links } from "./links.ts";

/** Asks for links, in two halves: what a request does is the same whether the address is known or not; the rest comes after its answer. */
export interface LinkRequests {
  /** Writes down that a link is wanted. Looks nothing up. */
  ask(ctx: Context, wanted: { readonly purpose: LinkRequest["purpose"]; readonly email: string; readonly userId?: UserId }): Promise<void>;
  /** Takes up what was written down: makes the link and hands its letter over, where there is an account. */
  answer(ctx: Context, id: string): Promise<void>;
}

export function linkRequests(
  { users, linkRequests: rows, events, core }: Pick<AuthParts, "users" | "linkRequests" | "events" | "core">,
  links: Links,
): LinkRequests {
  async function send(ctx: Context, { purpose, email }: LinkRequest, user: User): Promise<void> {
    const token = await links.issue(ctx, purpose, user, email);
    await core.mailer.send(ctx, linkLetter(core.address, purpose, email, user.name, token));
  }

  return {
    ask: (ctx, { purpose, email, userId }) =>
      core.database.transact(ctx, async (ctx) => {
        const request = await rows.insert(ctx, { purpose, email, ...(userId === undefined ? {} : { userId }) });
        await events.linkRequestCreated(ctx, request);
      }),

    async answer(ctx, id) {
      const request = await rows.find(ctx, id);
      if (request === undefined) return;
      await rows.delete(ctx, id);
      const known = await users.findByEmail(ctx, request.email);
      if (request.purpose !== "change_email") {
        if (known !== undefined) await send(ctx, request, known);
        return;
      }
      const user = await users.find(ctx, request.userId ?? "");
      if (user === undefined) return;
      if (known === undefined) await send(ctx, request, user);
      else await core.mailer.send(ctx, takenLetter(core.address, request.email));
    },
  };
}
