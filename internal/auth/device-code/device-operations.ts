import type { AuthParts, AuthService } from "../../../generated/auth/service.gen.ts";
import type { DeviceSignIn, SessionId, User } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { Failure } from "../../core/http/declared-failure.ts";
import { Problem, problem } from "../../core/problems/problem.ts";
import { actingAs } from "../acting-as.ts";
import { newSecret, secretHash } from "../secret.ts";
import type { AuthTools } from "../tools.ts";
import { newUserCode, userCodeHash } from "./user-code.ts";

const seconds = 600;
/** RFC 8628, 3.2 and 3.5: to begin with, and more for each question that comes too soon. */
const interval = 5;
const grantType = "urn:ietf:params:oauth:grant-type:device_code";

type Operations = Pick<AuthService, "beginDeviceSignIn" | "deviceToken" | "lookUpDevice" | "decideDevice">;

/** Signing in programs without a browser (RFC 8628): their user approves elsewhere, while they ask again and again. */
export function deviceOperations(parts: AuthParts, tools: AuthTools): Operations {
  const { users, sessions: sessionRows, deviceSignIns: rows, config, core } = parts;
  const { self, mustBeRecent, sessions, announce } = tools;

  /** The program behind a user code that waits to be decided on. */
  async function waiting(ctx: Context, userCode: string): Promise<DeviceSignIn> {
    const found = await rows.findByUserCode(ctx, userCodeHash(userCode));
    if (found === undefined || found.state !== "waiting" || found.expiresAt <= core.now().toISOString())
      throw problem.notFound(
        "No program waits with this code. Codes hold for ten minutes: look at it again, or let the program make a new one.",
      );
    return found;
  }

  /** Writes down that the program has asked, and refuses when it was too soon. */
  async function asked(ctx: Context, found: DeviceSignIn): Promise<DeviceSignIn> {
    const now = core.now();
    const tooSoon = found.askedAt !== null && now.getTime() - Date.parse(found.askedAt) < found.interval * 1000;
    const change = { askedAt: now.toISOString(), interval: found.interval + (tooSoon ? interval : 0) };
    const row = await rows.update(ctx, found.id, change, found.version).catch(askedTwice);
    if (tooSoon) throw refused("slow_down", `Wait ${row.interval} seconds between two questions.`);
    return row;
  }

  /**
   * Who let the program in; undefined when nobody did, or when the session in which they did has ended since: whoever ends it means what
   * came of it as well.
   */
  async function approver(ctx: Context, { state, userId, sessionId }: DeviceSignIn): Promise<User | undefined> {
    if (state !== "approved" || userId === null || sessionId === null) return undefined;
    const session = await sessionRows.find(actingAs(ctx, userId), sessionId);
    return session === undefined ? undefined : users.find(ctx, userId);
  }

  return {
    async beginDeviceSignIn(ctx, { body }) {
      const [deviceCode, userCode] = [newSecret(), newUserCode()];
      const { address } = ctx.client;
      await rows.insert(ctx, {
        client: body.client_id,
        hash: secretHash(deviceCode),
        userCodeHash: userCodeHash(userCode),
        expiresAt: new Date(core.now().getTime() + seconds * 1000).toISOString(),
        ...(address === "unknown" ? {} : { address: address.slice(0, 60) }),
      });
      const uri = core.address("/device");
      return {
        device_code: deviceCode,
        user_code: userCode,
        verification_uri: uri,
        verification_uri_complete: `${uri}?code=${userCode}`,
        expires_in: seconds,
        interval,
      };
    },

    async deviceToken(ctx, { body }) {
      if (body.grant_type !== grantType) throw refused("unsupported_grant_type", `Only ${grantType} is taken here.`);
      const found = await rows.findByHash(ctx, secretHash(body.device_code));
      if (found === undefined) throw refused("invalid_grant", "There is no such device code, or it was used.");
      if (found.expiresAt <= core.now().toISOString()) throw refused("expired_token", "Nobody approved in time. Begin again.");
      const row = await asked(ctx, found);
      if (row.state === "waiting") throw refused("authorization_pending", "The user has not decided yet.");
      return core.database
        .transact(ctx, async (ctx) => {
          await rows.delete(ctx, row.id, row.version).catch(askedTwice);
          const user = await approver(ctx, row);
          if (user === undefined) return undefined;
          const pair = await sessions.open(ctx, user, { methods: row.methods, keep: "body" });
          return {
            access_token: pair.accessToken,
            token_type: "Bearer",
            expires_in: config.accessTokenSeconds,
            refresh_token: pair.refreshToken,
          };
        })
        .then((tokens) => {
          if (tokens === undefined) throw refused("access_denied", "The user did not approve.");
          return tokens;
        });
    },

    async lookUpDevice(ctx, { body }) {
      const { client, address, createdAt } = await waiting(ctx, body.userCode);
      return { client, address, createdAt };
    },

    async decideDevice(ctx, { body }) {
      const user = await self(ctx);
      const found = await waiting(ctx, body.userCode);
      if (!body.approve) {
        await rows.update(ctx, found.id, { state: "denied" }, found.version);
        return;
      }
      await mustBeRecent(ctx);
      const sessionId = (ctx.actor.kind === "user" ? ctx.actor.session : "") as SessionId;
      const session = await sessionRows.find(ctx, sessionId);
      // The program's session has shown what this one has, no more.
      const approval = { state: "approved", userId: user.id, sessionId, methods: session?.methods ?? [] } as const;
      await rows.update(ctx, found.id, approval, found.version);
      await announce(ctx, user, "deviceLetIn", { what: found.client });
    },
  };
}

/** Another question of the same program came at the same moment, and was first. */
function askedTwice(error: unknown): never {
  const late = error instanceof Problem && (error.status === 404 || error.status === 412);
  throw late ? refused("slow_down", "Wait longer between two questions.") : error;
}

/** An error as OAuth 2.0 tells it (RFC 6749, 5.2): clients of that standard read nothing else. */
function refused(error: string, description: string): Failure {
  return new Failure({ status: 400, body: { error, error_description: description } });
}
