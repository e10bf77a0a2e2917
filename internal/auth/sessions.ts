import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { Session, User } from "../../generated/auth/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { Problem, problem } from "../core/problems/problem.ts";
import { newRefreshToken, refreshTokenHash } from "./refresh-token.ts";

const day = 24 * 3600;

/** What a sign-in or a refresh hands out. */
export interface Pair {
  readonly user: User;
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface Sessions {
  /** How long a refresh token lives. */
  readonly refreshSeconds: number;
  /** Signs a user in. Joins the transaction of `ctx`. */
  begin(ctx: Context, user: User): Promise<Pair>;
  /** Trades a refresh token for a new pair. A 401 for any token that is not good; one that was used before also ends its session. */
  refresh(ctx: Context, refreshToken: string): Promise<Pair>;
  /** Ends the session of the caller. */
  end(ctx: Context): Promise<void>;
}

export function sessions({ users, sessions: rows, refreshTokens, contracts, config, core }: AuthParts): Sessions {
  const refreshSeconds = config.refreshTokenDays * day;
  const expiry = (): string => new Date(core.now().getTime() + refreshSeconds * 1000).toISOString();

  /** The rows of a session belong to its user: until they have a token, we act for them. */
  const actingAs = (ctx: Context, userId: string, session: string): Context => ({ ...ctx, actor: { kind: "user", id: userId, session } });

  async function issue(ctx: Context, user: User, session: Session, roles: readonly string[]): Promise<Pair> {
    const refreshToken = newRefreshToken();
    await refreshTokens.insert(ctx, {
      hash: refreshTokenHash(refreshToken),
      sessionId: session.id,
      userId: user.id,
      expiresAt: session.expiresAt,
    });
    const claims = { user: user.id, session: session.id, organization: session.organization ?? "", roles };
    return { user, refreshToken, accessToken: await core.tokens.issue(claims, config.accessTokenSeconds) };
  }

  /** Which organization a session acts in, and as what: the one asked for when the user still belongs to it, else their oldest. */
  async function place(ctx: Context, userId: string, organization: string | null) {
    const memberships = await contracts.organizations.membershipsOfUser(ctx, { userId });
    return memberships.find((membership) => membership.organizationId === organization) ?? memberships[0];
  }

  async function revoke(ctx: Context, session: string): Promise<void> {
    await rows.update(ctx, session, { revokedAt: core.now().toISOString() });
  }

  return {
    refreshSeconds,

    begin(ctx, user) {
      return core.database.transact(actingAs(ctx, user.id, ""), async (ctx) => {
        const membership = await place(ctx, user.id, null);
        const session = await rows.insert(ctx, {
          ...(membership === undefined ? {} : { organization: membership.organizationId }),
          expiresAt: expiry(),
          lastUsedAt: core.now().toISOString(),
        });
        return issue(ctx, user, session, membership?.roles ?? []);
      });
    },

    async refresh(ctx, refreshToken) {
      const token = await refreshTokens.findByHash(ctx, refreshTokenHash(refreshToken));
      if (token === undefined) throw notGood();
      const own = actingAs(ctx, token.userId, token.sessionId);
      // Somebody has a copy: whether it was theirs or the user's that came second, nobody can tell. Both must sign in again.
      const usedTwice = async (): Promise<never> => {
        await revoke(own, token.sessionId);
        ctx.log.warn({ session: token.sessionId, user: token.userId }, "A refresh token was used twice; its session is revoked.");
        throw notGood();
      };
      if (token.usedAt !== null) return usedTwice();

      const now = core.now().toISOString();
      const traded = core.database.transact(own, async (ctx) => {
        const session = await rows.find(ctx, token.sessionId);
        if (session === undefined || session.revokedAt !== null || session.expiresAt <= now || token.expiresAt <= now) throw notGood();
        const user = await users.find(ctx, token.userId);
        if (user === undefined) throw notGood();
        await refreshTokens.update(ctx, token.id, { usedAt: now }, token.version);
        const membership = await place(ctx, user.id, session.organization);
        const renewed = await rows.update(ctx, session.id, {
          organization: membership?.organizationId ?? null,
          lastUsedAt: now,
          expiresAt: expiry(),
        });
        return issue(ctx, user, renewed, membership?.roles ?? []);
      });
      return traded.catch((error: unknown) => {
        // Its row has changed since we read it: another request has used the token in this very moment.
        if (error instanceof Problem && error.status === 412) return usedTwice();
        throw error;
      });
    },

    async end(ctx) {
      if (ctx.actor.kind !== "user") throw problem.forbidden("Only a signed-in user can sign out.");
      await revoke(ctx, ctx.actor.session);
    },
  };
}

/** One answer for every reason: an attacker learns nothing from it. */
function notGood(): Problem {
  return problem.unauthenticated("The session has ended, or this refresh token is not valid any more. Sign in again.");
}
