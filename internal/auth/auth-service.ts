import { type AuthParts, type AuthService, authDefaults } from "../../generated/auth/service.gen.ts";
import { hashPassword, passwordMatches } from "../core/auth/passwords.ts";
import type { Context } from "../core/context/context.ts";
import { ownerUser } from "../core/database/rows.ts";
import { problem } from "../core/problems/problem.ts";
import { accountLimit } from "../core/rate-limit/account-limit.ts";
import { deviceOperations } from "./device-code/device-operations.ts";
import { normalEmail } from "./email.ts";
import { linkOperations } from "./links/link-operations.ts";
import { passkeyOperations } from "./passkeys/passkey-operations.ts";
import { checkPassword } from "./password-rules.ts";
import { placeOperations } from "./places.ts";
import { configuredProviders } from "./providers/configured-providers.ts";
import type { Provider } from "./providers/provider.ts";
import { providerOperations } from "./providers/provider-operations.ts";
import { secondFactorOperations } from "./second-factor/second-factor-operations.ts";
import { serviceTokens } from "./service-tokens.ts";
import { person, signInAnswer } from "./sign-in-answer.ts";
import { signUpOperations } from "./sign-up/sign-up-operations.ts";
import { standings } from "./standings.ts";
import { type AuthTools, authTools } from "./tools.ts";
import { userAdministration } from "./user-administration.ts";

/** Accounts, sign-in, sessions and service tokens. */
export function authService(
  parts: AuthParts,
  tools: AuthTools = authTools(parts),
  providers: ReadonlyMap<string, Provider> = configuredProviders(parts.config),
): AuthService {
  const { users, events, contracts, core } = parts;
  const defaults = authDefaults(parts);
  const { self, sessions, admission, announce, browsers } = tools;
  const answer = signInAnswer(parts, sessions);
  const countTry = accountLimit(core.rateLimiter, { what: "signIn", limit: 10, windowSeconds: 60 });

  /** The session that the call came with. */
  function ownSession({ actor }: Context): string {
    if (actor.kind !== "user") throw problem.forbidden("Only a signed-in user can sign out.");
    return actor.session;
  }

  return {
    ...defaults,
    ...standings(parts),
    ...serviceTokens(parts, tools),
    ...signUpOperations(parts, tools),
    ...linkOperations(parts, tools),
    ...secondFactorOperations(parts, tools),
    ...passkeyOperations(parts, tools),
    ...providerOperations(parts, tools, providers),
    ...deviceOperations(parts, tools),
    ...userAdministration(parts, tools),
    ...placeOperations(parts, tools),

    async signIn(ctx, { archwrightDevice, archwrightKnown, body }) {
      const email = normalEmail(body.email);
      const [user, owner] = await Promise.all([users.findByEmail(ctx, email), browsers.ownerOf(ctx, archwrightKnown)]);
      // Whoever has signed in with this browser before is not held up by what others try.
      await countTry(user !== undefined && owner === user.id ? `${email} ${archwrightKnown}` : email);
      const matches = await passwordMatches(user?.passwordHash ?? undefined, body.password);
      if (user === undefined || !matches) throw problem.unauthenticated("The e-mail address or the password is wrong.");
      return admission.admit(ctx, user, { methods: ["pwd"], keep: body.keep ?? "body" }, archwrightDevice);
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
      const session = ownSession(ctx);
      const organization = ctx.organization === "" ? { id: "", name: "" } : await contracts.organizations.getOrganization(ctx);
      return {
        user: person(user),
        session,
        emailVerified: user.emailVerifiedAt !== null,
        lacks: await sessions.lacks(ctx, user, session),
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
      if (!(await passwordMatches(user.passwordHash ?? undefined, body.current)))
        throw problem.invalid("The current password is wrong.", { pointer: "/current" });
      await checkPassword(body.password, [user.email, user.name]);
      const passwordHash = await hashPassword(body.password);
      await core.database.transact(ctx, async (ctx) => {
        await users.update(ctx, user.id, { passwordHash }, user.version);
        await tools.devices.forgetAll(ctx);
        await sessions.endAll(ctx, ownSession(ctx));
        await announce(ctx, user, "passwordChanged");
      });
    },
  };
}
