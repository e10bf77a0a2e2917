import { Secret, TOTP } from "otpauth";
import { beforeAll, describe, expect, test } from "vitest";
import type { AuthSqliteTables } from "../../../generated/auth/tables.gen.ts";
import type { UserId } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { SqlDatabase } from "../../core/database/database.ts";
import { forEachDatabase } from "../../core/testing/test-databases.ts";
import { type OpenAuth, openAuth, type Person } from "../testing/open-auth.ts";

const minute = 60_000;
const step = 30_000;
const otherPassword = "copper tundra 9 saxophone";
const wrong = { status: 401, message: expect.stringContaining("was used before") };

forEachDatabase((dialect, database) => {
  let auth: OpenAuth;
  beforeAll(() => {
    auth = openAuth(database());
  });

  /** What an authenticator app shows; `steps` away from now. */
  const codeOf = (secret: string, steps = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: auth.core.now().getTime() + steps * step });

  /** A person with an authenticator app. The clock goes on, so that the next code is a new one. */
  async function enrolled(): Promise<Person & { readonly secret: string; readonly codes: readonly string[] }> {
    const person = await auth.person();
    const { secret } = await auth.service.beginTotp(person.ctx);
    const { codes } = await auth.service.confirmTotp(person.ctx, { body: { code: codeOf(secret) } });
    auth.core.advance(2 * minute);
    return { ...person, secret, codes };
  }

  const signIn = ({ email, password }: Person, archwrightDevice?: string) =>
    auth.service.signIn(auth.nobody, { body: { email, password }, ...(archwrightDevice === undefined ? {} : { archwrightDevice }) });

  /** The challenge that signing in with a password answers. */
  async function firstStep(person: Person): Promise<string> {
    const failure = await signIn(person).then(
      () => undefined,
      (error: { status: number; extensions: { challenge: string } }) => error,
    );
    expect(failure).toMatchObject({ status: 401, slug: "second-factor", extensions: { ways: ["code", "recoveryCode"] } });
    return failure?.extensions.challenge ?? "";
  }
  const secondStep = (challenge: string, shown: object, ctx: Context = auth.nobody) =>
    auth.service.signInSecondFactor(ctx, { body: { challenge, ...shown } });
  const methodsOf = async (accessToken: string | undefined) => {
    const ctx = auth.as(accessToken);
    const session = ctx.actor.kind === "user" ? ctx.actor.session : "";
    return (await auth.parts.sessions.find(ctx, session))?.methods;
  };

  describe("setting up an authenticator app", () => {
    test("counts from the first code on, gives ten recovery codes, and is told", async () => {
      const ada = await auth.register();
      const { secret, uri } = await auth.service.beginTotp(ada.ctx);
      expect(uri).toContain(`secret=${secret}`);
      await signIn(ada);
      await expect(auth.service.confirmTotp(ada.ctx, { body: { code: codeOf(secret, 9) } })).rejects.toMatchObject({
        status: 422,
        errors: [{ pointer: "/code" }],
      });
      const { codes } = await auth.service.confirmTotp(ada.ctx, { body: { code: codeOf(secret) } });
      expect(new Set(codes).size).toBe(10);
      // 120 bits each: a fast hash keeps them well.
      for (const code of codes) expect(code).toMatch(/^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/);
      expect(await auth.service.getSecondFactor(ada.ctx)).toEqual({ on: true, totp: true, passkeys: 0, recoveryCodes: 10 });
      expect(auth.mailedTo(ada.email).at(-1)).toBe("Signing in takes a second step now");
      await firstStep(ada);
      await expect(auth.service.beginTotp(ada.ctx)).rejects.toMatchObject({ status: 409 });
    });

    test("the session in which it was done has shown two factors", async () => {
      const ada = await enrolled();
      const [session] = await auth.parts.sessions.listAll(ada.ctx);
      expect(session?.methods).toEqual(["pwd", "otp", "mfa"]);
    });

    test.skipIf(dialect === "memory")("keeps the secret encrypted, and codes as hashes", async () => {
      const ada = await enrolled();
      const [kept] = await auth.parts.recoveryCodes.listOfUser(auth.nobody, ada.id as UserId);
      expect(ada.codes.join()).not.toContain(kept?.hash);
      const totp = await auth.parts.totps.findOfUser(auth.nobody, ada.id as UserId);
      expect(totp?.secret).toBe(ada.secret);
      const secrets = (database() as SqlDatabase<AuthSqliteTables>).statement((query) => query.selectFrom("totps").select("secret"));
      const stored = await secrets.all(auth.nobody, {});
      expect(stored.length).toBeGreaterThan(0);
      for (const { secret } of stored) expect(secret).toMatch(/^v1:/);
    });
  });

  describe("the second step", () => {
    test("takes a code, and opens a session that has shown two factors", async () => {
      const ada = await enrolled();
      const { body } = await secondStep(await firstStep(ada), { code: codeOf(ada.secret) });
      expect(body.user.id).toBe(ada.id);
      expect(await methodsOf(body.accessToken)).toEqual(["pwd", "otp", "mfa"]);
    });

    test("takes no code twice, not even at once, nor one from before", async () => {
      const ada = await enrolled();
      const code = codeOf(ada.secret);
      const challenges = [await firstStep(ada), await firstStep(ada), await firstStep(ada), await firstStep(ada)];
      const ends = await Promise.allSettled(challenges.slice(0, 3).map((challenge) => secondStep(challenge, { code })));
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const end of ends) if (end.status === "rejected") expect(end.reason).toMatchObject(wrong);
      await expect(secondStep(challenges[3] ?? "", { code: codeOf(ada.secret, -1) })).rejects.toMatchObject(wrong);
    });

    test("is passed once, and within five minutes", async () => {
      const ada = await enrolled();
      const over = { status: 422, message: expect.stringContaining("Begin again") };
      const challenge = await firstStep(ada);
      await secondStep(challenge, { code: codeOf(ada.secret) });
      auth.core.advance(minute);
      await expect(secondStep(challenge, { code: codeOf(ada.secret) })).rejects.toMatchObject(over);
      const late = await firstStep(ada);
      auth.core.advance(5 * minute + 1);
      await expect(secondStep(late, { code: codeOf(ada.secret) })).rejects.toMatchObject(over);
    });

    test("its challenge is no token of any kind", async () => {
      const ada = await enrolled();
      const refreshToken = await firstStep(ada);
      await expect(auth.service.refresh(auth.nobody, { body: { refreshToken } })).rejects.toMatchObject({ status: 401 });
      expect(await auth.parts.sessions.listAll(ada.ctx)).toHaveLength(1);
    });

    test("a code of somebody else's app does not pass", async () => {
      const [ada, eve] = [await enrolled(), await enrolled()];
      await expect(secondStep(await firstStep(ada), { code: codeOf(eve.secret) })).rejects.toMatchObject(wrong);
      await expect(secondStep(await firstStep(ada), { recoveryCode: eve.codes[0] })).rejects.toMatchObject(wrong);
    });

    test("wants one thing, neither none nor two", async () => {
      const challenge = await firstStep(await enrolled());
      await expect(secondStep(challenge, {})).rejects.toMatchObject({ status: 422 });
      await expect(secondStep(challenge, { code: "000000", recoveryCode: "x" })).rejects.toMatchObject({ status: 422 });
    });

    test("may be tried five times a minute and fifty times a day for one account, whichever challenge it is for", async () => {
      const ada = await enrolled();
      let tried = 0;
      for (let round = 0; round < 10; round++) {
        const challenge = await firstStep(ada);
        for (let tries = 0; tries < 5; tries++, tried++)
          await expect(secondStep(challenge, { code: "000000" })).rejects.toMatchObject({ status: 401 });
        await expect(secondStep(await firstStep(ada), { code: codeOf(ada.secret) })).rejects.toMatchObject({ status: 429 });
        auth.core.advance(minute + 1);
      }
      expect(tried).toBe(50);
      await expect(secondStep(await firstStep(ada), { code: codeOf(ada.secret) })).rejects.toMatchObject({ status: 429 });
    });

    test("comes after a link from a mail as well", async () => {
      const ada = await enrolled();
      await auth.service.requestMagicLink(auth.nobody, { body: { email: ada.email } });
      await auth.takeUp();
      await expect(auth.service.signInByLink(auth.nobody, { body: { token: auth.linkTo(ada.email) } })).rejects.toMatchObject({
        status: 401,
        slug: "second-factor",
      });
    });
  });

  describe("a recovery code", () => {
    test("stands for the second factor once, however it is typed, and its use is told", async () => {
      const ada = await enrolled();
      const [recoveryCode = ""] = ada.codes;
      const { body } = await secondStep(await firstStep(ada), { recoveryCode: ` ${recoveryCode.toLowerCase().replaceAll("-", " ")}` });
      expect(await methodsOf(body.accessToken)).toEqual(["pwd", "recovery", "mfa"]);
      expect(auth.mailedTo(ada.email).at(-1)).toBe("A recovery code was used");
      await expect(secondStep(await firstStep(ada), { recoveryCode })).rejects.toMatchObject(wrong);
      expect(await auth.service.getSecondFactor(ada.ctx)).toMatchObject({ recoveryCodes: 9 });
    });

    test("shown twice at once lets one in", async () => {
      const ada = await enrolled();
      const challenges = [await firstStep(ada), await firstStep(ada), await firstStep(ada)];
      const ends = await Promise.allSettled(challenges.map((challenge) => secondStep(challenge, { recoveryCode: ada.codes[0] })));
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    test("from before the last ten is worth nothing", async () => {
      const ada = await enrolled();
      const { codes } = await auth.service.renewRecoveryCodes(ada.ctx);
      await expect(secondStep(await firstStep(ada), { recoveryCode: ada.codes[3] })).rejects.toMatchObject(wrong);
      await secondStep(await firstStep(ada), { recoveryCode: codes[3] });
    });
  });

  describe("a trusted device", () => {
    /** The secret of the device's cookie, after a second step that asked for trust. */
    async function trusted(person: Person & { readonly secret: string }): Promise<string> {
      const { headers } = await secondStep(await firstStep(person), { code: codeOf(person.secret), trustDevice: true });
      const cookie = headers["Set-Cookie"]?.find((one) => one.startsWith("archwright_device="));
      expect(cookie).toMatch(/HttpOnly; SameSite=Strict; .*Max-Age=2592000; Secure$/);
      auth.core.advance(minute);
      return /=([^;]*)/.exec(cookie ?? "")?.[1] ?? "";
    }

    test("is asked for no second factor for 30 days", async () => {
      const ada = await enrolled();
      const device = await trusted(ada);
      const { body } = await signIn(ada, device);
      expect(await methodsOf(body.accessToken)).toEqual(["pwd", "mfa"]);
      auth.core.advance(30 * 24 * 60 * minute);
      await expect(signIn(ada, device)).rejects.toMatchObject({ slug: "second-factor" });
    });

    test("is trusted by its own user alone, and not when they have revoked it", async () => {
      const [ada, eve] = [await enrolled(), await enrolled()];
      const device = await trusted(ada);
      await expect(signIn(eve, device)).rejects.toMatchObject({ slug: "second-factor" });
      const { items } = await auth.service.listTrustedDevices(ada.ctx, {});
      expect(items).toHaveLength(1);
      expect(JSON.stringify(items)).not.toContain("hash");
      for (const { id } of items) {
        await expect(auth.service.deleteTrustedDevice(eve.ctx, id)).rejects.toMatchObject({ status: 404 });
        await auth.service.deleteTrustedDevice(ada.ctx, id);
      }
      await expect(signIn(ada, device)).rejects.toMatchObject({ slug: "second-factor" });
    });

    const changes: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
      changePassword: ({ ctx, password: current }) => auth.service.changePassword(ctx, { body: { current, password: otherPassword } }),
      async resetPassword({ email }) {
        await auth.service.requestPasswordReset(auth.nobody, { body: { email } });
        await auth.takeUp();
        await auth.service.resetPassword(auth.nobody, { body: { token: auth.linkTo(email), password: otherPassword } });
      },
      setPassword: ({ email }) => auth.service.setPassword(auth.nobody, { email, body: { password: otherPassword } }),
      setDisabled: ({ email }) => auth.service.setDisabled(auth.nobody, { email, body: { disabled: true } }),
      turnOffSecondFactor: ({ ctx }) => auth.service.turnOffSecondFactor(ctx),
      resetSecondFactor: ({ email }) => auth.service.resetSecondFactor(auth.nobody, { body: { email } }),
    };
    test.each(Object.entries(changes))("is trusted no more after %s", async (_, change) => {
      const [ada, eve] = [await enrolled(), await enrolled()];
      for (const person of [ada, eve]) await trusted(person);
      await change(ada);
      expect(await auth.parts.trustedDevices.listAll(ada.ctx)).toEqual([]);
      expect(await auth.parts.trustedDevices.listAll(eve.ctx)).toHaveLength(1);
    });

    test("without a second factor no cookie is made", async () => {
      const ada = await enrolled();
      const { headers } = await secondStep(await firstStep(ada), { code: codeOf(ada.secret) });
      expect(headers["Set-Cookie"]).toBeUndefined();
    });
  });

  describe("without it", () => {
    test("signing in takes one step again, and nothing of it stays", async () => {
      const ada = await enrolled();
      await auth.service.turnOffSecondFactor(ada.ctx);
      await signIn(ada);
      expect(await auth.service.getSecondFactor(ada.ctx)).toEqual({ on: false, totp: false, passkeys: 0, recoveryCodes: 0 });
      expect(auth.mailedTo(ada.email).at(-1)).toBe("Signing in takes one step now");
    });

    test("it cannot be turned on with nothing to show, nor can recovery codes be had", async () => {
      const ada = await auth.register();
      await expect(auth.service.turnOnSecondFactor(ada.ctx)).rejects.toMatchObject({ status: 409 });
      await expect(auth.service.renewRecoveryCodes(ada.ctx)).rejects.toMatchObject({ status: 409 });
    });

    test("an administrator takes it from who has lost theirs: sessions end, and the owner is told", async () => {
      const ada = await enrolled();
      await auth.parts.passkeys.insert(ada.ctx, { name: "Key", credentialId: ada.id, publicKey: "AA", counter: 0 });
      await auth.service.resetSecondFactor(auth.core.system("admin", ""), { body: { email: ada.email } });
      expect(await auth.service.getSecondFactor(ada.ctx)).toEqual({ on: false, totp: false, passkeys: 0, recoveryCodes: 0 });
      expect(await auth.parts.sessions.listAll(ada.ctx)).toEqual([]);
      expect(auth.mailedTo(ada.email).at(-1)).toBe("Your second factors were taken away");
      await signIn(ada);
      await expect(
        auth.service.resetSecondFactor(auth.core.system("admin", ""), { body: { email: "no@example.com" } }),
      ).rejects.toMatchObject({
        status: 404,
      });
    });

    test("a reset password does not get around it", async () => {
      const ada = await enrolled();
      await auth.service.requestPasswordReset(auth.nobody, { body: { email: ada.email } });
      await auth.takeUp();
      await auth.service.resetPassword(auth.nobody, { body: { token: auth.linkTo(ada.email), password: otherPassword } });
      await expect(signIn({ ...ada, password: otherPassword })).rejects.toMatchObject({ slug: "second-factor" });
    });
  });
});
