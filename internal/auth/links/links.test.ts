import { Secret, TOTP } from "otpauth";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { LinkRequestRepository } from "../../../generated/auth/repository.gen.ts";
import type { User } from "../../../generated/auth/types.gen.ts";
import { forEachDatabase } from "../../core/testing/test-databases.ts";
import { secretHash } from "../secret.ts";
import { goodPassword, type OpenAuth, openAuth } from "../testing/open-auth.ts";
import { authTools } from "../tools.ts";

const otherPassword = "copper tundra 9 saxophone";
const minute = 60_000;

forEachDatabase((_dialect, database) => {
  let auth: OpenAuth;
  beforeAll(() => {
    auth = openAuth(database());
  });
  const dead = { status: 422, message: expect.stringContaining("does not work any more") };
  const signIn = (email: string, password: string) => auth.service.signIn(auth.nobody, { body: { email, password } });
  const userOf = async (id: string) => auth.parts.users.find(auth.nobody, id);

  describe("proving an address", () => {
    test("takes the link that registering sent, once, in a session of the account", async () => {
      const ada = await auth.register({ proven: false });
      const other = await auth.register();
      const token = auth.linkTo(ada.email);
      expect(await userOf(ada.id)).toMatchObject({ emailVerifiedAt: null });
      // Who opens the link proves nothing about the account when it is not theirs.
      await expect(auth.service.verifyEmail(other.ctx, { body: { token } })).rejects.toMatchObject({ status: 403 });
      expect(await auth.service.verifyEmail(ada.ctx, { body: { token } })).toEqual({ email: ada.email });
      expect((await userOf(ada.id))?.emailVerifiedAt).not.toBeNull();
      await expect(auth.service.verifyEmail(ada.ctx, { body: { token } })).rejects.toMatchObject(dead);
    });

    test("with a newer link the one before is dead; who has proven theirs gets none", async () => {
      const ada = await auth.register({ proven: false });
      const first = auth.linkTo(ada.email);
      await auth.service.requestVerification(ada.ctx);
      const second = auth.linkTo(ada.email);
      expect(second).not.toBe(first);
      await expect(auth.service.verifyEmail(ada.ctx, { body: { token: first } })).rejects.toMatchObject(dead);
      await auth.service.verifyEmail(ada.ctx, { body: { token: second } });
      const before = auth.mailedTo(ada.email).length;
      await auth.service.requestVerification(ada.ctx);
      expect(auth.mailedTo(ada.email)).toHaveLength(before);
    });
  });

  test.each([
    ["verify_email", 24 * 60],
    ["change_email", 60],
    ["reset_password", 15],
    ["magic_link", 15],
  ] as const)("a link to %s works for %i minutes", async (purpose, minutes) => {
    const user = (await userOf((await auth.person()).id)) as User;
    const links = authTools(auth.parts).links;
    const token = await links.issue(auth.nobody, purpose, user, user.email);
    auth.core.advance(minutes * minute - 1000);
    expect(await links.look(auth.nobody, purpose, token)).toMatchObject({ userId: user.id });
    auth.core.advance(1000);
    await expect(links.look(auth.nobody, purpose, token)).rejects.toMatchObject(dead);
  });

  describe("changing the address", () => {
    test("waits for the new one to confirm it, and tells the old one", async () => {
      const ada = await auth.register();
      const email = `new-${ada.email}`;
      await auth.service.changeEmail(ada.ctx, { body: { email: ` ${email.toUpperCase()} ` } });
      await auth.takeUp();
      expect(await userOf(ada.id)).toMatchObject({ email: ada.email });
      expect(await auth.service.confirmEmail(ada.ctx, { body: { token: auth.linkTo(email) } })).toEqual({ email });
      expect(await userOf(ada.id)).toMatchObject({ email });
      expect(auth.mailedTo(ada.email).at(-1)).toBe("Your e-mail address was changed");
      const [membership] = await auth.parts.contracts.organizations.membershipsOfUser(auth.nobody, { userId: ada.id });
      expect(membership).toMatchObject({ email });
      await expect(signIn(ada.email, goodPassword)).rejects.toMatchObject({ status: 401 });
      await signIn(email, goodPassword);
    });

    test("to one that has an account is answered alike; only that address hears why nothing came of it", async () => {
      const [ada, grace] = [await auth.register(), await auth.register()];
      await auth.service.changeEmail(ada.ctx, { body: { email: grace.email } });
      await auth.takeUp();
      expect(auth.mailedTo(grace.email).at(-1)).toBe("Your address has an account already");
      expect(auth.mailedTo(ada.email)).not.toContain("Your address has an account already");
    });

    test("needs a session of the account, not only the link", async () => {
      const [ada, eve] = [await auth.register(), await auth.register()];
      const email = `victim-${ada.email}`;
      await auth.service.changeEmail(eve.ctx, { body: { email } });
      await auth.takeUp();
      await expect(auth.service.confirmEmail(ada.ctx, { body: { token: auth.linkTo(email) } })).rejects.toMatchObject({ status: 403 });
    });
  });

  describe("resetting a password", () => {
    test("works once, ends every session and tells the owner", async () => {
      const ada = await auth.register();
      const { body } = await signIn(ada.email, ada.password);
      await auth.service.requestPasswordReset(auth.nobody, { body: { email: ada.email } });
      await auth.takeUp();
      const token = auth.linkTo(ada.email);
      await auth.service.resetPassword(auth.nobody, { body: { token, password: otherPassword } });
      const refreshToken = String(body.refreshToken);
      await expect(auth.service.refresh(auth.nobody, { body: { refreshToken } })).rejects.toMatchObject({ status: 401 });
      expect(await auth.parts.sessions.listAll(ada.ctx)).toEqual([]);
      await expect(signIn(ada.email, ada.password)).rejects.toMatchObject({ status: 401 });
      await signIn(ada.email, otherPassword);
      expect(auth.mailedTo(ada.email).at(-1)).toBe("Your password was set anew");
      await expect(auth.service.resetPassword(auth.nobody, { body: { token, password: goodPassword } })).rejects.toMatchObject(dead);
    });

    test("a guessed password is refused, and leaves the link good", async () => {
      const ada = await auth.register();
      await auth.service.requestPasswordReset(auth.nobody, { body: { email: ada.email } });
      await auth.takeUp();
      const token = auth.linkTo(ada.email);
      await expect(auth.service.resetPassword(auth.nobody, { body: { token, password: "passwordpassword" } })).rejects.toMatchObject({
        status: 422,
        errors: [{ pointer: "/password" }],
      });
      await auth.service.resetPassword(auth.nobody, { body: { token, password: otherPassword } });
    });

    test("of two that use one link at once, one succeeds", async () => {
      const ada = await auth.register();
      await auth.service.requestPasswordReset(auth.nobody, { body: { email: ada.email } });
      await auth.takeUp();
      const token = auth.linkTo(ada.email);
      const ends = await Promise.allSettled(
        [otherPassword, goodPassword].map((password) => auth.service.resetPassword(auth.nobody, { body: { token, password } })),
      );
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    test("a link of another kind resets nothing", async () => {
      const ada = await auth.register();
      await auth.service.requestMagicLink(auth.nobody, { body: { email: ada.email } });
      await auth.takeUp();
      const body = { token: auth.linkTo(ada.email), password: otherPassword };
      await expect(auth.service.resetPassword(auth.nobody, { body })).rejects.toMatchObject(dead);
    });
  });

  describe("a link to sign in", () => {
    test("signs in once, whoever asks with it", async () => {
      const ada = await auth.register();
      await auth.service.requestMagicLink(auth.nobody, { body: { email: ada.email } });
      await auth.takeUp();
      const token = auth.linkTo(ada.email);
      const { body } = await auth.service.signInByLink(auth.nobody, { body: { token } });
      expect(body.user.id).toBe(ada.id);
      expect(await auth.parts.sessions.listAll(ada.ctx)).toContainEqual(expect.objectContaining({ methods: ["mail"] }));
      await expect(auth.service.signInByLink(auth.nobody, { body: { token } })).rejects.toMatchObject(dead);
    });

    test("to an address that changed meanwhile is dead", async () => {
      const ada = await auth.register();
      await auth.service.requestMagicLink(auth.nobody, { body: { email: ada.email } });
      await auth.takeUp();
      await auth.parts.users.update(auth.nobody, ada.id, { email: `moved-${ada.email}` });
      await expect(auth.service.signInByLink(auth.nobody, { body: { token: auth.linkTo(ada.email) } })).rejects.toMatchObject(dead);
    });

    test("to an address that was never proven takes the account from whoever set it up: nothing that they left lets them in", async () => {
      const squatter = await auth.register({ proven: false });
      const ctx = { ...squatter.ctx, permissions: new Set(["things.read"]) };
      const { secret } = await auth.service.beginTotp(ctx);
      const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: auth.core.now().getTime() });
      await auth.service.confirmTotp(ctx, { body: { code } });
      const expiresAt = new Date(auth.core.now().getTime() + 60 * minute).toISOString();
      await auth.parts.passkeys.insert(ctx, { name: "Key", credentialId: squatter.id, publicKey: "AA", counter: 0 });
      await auth.parts.trustedDevices.insert(ctx, { hash: squatter.id, expiresAt });
      const body = { name: "CI", permissions: ["things.read"], expiresAt };
      const tokens = [
        await auth.service.createServiceToken(ctx, { body }),
        await auth.service.createOrganizationServiceToken(ctx, { body }),
      ];
      const eve = await auth.person();
      const theirs = await auth.service.createOrganizationServiceToken({ ...ctx, actor: eve.ctx.actor }, { body });
      await auth.service.requestMagicLink(auth.nobody, { body: { email: squatter.email } });
      await auth.takeUp();
      const { body: entered } = await auth.service.signInByLink(auth.nobody, { body: { token: auth.linkTo(squatter.email) } });
      const own = auth.as(entered.accessToken);
      await expect(signIn(squatter.email, squatter.password)).rejects.toMatchObject({ status: 401 });
      expect((await auth.parts.sessions.listAll(own)).map(({ methods }) => methods)).toEqual([["mail"]]);
      expect(await auth.service.getSecondFactor(own)).toEqual({ on: false, totp: false, passkeys: 0, recoveryCodes: 0 });
      expect(await auth.parts.trustedDevices.listAll(own)).toEqual([]);
      for (const { token } of tokens)
        expect(await auth.service.serviceTokenStanding(auth.nobody, { hash: secretHash(token) })).toEqual({ alive: false });
      expect(await auth.service.serviceTokenStanding(auth.nobody, { hash: secretHash(theirs.token) })).toMatchObject({ alive: true });
      expect(auth.mailedTo(squatter.email)).toContain("Your address was confirmed");
    });
  });

  test.each(["requestPasswordReset", "requestMagicLink"] as const)(
    "%s does and answers the same for known and unknown addresses",
    async (asked) => {
      const ada = await auth.register();
      const insert = vi.spyOn(auth.parts.linkRequests as LinkRequestRepository, "insert");
      const looks = (["find", "findByEmail", "list"] as const).map((name) => vi.spyOn(auth.parts.users, name));
      const letters = auth.core.mailed.length;
      const events = auth.core.appended.length;
      const answers = [];
      for (const email of [ada.email, `unknown-${ada.email}`]) answers.push(await auth.service[asked](auth.nobody, { body: { email } }));
      expect(answers[0]).toEqual(answers[1]);
      expect(insert).toHaveBeenCalledTimes(2);
      for (const look of looks) expect(look).not.toHaveBeenCalled();
      expect(auth.core.mailed).toHaveLength(letters);
      const told = auth.core.appended.slice(events);
      expect(told.map(({ type }) => type)).toEqual(["auth.linkRequest.created", "auth.linkRequest.created"]);
      expect(JSON.stringify(told)).not.toContain("@");
      await auth.takeUp();
      expect(auth.mailedTo(`unknown-${ada.email}`)).toEqual([]);
      expect(auth.core.mailed).toHaveLength(letters + 1);
      vi.restoreAllMocks();
    },
  );

  test.each(["requestPasswordReset", "requestMagicLink"] as const)(
    "%s is asked for three times in five minutes for one account, known or not, however it is written",
    async (asked) => {
      const ada = await auth.person();
      for (const email of [ada.email, `nobody-${ada.email}`]) {
        const ask = (given: string) => auth.service[asked](auth.nobody, { body: { email: given } });
        for (const given of [email, email.toUpperCase(), ` ${email}`]) await ask(given);
        await expect(ask(email)).rejects.toMatchObject({ status: 429 });
        auth.core.advance(4 * minute);
        await expect(ask(email)).rejects.toMatchObject({ status: 429 });
        auth.core.advance(minute);
        await ask(email);
      }
    },
  );

  test("no token is kept as it was sent", async () => {
    const ada = await auth.register({ proven: false });
    const kept = await auth.parts.links.listOfUser(auth.nobody, ada.id, "verify_email");
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(auth.linkTo(ada.email));
  });
});
