import type { AuthParts, AuthService } from "../../generated/auth/service.gen.ts";
import type { Keep, Person, SignedIn, User } from "../../generated/auth/types.gen.ts";
import { hashPassword, passwordMatches } from "../core/auth/passwords.ts";
import type { Context } from "../core/context/context.ts";
import { namedLock } from "../core/database/named-lock.ts";
import { ownerUser } from "../core/database/rows.ts";
import { type Problem, problem } from "../core/problems/problem.ts";
import { normalEmail } from "./email.ts";
import { clearedRefreshCookie, refreshCookie } from "./refresh-cookie.ts";
import { type Pair, sessions as sessionsOf } from "./sessions.ts";

/** Accounts and sign-in. */
export function authService(parts: AuthParts): AuthService {
  const { users, events, contracts, config, core } = parts;
  const sessions = sessionsOf(parts);
  const lock = namedLock(core.database);

  /** Where the refresh token goes: into a cookie that no script can read, or into the body. */
  function answer({ user, accessToken, refreshToken }: Pair, keep: Keep) {
    const signedIn: SignedIn = { accessToken, expiresIn: config.accessTokenSeconds, user: person(user) };
    if (keep === "body") return { body: { ...signedIn, refreshToken }, headers: {} };
    return { body: signedIn, headers: { "Set-Cookie": refreshCookie(refreshToken, sessions.refreshSeconds, config.secureCookies) } };
  }

  async function setup(ctx: Context) {
    const firstAccount = (await users.countAll(ctx)) === 0;
    return { firstAccount, registration: firstAccount || config.registration === "open" };
  }

  /** Of several that would be the first, one is: the others wait here until it has been committed, and then see it. */
  async function onlyAsFirst(ctx: Context): Promise<void> {
    await lock(ctx, "auth.registration");
    if ((await users.countAll(ctx)) > 0) throw closed();
  }

  return {
    getSetup: setup,

    async register(ctx, { body }) {
      if (!(await setup(ctx)).registration) {
        throw closed();
      }
      // Before the transaction: it takes as long as it takes on purpose, and nobody else should wait for it.
      const passwordHash = await hashPassword(body.password);
      const pair = await core.database.transact(ctx, async (ctx) => {
        if (config.registration === "closed") await onlyAsFirst(ctx);
        const user = await users.insert(ctx, { email: normalEmail(body.email), name: body.name, passwordHash });
        const own: Context = { ...ctx, actor: { kind: "user", id: user.id, session: "" } };
        await events.userCreated(own, user);
        await contracts.organizations.createOrganization(own, {
          body: { name: body.organization ?? user.name, userId: user.id, userName: user.name, email: user.email },
        });
        return sessions.begin(own, user);
      });
      return answer(pair, body.keep ?? "body");
    },

    async signIn(ctx, { body }) {
      const user = await users.findByEmail(ctx, normalEmail(body.email));
      const matches = await passwordMatches(user?.passwordHash, body.password);
      if (user === undefined || !matches) throw problem.unauthenticated("The e-mail address or the password is wrong.");
      return answer(await sessions.begin(ctx, user), body.keep ?? "body");
    },

    async refresh(ctx, { archwrightRefresh, body }) {
      const token = body?.refreshToken ?? archwrightRefresh;
      if (token === undefined) throw problem.unauthenticated("There is no refresh token in the cookie or the body. Sign in.");
      const pair = await sessions.refresh(ctx, token);
      return answer(pair, body?.refreshToken === undefined ? "cookie" : "body");
    },

    async signOut(ctx) {
      await sessions.end(ctx);
      return { body: undefined, headers: { "Set-Cookie": clearedRefreshCookie(config.secureCookies) } };
    },

    async getMe(ctx) {
      const user = await users.find(ctx, ownerUser(ctx));
      if (user === undefined) throw problem.unauthenticated("This account is gone. Sign in with another one.");
      const organization = ctx.organization === "" ? { id: "", name: "" } : await contracts.organizations.getOrganization(ctx);
      return {
        user: person(user),
        organization: { id: organization.id, name: organization.name },
        roles: ctx.roles,
        permissions: [...ctx.permissions].sort(),
      };
    },
  };
}

function closed(): Problem {
  return problem.forbidden("This installation accepts no new accounts. Ask an administrator for one.");
}

function person({ id, email, name }: User): Person {
  return { id, email, name };
}
