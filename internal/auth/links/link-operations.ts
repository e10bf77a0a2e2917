import type { AuthParts, AuthService } from "../../../generated/auth/service.gen.ts";
import type { Link, User } from "../../../generated/auth/types.gen.ts";
import { hashPassword } from "../../core/auth/passwords.ts";
import type { Context } from "../../core/context/context.ts";
import { problem } from "../../core/problems/problem.ts";
import { accountLimit } from "../../core/rate-limit/account-limit.ts";
import { actingAs } from "../acting-as.ts";
import { normalEmail } from "../email.ts";
import { checkPassword } from "../password-rules.ts";
import type { AuthTools } from "../tools.ts";
import { linkLetter } from "./link-letters.ts";
import { type LinkPurpose, linkIsDead } from "./links.ts";
import { takeOver } from "./take-over.ts";

type Operations = Pick<
  AuthService,
  | "requestVerification"
  | "verifyEmail"
  | "changeEmail"
  | "confirmEmail"
  | "requestPasswordReset"
  | "resetPassword"
  | "requestMagicLink"
  | "signInByLink"
>;

const fiveMinutes = 300;

/** What is done with links that go by mail. None of it tells whether an address is known. */
export function linkOperations(parts: AuthParts, tools: AuthTools): Operations {
  const { users, contracts, events, core } = parts;
  const { self, mustBeRecent, sessions, admission, announce, links, linkRequests } = tools;
  const proven = takeOver(parts, tools);
  const countReset = accountLimit(core.rateLimiter, { what: "resetPassword", limit: 3, windowSeconds: fiveMinutes });
  const countLink = accountLimit(core.rateLimiter, { what: "magicLink", limit: 3, windowSeconds: fiveMinutes });

  /** The link of a token, with the account that it was sent to, at the address that it still has. */
  async function sentTo(ctx: Context, purpose: LinkPurpose, token: string): Promise<{ link: Link; user: User }> {
    const link = await links.look(ctx, purpose, token);
    const user = await users.find(ctx, link.userId);
    if (user === undefined || (purpose !== "change_email" && user.email !== link.email)) throw linkIsDead();
    return { link, user };
  }

  /** As `sentTo`, for the caller's own links: who opens a link shows that the address is theirs, and a session that the account is. */
  async function ownLink(ctx: Context, purpose: LinkPurpose, token: string) {
    const { id } = await self(ctx);
    const found = await sentTo(ctx, purpose, token);
    if (found.user.id !== id)
      throw problem.forbidden("This link belongs to another account than the one that you are signed in to. Sign in to that one first.");
    await links.use(ctx, found.link);
    return found;
  }

  return {
    async requestVerification(ctx) {
      const user = await self(ctx);
      if (user.emailVerifiedAt !== null) return;
      await sendVerification(ctx, tools, core, user);
    },

    async verifyEmail(ctx, { body }) {
      const { user } = await ownLink(ctx, "verify_email", body.token);
      const changed = await users.update(ctx, user.id, { emailVerifiedAt: core.now().toISOString() });
      await events.userUpdated(ctx, changed);
      return { email: changed.email };
    },

    async changeEmail(ctx, { body }) {
      const { id } = await self(ctx);
      await mustBeRecent(ctx);
      await linkRequests.ask(ctx, { purpose: "change_email", email: normalEmail(body.email), userId: id });
    },

    async confirmEmail(ctx, { body }) {
      const { user, link } = await ownLink(ctx, "change_email", body.token);
      const changed = await users.update(ctx, user.id, { email: link.email, emailVerifiedAt: core.now().toISOString() });
      await events.userUpdated(ctx, changed);
      await contracts.organizations.describePerson(ctx, { userId: user.id, body: { name: changed.name, email: changed.email } });
      await announce(ctx, user, "emailChanged", { what: changed.email });
      return { email: changed.email };
    },

    async requestPasswordReset(ctx, { body }) {
      const email = normalEmail(body.email);
      await countReset(email);
      await linkRequests.ask(ctx, { purpose: "reset_password", email });
    },

    async resetPassword(ctx, { body }) {
      const { link, user } = await sentTo(ctx, "reset_password", body.token);
      await checkPassword(body.password, [user.email, user.name]);
      const passwordHash = await hashPassword(body.password);
      await core.database.transact(actingAs(ctx, user.id), async (ctx) => {
        await links.use(ctx, link);
        await users.update(ctx, user.id, { ...(await proven(ctx, user)), passwordHash }, user.version);
        await tools.devices.forgetAll(ctx);
        await sessions.endAll(ctx, undefined);
        await announce(ctx, user, "passwordReset");
      });
    },

    async requestMagicLink(ctx, { body }) {
      const email = normalEmail(body.email);
      await countLink(email);
      await linkRequests.ask(ctx, { purpose: "magic_link", email });
    },

    async signInByLink(ctx, { archwrightDevice, body }) {
      const { link, user } = await sentTo(ctx, "magic_link", body.token);
      const own = await core.database.transact(actingAs(ctx, user.id), async (ctx) => {
        await links.use(ctx, link);
        const change = await proven(ctx, user);
        return Object.keys(change).length === 0 ? user : users.update(ctx, user.id, change, user.version);
      });
      return admission.admit(ctx, own, { methods: ["mail"], keep: body.keep ?? "body" }, archwrightDevice);
    },
  };
}

/** Sends a person the link that proves their address. Joins the transaction of `ctx`. */
export async function sendVerification(
  ctx: Context,
  { links }: Pick<AuthTools, "links">,
  { mailer, address }: AuthParts["core"],
  user: User,
): Promise<void> {
  const token = await links.issue(ctx, "verify_email", user, user.email);
  await mailer.send(ctx, linkLetter(address, "verify_email", user.email, user.name, token));
}
