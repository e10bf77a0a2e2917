import { type AuthParts, type AuthService, authDefaults } from "../../generated/auth/service.gen.ts";
import { hashPassword, passwordMatches } from "../core/auth/passwords.ts";
import type { Context } from "../core/context/context.ts";
import { namedLock } from "../core/database/named-lock.ts";
import { ownerUser } from "../core/database/rows.ts";
import { type Problem, problem } from "../core/problems/problem.ts";
import { accountLimit } from "../core/rate-limit/account-limit.ts";
import { actingAs } from "./acting-as.ts";
import { normalEmail } from "./email.ts";
import { checkPassword } from "./password-rules.ts";
import { placeOperations } from "./places.ts";
import { serviceTokens } from "./service-tokens.ts";
import { sessions as sessionsOf } from "./sessions.ts";
import { person, signInAnswer } from "./sign-in-answer.ts";
import { standings } from "./standings.ts";

/** Accounts, sign-in, sessions and service tokens. */
export function authService(parts: AuthParts): AuthService {
  const { users, events, contracts, config, core } = parts;
  const defaults = authDefaults(parts);
  const sessions = sessionsOf(parts);
  const answer = signInAnswer(parts, sessions);
  const lock = namedLock(core.database);
  const countTry = accountLimit(core.rateLimiter, { what: "signIn", limit: 10, windowSeconds: 60 });

  async function setup(ctx: Context) {
    const firstAccount = (await users.countAll(ctx)) === 0;
    return { firstAccount, registration: firstAccount || config.registration === "open" };
  }

  /** Of several that would be the first, one is: the others wait here until it has been committed, and then see it. */
  async function isFirst(ctx: Context): Promise<boolean> {
    await lock(ctx, "auth.first-account");
    const first = (await users.countAll(ctx)) === 0;
    if (!first && config.registration === "closed") throw closed();
    return first;
  }

  async function checkInvited(ctx: Context, token: string, email: string): Promise<void> {
    const invitation = await contracts.organizations.lookUpInvitation(ctx, { body: { token } });
    if (invitation.email !== normalEmail(email))
      throw problem.invalid("The invitation was sent to another address. Use that one.", { pointer: "/email" });
  }

  async function self(ctx: Context) {
    const user = await users.find(ctx, ownerUser(ctx));
    if (user === undefined) throw problem.unauthenticated("This account is gone. Sign in with another one.");
    return user;
  }

  /** The session that the call came with. */
  function ownSession({ actor }: Context): string {
    if (actor.kind !== "user") throw problem.forbidden("Only a signed-in user can sign out.");
    return actor.session;
  }

  return {
    ...defaults,
    ...standings(parts),
    ...serviceTokens(parts),
    ...placeOperations(parts, sessions),

    getSetup: setup,

    async register(ctx, { body }) {
      const { firstAccount, registration } = await setup(ctx);
      // Whoever is invited may come in; before anything is told of the address, the invitation must be good, and to it.
      if (body.invitation !== undefined) await checkInvited(ctx, body.invitation, body.email);
      else if (!registration) throw closed();
      await checkPassword(body.password, [body.email, body.name, body.organization ?? ""]);
      // Before the transaction: it takes as long as it takes on purpose, and nobody else should wait for it.
      const passwordHash = await hashPassword(body.password);
      const pair = await core.database.transact(ctx, async (ctx) => {
        const administrator = firstAccount && (await isFirst(ctx));
        const user = await users.insert(ctx, { email: normalEmail(body.email), name: body.name, passwordHash, administrator });
        const own = actingAs(ctx, user.id);
        await events.userCreated(own, user);
        const newcomer = { userId: user.id, userName: user.name, email: user.email };
        if (body.invitation === undefined) {
          await contracts.organizations.createOrganization(own, { body: { ...newcomer, name: body.organization ?? user.name } });
        } else {
          await contracts.organizations.acceptInvitation(own, { body: { ...newcomer, token: body.invitation } });
        }
        return sessions.open(own, user, { methods: ["pwd"], keep: body.keep ?? "body" });
      });
      return answer(pair);
    },

    async signIn(ctx, { body }) {
      const email = normalEmail(body.email);
      await countTry(email);
      const user = await users.findByEmail(ctx, email);
      const matches = await passwordMatches(user?.passwordHash ?? undefined, body.password);
      if (user === undefined || !matches) throw problem.unauthenticated("The e-mail address or the password is wrong.");
      return answer(await sessions.open(ctx, user, { methods: ["pwd"], keep: body.keep ?? "body" }));
    },

    async refresh(ctx, { archwrightRefresh, xCsrfToken, body }) {
      const token = body?.refreshToken ?? archwrightRefresh;
      if (token === undefined) throw problem.unauthenticated("There is no refresh token in the cookie or the body. Sign in.");
      return answer(await sessions.refresh(ctx, token, xCsrfToken));
    },

    async signOut(ctx) {
      await sessions.end(ctx, ownSession(ctx));
      return { body: undefined, headers: { "Set-Cookie": core.cookies.clear() } };
    },

    async signOutEverywhere(ctx, { body }) {
      const here = ownSession(ctx);
      await sessions.endAll(ctx, body?.butHere === true ? here : undefined);
      return { body: undefined, headers: body?.butHere === true ? {} : { "Set-Cookie": core.cookies.clear() } };
    },

    async listSessions(ctx, query) {
      const page = await defaults.listSessions(ctx, query);
      // What has ended by itself is removed within the hour.
      const now = core.now().toISOString();
      return { ...page, items: page.items.filter(({ expiresAt }) => expiresAt > now) };
    },

    deleteSession: (ctx, id, expected) => sessions.end(ctx, id, expected),

    async getMe(ctx) {
      const user = await self(ctx);
      const organization = ctx.organization === "" ? { id: "", name: "" } : await contracts.organizations.getOrganization(ctx);
      return {
        user: person(user),
        session: ownSession(ctx),
        organization: { id: organization.id, name: organization.name },
        roles: ctx.roles,
        permissions: [...ctx.permissions].sort(),
        administrator: user.administrator,
      };
    },

    async changeMe(ctx, { body }) {
      return core.database.transact(ctx, async (ctx) => {
        const user = await users.update(ctx, ownerUser(ctx), { name: body.name });
        await events.userUpdated(ctx, user);
        await contracts.organizations.describePerson(ctx, { userId: user.id, body: { name: user.name, email: user.email } });
        return person(user);
      });
    },

    async changePassword(ctx, { body }) {
      const user = await self(ctx);
      await countTry(user.email);
      if (!(await passwordMatches(user.passwordHash ?? undefined, body.current)))
        throw problem.invalid("The current password is wrong.", { pointer: "/current" });
      await checkPassword(body.password, [user.email, user.name]);
      const passwordHash = await hashPassword(body.password);
      await core.database.transact(ctx, async (ctx) => {
        await users.update(ctx, user.id, { passwordHash }, user.version);
        await sessions.endAll(ctx, ownSession(ctx));
      });
    },
  };
}

function closed(): Problem {
  return problem.forbidden("This installation accepts no new accounts. Ask an administrator for one.");
}
