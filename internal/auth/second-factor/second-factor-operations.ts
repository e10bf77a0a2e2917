import type { AuthParts, AuthService } from "../../../generated/auth/service.gen.ts";
import type { Challenge, SecondFactorSignIn, User, UserId } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { type Problem, problem } from "../../core/problems/problem.ts";
import { accountLimit } from "../../core/rate-limit/account-limit.ts";
import { actingAs } from "../acting-as.ts";
import { normalEmail } from "../email.ts";
import { severalFactors } from "../several-factors.ts";
import { signInAnswer } from "../sign-in-answer.ts";
import type { AuthTools } from "../tools.ts";

const minute = 60;
const day = 24 * 3600;

type Operations = Pick<
  AuthService,
  | "getSecondFactor"
  | "beginTotp"
  | "confirmTotp"
  | "turnOnSecondFactor"
  | "turnOffSecondFactor"
  | "renewRecoveryCodes"
  | "secondFactorPasskeyOptions"
  | "signInSecondFactor"
  | "resetSecondFactor"
>;

/** What of an account can be shown as its second factor. */
type Way = "code" | "recoveryCode" | "passkey";

/** Second factors: setting them up, the second step of signing in, and taking them away. */
export function secondFactorOperations(parts: AuthParts, tools: AuthTools): Operations {
  const { users, totps: totpRows, passkeys: passkeyRows, core } = parts;
  const { self, mustBeRecent, sessions, challenges, totps, recoveryCodes, devices, passkeys, announce } = tools;
  const answer = signInAnswer(parts, sessions);
  // A code has a million values, of which three are right at any time: guessing must stay hopeless over weeks too.
  const countTry = accountLimit(core.rateLimiter, { what: "secondFactor", limit: 5, windowSeconds: minute });
  const countDay = accountLimit(core.rateLimiter, { what: "secondFactorOfDay", limit: 50, windowSeconds: day });

  async function confirmed(ctx: Context, userId: string) {
    const totp = await totpRows.findOfUser(ctx, userId);
    return totp?.confirmedAt == null ? undefined : totp;
  }

  /** Switches the second step on, with recovery codes. Joins the transaction of `ctx`. */
  async function turnOn(ctx: Context, user: User): Promise<{ codes: readonly string[] }> {
    const codes = await recoveryCodes.renew(ctx, user.id);
    await users.update(ctx, user.id, { secondFactor: true }, user.version);
    await announce(ctx, user, "secondFactorOn");
    return { codes };
  }

  /** Forgets what belongs to the second step. Joins the transaction of `ctx`, which acts for the user. */
  async function turnOff(ctx: Context, user: User): Promise<void> {
    const totp = await totpRows.findOfUser(ctx, user.id);
    if (totp !== undefined) await totpRows.delete(ctx, totp.id);
    await recoveryCodes.forgetAll(ctx, user.id);
    await devices.forgetAll(ctx);
    if (user.secondFactor) await users.update(ctx, user.id, { secondFactor: false }, user.version);
  }

  async function userOf(ctx: Context, challenge: Challenge): Promise<User> {
    const user = await users.find(ctx, ownerOf(challenge));
    if (user === undefined) throw problem.unauthenticated("This account is gone. Sign in with another one.");
    return user;
  }

  async function shows(
    ctx: Context,
    way: Way,
    user: User,
    { code = "", recoveryCode = "", passkey }: SecondFactorSignIn,
  ): Promise<boolean> {
    switch (way) {
      case "code": {
        const totp = await confirmed(ctx, user.id);
        return totp !== undefined && totps.take(ctx, totp, code);
      }
      case "recoveryCode":
        return recoveryCodes.take(ctx, user.id, recoveryCode);
      case "passkey":
        return passkey !== undefined && (await passkeys.take(ctx, "passkey_second_factor", passkey))?.createdBy === user.id;
    }
  }

  return {
    async getSecondFactor(ctx) {
      const { id, secondFactor } = await self(ctx);
      const [totp, known, left] = await Promise.all([confirmed(ctx, id), passkeyRows.listAll(ctx), recoveryCodes.left(ctx, id)]);
      return { on: secondFactor, totp: totp !== undefined, passkeys: known.length, recoveryCodes: left };
    },

    async beginTotp(ctx) {
      const user = await self(ctx);
      await mustBeRecent(ctx);
      return totps.begin(ctx, user);
    },

    async confirmTotp(ctx, { body }) {
      const user = await self(ctx);
      const totp = await totpRows.findOfUser(ctx, user.id);
      if (totp === undefined || totp.confirmedAt !== null)
        throw problem.conflict("No authenticator app waits for its first code. Begin by asking for a secret.");
      if (!(await totps.take(ctx, totp, body.code)))
        throw problem.invalid("This code is not right. Wait for the next one, and make sure that the clock of the device is.", {
          pointer: "/code",
        });
      return core.database.transact(ctx, async (ctx) => {
        await sessions.strengthen(ctx, ["otp", severalFactors]);
        return turnOn(ctx, user);
      });
    },

    async turnOnSecondFactor(ctx) {
      const user = await self(ctx);
      await mustBeRecent(ctx);
      if (user.secondFactor) throw problem.conflict("Signing in takes a second step already.");
      if ((await passkeyRows.listAll(ctx)).length === 0)
        throw problem.conflict("There is nothing to show as a second factor yet. Add a passkey, or set up an authenticator app.");
      return turnOn(ctx, user);
    },

    async turnOffSecondFactor(ctx) {
      const user = await self(ctx);
      await mustBeRecent(ctx);
      if (!user.secondFactor) return;
      await turnOff(ctx, user);
      await announce(ctx, user, "secondFactorOff");
    },

    async renewRecoveryCodes(ctx) {
      const user = await self(ctx);
      await mustBeRecent(ctx);
      if (!user.secondFactor) throw problem.conflict("Recovery codes go with a second factor. Turn that on first.");
      const codes = await recoveryCodes.renew(ctx, user.id);
      await announce(ctx, user, "recoveryCodesRenewed");
      return { codes };
    },

    async secondFactorPasskeyOptions(ctx, { body }) {
      const challenge = await challenges.look(ctx, "second_factor", body.challenge);
      return (await passkeys.requestOptions(ctx, "passkey_second_factor", ownerOf(challenge))) as Record<string, unknown>;
    },

    async signInSecondFactor(ctx, { body }) {
      const given = (["code", "recoveryCode", "passkey"] as const).filter((way) => body[way] !== undefined);
      const [way] = given;
      if (way === undefined || given.length > 1) throw problem.invalid("Send one of code, recoveryCode and passkey.");
      const challenge = await challenges.look(ctx, "second_factor", body.challenge);
      await countTry(ownerOf(challenge));
      await countDay(ownerOf(challenge));
      const user = await userOf(ctx, challenge);
      const own = actingAs(ctx, user.id);
      if (!(await shows(own, way, user, body))) throw wrongCode();
      return core.database.transact(own, async (ctx) => {
        await challenges.use(ctx, challenge);
        if (way === "recoveryCode") await announce(ctx, user, "recoveryCodeUsed", { what: String(await recoveryCodes.left(ctx, user.id)) });
        const methods = [...challenge.methods, ...shown[way], severalFactors];
        const { body: signedIn, headers } = answer(await sessions.open(ctx, user, { methods, keep: body.keep ?? "body" }));
        if (body.trustDevice !== true) return { body: signedIn, headers };
        return { body: signedIn, headers: { "Set-Cookie": [...(headers["Set-Cookie"] ?? []), await devices.trust(ctx)] } };
      });
    },

    async resetSecondFactor(ctx, { body }) {
      const user = await users.findByEmail(ctx, normalEmail(body.email));
      if (user === undefined) throw problem.notFound(`Nobody has the e-mail address ${body.email}.`);
      await core.database.transact(ctx, async (ctx) => {
        const own = actingAs(ctx, user.id);
        await turnOff(own, user);
        for (const { id } of await passkeyRows.listAll(own)) await passkeyRows.delete(own, id);
        await sessions.endAll(own, undefined);
        await announce(ctx, user, "secondFactorReset");
      });
    },
  };
}

/** As RFC 8176 names them; it has no name for a code on paper. */
const shown: Readonly<Record<Way, readonly string[]>> = { code: ["otp"], recoveryCode: ["recovery"], passkey: ["hwk"] };

function ownerOf({ userId }: Challenge): UserId {
  if (userId === null) throw problem.unauthenticated("This step belongs to nobody. Begin again.");
  return userId;
}

/** The same for a wrong code, one that was used, and a factor that the account does not have. */
function wrongCode(): Problem {
  return problem.unauthenticated("This is not right, or was used before. Wait for the next code, and try again.");
}
