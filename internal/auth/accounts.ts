import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { Setup, User } from "../../generated/auth/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { namedLock } from "../core/database/named-lock.ts";
import { problem } from "../core/problems/problem.ts";
import { actingAs } from "./acting-as.ts";

/** What an account begins with. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** Null for who signs in by other means. */
  readonly passwordHash: string | null;
  /** When the address was proven, where it is already. */
  readonly emailVerifiedAt: string | null;
  /** What their organization is called; their own name unless told. */
  readonly organization?: string | undefined;
  /** What lets them into somebody else's organization, in place of one of their own. */
  readonly invitation?: string | undefined;
}

/** Makes accounts, as far as this installation takes new ones. */
export interface Accounts {
  setup(ctx: Context): Promise<Setup>;
  /** A 403 when there can be no new account now; for an address that is not proven, also where others would learn of it whether it has one. */
  checkOpen(ctx: Context, address: { readonly proven: boolean }): Promise<void>;
  /** Makes an account, with an organization of its own or in the one that invited it. The very first one runs the platform. Joins the transaction of `ctx`. */
  create(ctx: Context, account: NewAccount): Promise<User>;
}

export function accounts({ users, events, contracts, config, core }: AuthParts): Accounts {
  const lock = namedLock(core.database);

  // Where only this machine reaches the platform and nobody gets mail, there is nobody to hide addresses from, and no link to wait for.
  const atOnce = core.mailer.ends === "outbox";

  async function setup(ctx: Context): Promise<Setup> {
    const firstAccount = (await users.countAll(ctx)) === 0;
    const registration = firstAccount || (config.registration === "open" && core.mailer.ends !== "nowhere");
    return { firstAccount, registration, confirmation: !firstAccount && !atOnce };
  }

  async function checkOpen(ctx: Context, { proven }: { readonly proven: boolean }): Promise<void> {
    if ((await users.countAll(ctx)) === 0) return;
    if (config.registration !== "open") throw problem.forbidden("This installation accepts no new accounts. Ask an administrator for one.");
    if (!proven && !atOnce) throw problem.forbidden("Here an account begins with a link that goes to its address: ask for it with signUp.");
  }

  return {
    setup,
    checkOpen,

    async create(ctx, { email, name, passwordHash, emailVerifiedAt, organization, invitation }) {
      let administrator = (await users.countAll(ctx)) === 0;
      if (administrator) {
        // Of several that would be the first, one is: the others wait here until it has been committed, and then see it.
        await lock(ctx, "auth.first-account");
        administrator = (await users.countAll(ctx)) === 0;
      }
      if (!administrator && invitation === undefined) await checkOpen(ctx, { proven: emailVerifiedAt !== null });
      const user = await users.insert(ctx, { email, name, passwordHash, emailVerifiedAt, administrator });
      const own = actingAs(ctx, user.id);
      await events.userCreated(own, user);
      const newcomer = { userId: user.id, userName: user.name, email: user.email };
      if (invitation === undefined) {
        await contracts.organizations.createOrganization(own, { body: { ...newcomer, name: organization ?? user.name } });
      } else {
        await contracts.organizations.acceptInvitation(own, { body: { ...newcomer, token: invitation } });
      }
      return user;
    },
  };
}
