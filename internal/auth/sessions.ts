import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { RefreshToken, Session, User } from "../../generated/auth/types.gen.ts";
import { databaseAuditLog } from "../core/audit/database-audit-log.ts";
import { newCsrfSecret, secretHash } from "../core/auth/session-cookies.ts";
import { standingChanged } from "../core/auth/standing.ts";
import type { Context } from "../core/context/context.ts";
import { missing, ownerUser } from "../core/database/rows.ts";
import { Problem, problem } from "../core/problems/problem.ts";
import { actingAs } from "./acting-as.ts";
import { type Demand, demanded, demands } from "./demands.ts";
import { knownBrowsers } from "./known-browsers.ts";
import { memberships, type Place } from "./membership.ts";
import { newSecret, secretHash as refreshTokenHash } from "./secret.ts";

const day = 24 * 3600;
/** For so long a client whose answer was lost may use a refresh token again. */
const retryMilliseconds = 10_000;
/** Two that trade the same token at once wait for each other this often. */
const mostTries = 3;

/** How somebody has shown who they are, and where their tokens go. */
export interface Shown {
  /** What they showed, as RFC 8176 names it: `pwd`, `otp`, `hwk`. */
  readonly methods: readonly string[];
  /** "cookie" for browsers: the tokens then need the secret of the session, which goes into a cookie that pages read. */
  readonly keep: "body" | "cookie";
}

/** What a sign-in or a refresh hands out. */
export interface Pair {
  readonly user: User;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** The secret of a session in cookies; undefined for others. */
  readonly csrf: string | undefined;
  /** What tells a browser that somebody has just signed in with from strangers. */
  readonly browser?: string;
}

/** The next access token of a session. */
export interface Access {
  readonly user: User;
  readonly accessToken: string;
  /** Whether the session is kept in cookies. */
  readonly inCookies: boolean;
}

export interface Sessions {
  /** How long a refresh token lives. */
  readonly refreshSeconds: number;
  /** Opens a session for a user who has shown who they are: every way to sign in ends here. A 403 when the account is disabled. Joins the transaction of `ctx`. */
  open(ctx: Context, user: User, shown: Shown): Promise<Pair>;
  /**
   * Trades a refresh token for a new pair. A 401 for any token that is not good; one that was used before also ends its session. A 403
   * for a session in cookies without its secret.
   */
  refresh(ctx: Context, refreshToken: string, csrf: string | undefined): Promise<Pair>;
  /** Adds to what was shown in the session of the caller: they have set up a second factor in it. */
  strengthen(ctx: Context, methods: readonly string[]): Promise<void>;
  /** What organizations of the caller ask for, and their session has not shown. */
  lacks(ctx: Context, user: User, session: string): Promise<Demand[]>;
  /**
   * Lets a session of the caller act in another organization from now on, and gives the access token for it. A 404 when the caller does
   * not belong to the organization, or there is no such session; a 403 when the session lacks what the organization asks for.
   */
  moveTo(ctx: Context, session: string, organization: string): Promise<Access>;
  /** Ends a session of the caller. A 404 when there is none of this id. */
  end(ctx: Context, session: string, expected?: number): Promise<void>;
  /** Ends all sessions of the caller but the one named, and knows none of their browsers any more. */
  endAll(ctx: Context, but: string | undefined): Promise<void>;
}

export function sessions(
  parts: Pick<AuthParts, "users" | "sessions" | "refreshTokens" | "knownBrowsers" | "contracts" | "config" | "core">,
): Sessions {
  const { users, sessions: rows, refreshTokens, config, core } = parts;
  const places = memberships(parts);
  const lacking = demands(parts);
  const browsers = knownBrowsers(parts);
  const audit = databaseAuditLog(core.database, core.now);
  const refreshSeconds = config.refreshTokenDays * day;
  /** As long as it is used, but never longer than a session may last. */
  const expiry = (signedInAt: string): string => {
    const [unused, longest] = [core.now().getTime() + refreshSeconds * 1000, Date.parse(signedInAt) + config.sessionDays * day * 1000];
    return new Date(Math.min(unused, longest)).toISOString();
  };

  /** What is shown of the device in the list of sessions. */
  const seen = ({ client: { address, agent } }: Context, signedInAt: string) => ({
    device: agent === "" ? null : agent.slice(0, 300),
    address: address === "unknown" ? null : address.slice(0, 60),
    lastUsedAt: core.now().toISOString(),
    expiresAt: expiry(signedInAt),
  });

  function accessToken({ id, organization, csrfHash }: Session, user: User, place: Place | undefined): Promise<string> {
    const claims = { user: user.id, session: id, organization: organization ?? "", roles: place?.roles ?? [] };
    return core.tokens.issue(csrfHash === null ? claims : { ...claims, csrf: csrfHash }, config.accessTokenSeconds);
  }

  async function issue(
    ctx: Context,
    user: User,
    session: Session,
    place: Place | undefined,
    csrf: string | undefined,
  ): Promise<Pair & { readonly stored: RefreshToken }> {
    const refreshToken = newSecret();
    const stored = await refreshTokens.insert(ctx, {
      hash: refreshTokenHash(refreshToken),
      sessionId: session.id,
      userId: user.id,
      expiresAt: session.expiresAt,
    });
    return { user, refreshToken, csrf, stored, accessToken: await accessToken(session, user, place) };
  }

  /** Where a user acts who has shown `methods`: where they ask to, or where they may. */
  const placeOf = (ctx: Context, user: User, methods: readonly string[], wanted: string | null) =>
    places.prefer(ctx, user.id, wanted, async (organization) => (await lacking(organization, user, methods)).length === 0);

  /** Ends a session if it is still there; what its tokens could do, nobody can any more. */
  async function close(ctx: Context, session: string, expected?: number): Promise<void> {
    await rows.delete(ctx, session, expected);
    core.database.afterCommit(ctx, () => standingChanged(core.live, ownerUser(ctx)));
  }

  /** Somebody has a copy: whether it was theirs or the user's that came second, nobody can tell. Both must sign in again. */
  async function usedTwice(ctx: Context, { sessionId, userId }: RefreshToken): Promise<never> {
    await core.database.transact(ctx, async (ctx) => {
      await close(ctx, sessionId).catch(unlessGone);
      await audit.record(ctx, { operation: "refreshTokenUsedTwice", after: { session: sessionId, address: ctx.client.address } });
    });
    ctx.log.warn({ session: sessionId, user: userId }, "A refresh token was used twice; its session has ended.");
    throw notGood();
  }

  /**
   * The token that is traded: the one shown, or, when the answer to its first use may have been lost, the one that was in that answer.
   * Nobody but the client that used it may ask again, for ten seconds, and only while nobody has used what the answer held.
   */
  async function tradable(ctx: Context, shown: RefreshToken, session: Session): Promise<RefreshToken | undefined> {
    if (shown.usedAt === null) return shown;
    const { address, device } = seen(ctx, session.signedInAt);
    const same = address !== null && device !== null && address === session.address && device === session.device;
    const late = core.now().getTime() - Date.parse(shown.usedAt) > retryMilliseconds;
    if (!same || late || shown.successorId === null) return undefined;
    const successor = await refreshTokens.find(ctx, shown.successorId);
    return successor?.usedAt === null ? successor : undefined;
  }

  /** Trades a token for a pair, in one transaction; undefined when it was used before. */
  function trade(ctx: Context, shown: RefreshToken, csrf: string | undefined): Promise<Pair | undefined> {
    return core.database.transact(ctx, async (ctx) => {
      const now = core.now().toISOString();
      const session = await rows.find(ctx, shown.sessionId);
      if (session === undefined || session.expiresAt <= now || shown.expiresAt <= now) throw notGood();
      if (session.csrfHash !== null && (csrf === undefined || secretHash(csrf) !== session.csrfHash)) throw withoutSecret();
      const user = await users.find(ctx, shown.userId);
      if (user === undefined || user.disabledAt !== null) throw notGood();
      const traded = await tradable(ctx, shown, session);
      if (traded === undefined) return undefined;
      const place = await placeOf(ctx, user, session.methods, session.organization);
      const renewed = await rows.update(ctx, session.id, { organization: place?.organization ?? null, ...seen(ctx, session.signedInAt) });
      const { stored, ...pair } = await issue(ctx, user, renewed, place, session.csrfHash === null ? undefined : csrf);
      await refreshTokens.update(ctx, traded.id, { usedAt: now, successorId: stored.id }, traded.version);
      if (traded.id !== shown.id) await refreshTokens.update(ctx, shown.id, { successorId: stored.id }, shown.version);
      return pair;
    });
  }

  return {
    refreshSeconds,

    async open(ctx, user, { methods, keep }) {
      if (user.disabledAt !== null) throw problem.forbidden("This account is disabled. Ask whoever runs the platform.");
      return core.database.transact(actingAs(ctx, user.id), async (ctx) => {
        const place = await placeOf(ctx, user, methods, null);
        const csrf = keep === "cookie" ? newCsrfSecret() : undefined;
        const signedInAt = core.now().toISOString();
        const session = await rows.insert(ctx, {
          ...seen(ctx, signedInAt),
          signedInAt,
          methods,
          ...(place === undefined ? {} : { organization: place.organization }),
          ...(csrf === undefined ? {} : { csrfHash: secretHash(csrf) }),
        });
        const { stored: _, ...pair } = await issue(ctx, user, session, place, csrf);
        return keep === "cookie" ? { ...pair, browser: await browsers.remember(ctx) } : pair;
      });
    },

    async refresh(ctx, refreshToken, csrf) {
      for (let tries = 1; ; tries++) {
        const shown = await refreshTokens.findByHash(ctx, refreshTokenHash(refreshToken));
        if (shown === undefined) throw notGood();
        const own = actingAs(ctx, shown.userId, shown.sessionId);
        try {
          return (await trade(own, shown, csrf)) ?? (await usedTwice(own, shown));
        } catch (error) {
          // A row has changed since we read it: another request trades the same token in this very moment. Look again.
          if (!(error instanceof Problem && error.status === 412) || tries === mostTries) throw error;
        }
      }
    },

    async strengthen(ctx, methods) {
      const id = ctx.actor.kind === "user" ? ctx.actor.session : "";
      const session = await rows.find(ctx, id);
      if (session === undefined) return;
      await rows.update(ctx, id, { methods: [...new Set([...session.methods, ...methods])] });
      core.database.afterCommit(ctx, () => standingChanged(core.live, ownerUser(ctx)));
    },

    async lacks(ctx, user, id) {
      const [session, all] = await Promise.all([rows.find(ctx, id), places.all(ctx, user.id)]);
      const found = await Promise.all(all.map(({ organization }) => lacking(organization, user, session?.methods ?? [])));
      return [...new Set(found.flat())];
    },

    moveTo: (ctx, id, organization) =>
      core.database.transact(ctx, async (ctx) => {
        const user = await users.find(ctx, ownerUser(ctx));
        const place = await places.in(ctx, ownerUser(ctx), organization);
        if (user === undefined || place === undefined) throw missing("Organization", organization);
        const { methods } = (await rows.find(ctx, id)) ?? { methods: [] };
        const [lacks] = await lacking(organization, user, methods);
        if (lacks !== undefined) throw problem.forbidden(demanded[lacks]);
        const session = await rows.update(ctx, id, { organization });
        return { user, accessToken: await accessToken(session, user, place), inCookies: session.csrfHash !== null };
      }),

    end: (ctx, session, expected) => core.database.transact(ctx, (ctx) => close(ctx, session, expected)),

    endAll: (ctx, but) =>
      core.database.transact(ctx, async (ctx) => {
        for (const { id } of await rows.listAll(ctx)) if (id !== but) await close(ctx, id).catch(unlessGone);
        await browsers.forgetAll(ctx);
      }),
  };
}

function unlessGone(error: unknown): void {
  if (!(error instanceof Problem && error.status === 404)) throw error;
}

/** One answer for every reason: an attacker learns nothing from it. */
function notGood(): Problem {
  return problem.unauthenticated("The session has ended, or this refresh token is not valid any more. Sign in again.");
}

function withoutSecret(): Problem {
  return problem.forbidden("This session is kept in cookies: send the value of the cookie archwright_csrf as the header X-CSRF-Token.");
}
