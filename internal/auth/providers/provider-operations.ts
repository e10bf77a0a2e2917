import type { AuthParts, AuthService } from "../../../generated/auth/service.gen.ts";
import type { Identity, User, UserId } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { missing } from "../../core/database/rows.ts";
import { type Problem, problem } from "../../core/problems/problem.ts";
import { actingAs } from "../acting-as.ts";
import { normalEmail } from "../email.ts";
import type { AuthTools } from "../tools.ts";
import { arrivalOf, reach } from "./arrivals.ts";
import type { Arrival, Provider } from "./provider.ts";
import { providerAttempts } from "./provider-attempts.ts";

type Operations = Pick<
  AuthService,
  "listProviders" | "beginProviderSignIn" | "beginProviderLink" | "signInByProvider" | "linkIdentity" | "deleteIdentity"
>;

/** The page that providers send browsers back to. */
const returnPage = "/sign-in/callback";

/** Signing in from elsewhere, and which identities there belong to an account here. */
export function providerOperations(parts: AuthParts, tools: AuthTools, providers: ReadonlyMap<string, Provider>): Operations {
  const { users, identities, core } = parts;
  const { self, mustBeRecent, admission, announce, accounts } = tools;
  const attempts = providerAttempts(parts);
  const returnTo = core.address(returnPage);

  function providerOf(id: string): Provider {
    const provider = providers.get(id);
    if (provider === undefined) throw problem.notFound(`Nobody can sign in here from ${JSON.stringify(id.slice(0, 40))}.`);
    return provider;
  }

  async function begin(ctx: Context, id: string, userId?: UserId) {
    const provider = providerOf(id);
    const { expected, cookie } = await attempts.begin(ctx, id, userId);
    const url = await reach(provider, () => provider.address(expected, returnTo));
    return { body: { url: url.href }, headers: { "Set-Cookie": cookie } };
  }

  /** Who came back to this browser: to sign in, or to link what they are elsewhere to `userId`. */
  async function arrive(ctx: Context, query: string, cookie: string | undefined, userId: string | null) {
    const { attempt, expected } = await attempts.take(ctx, query, cookie);
    if (attempt.userId !== userId)
      throw problem.invalid("This answer was asked for by another account, or for something else. Begin again.", { pointer: "/query" });
    const provider = providerOf(attempt.provider);
    return { provider, arrival: await arrivalOf(provider, new URL(`${returnTo}?${query}`), expected) };
  }

  /** Ties an identity to an account, and says so. Joins the transaction of `ctx`. */
  async function tie(ctx: Context, user: User, { id, name }: Provider, { subject, email = "" }: Arrival): Promise<Identity> {
    const own = actingAs(ctx, user.id);
    const identity = await identities.insert(own, { provider: id, subject, email, lastUsedAt: core.now().toISOString() });
    await announce(own, user, "identityLinked", { what: name });
    return identity;
  }

  /** The account of somebody who comes for the first time: the one that has their address, proven on both sides, or a new one. */
  async function firstTime(ctx: Context, provider: Provider, arrival: Arrival): Promise<User> {
    if (arrival.email === undefined || !arrival.emailVerified) throw unproven(provider);
    const email = normalEmail(arrival.email);
    return core.database.transact(ctx, async (ctx) => {
      const known = await users.findByEmail(ctx, email);
      if (known !== undefined && known.emailVerifiedAt === null) throw unprovenHere(provider);
      const name = (arrival.name ?? email.split("@")[0] ?? email).slice(0, 100);
      const emailVerifiedAt = core.now().toISOString();
      const user = known ?? (await accounts.create(ctx, { email, name, passwordHash: null, emailVerifiedAt }));
      await tie(ctx, user, provider, arrival);
      return user;
    });
  }

  async function accountOf(ctx: Context, provider: Provider, arrival: Arrival): Promise<User> {
    const identity = await identities.findBySubject(ctx, provider.id, arrival.subject);
    if (identity === undefined) return firstTime(ctx, provider, arrival);
    const used = { lastUsedAt: core.now().toISOString(), ...(arrival.email === undefined ? {} : { email: arrival.email }) };
    await identities.update(actingAs(ctx, identity.createdBy), identity.id, used);
    const user = await users.find(ctx, identity.createdBy);
    if (user === undefined) throw problem.unauthenticated("This account is gone. Sign in with another one.");
    return user;
  }

  return {
    listProviders: async () => [...providers.values()].map(({ id, name }) => ({ id, name })),

    beginProviderSignIn: (ctx, { provider }) => begin(ctx, provider),

    async beginProviderLink(ctx, { provider }) {
      providerOf(provider);
      const { id } = await self(ctx);
      await mustBeRecent(ctx);
      return begin(ctx, provider, id);
    },

    async signInByProvider(ctx, { archwrightAttempt, archwrightDevice, body }) {
      const { provider, arrival } = await arrive(ctx, body.query, archwrightAttempt, null);
      const user = await accountOf(ctx, provider, arrival);
      return admission.admit(ctx, user, { methods: ["provider"], keep: body.keep ?? "body" }, archwrightDevice);
    },

    async linkIdentity(ctx, { archwrightAttempt, body }) {
      const user = await self(ctx);
      const { provider, arrival } = await arrive(ctx, body.query, archwrightAttempt, user.id);
      if (!arrival.emailVerified) throw unproven(provider);
      if (user.emailVerifiedAt === null) throw unprovenHere(provider);
      const known = await identities.findBySubject(ctx, provider.id, arrival.subject);
      if (known !== undefined)
        throw problem.conflict(
          `What you are at ${provider.name} belongs to ${known.createdBy === user.id ? "your account already" : "another account"}.`,
        );
      return core.database.transact(ctx, (ctx) => tie(ctx, user, provider, arrival));
    },

    async deleteIdentity(ctx, id, expected) {
      if ((await identities.find(ctx, id)) === undefined) throw missing("Identity", id);
      await mustBeRecent(ctx);
      const { provider } = await identities.delete(ctx, id, expected);
      const user = await self(ctx);
      await announce(ctx, user, "identityUnlinked", { what: providers.get(provider)?.name ?? provider });
    },
  };
}

function unproven({ name }: Provider): Problem {
  return problem.forbidden(`${name} does not say that your e-mail address is confirmed. Confirm it there, or sign in here another way.`);
}

/** Somebody may have made the account with an address that is not theirs, to be in when its owner comes. */
function unprovenHere({ name }: Provider): Problem {
  return problem.forbidden(
    `The account with this e-mail address has never confirmed it, so ${name} cannot be used with it. Sign in with a link to the address, or confirm it first.`,
  );
}
