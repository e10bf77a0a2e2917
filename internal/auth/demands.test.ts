import { Secret, TOTP } from "otpauth";
import { beforeAll, describe, expect, test } from "vitest";
import type { UserId } from "../../generated/auth/types.gen.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { type OpenAuth, openAuth, type Person } from "./testing/open-auth.ts";

forEachDatabase((_dialect, database) => {
  let auth: OpenAuth;
  beforeAll(() => {
    auth = openAuth(database());
  });

  const ask = (person: Person, name: "requireSecondFactor" | "requireVerifiedEmail") =>
    auth.core.settings.set(person.ctx, `auth.${name}`, true);
  const signIn = async ({ email, password }: Person) => {
    const { body } = await auth.service.signIn(auth.nobody, { body: { email, password } });
    return { ctx: auth.as(body.accessToken), refreshToken: String(body.refreshToken) };
  };
  const standing = ({ ctx }: Pick<Person, "ctx">) => {
    const { actor, organization } = ctx;
    const [user, session] = actor.kind === "user" ? [actor.id, actor.session] : ["", ""];
    return auth.service.sessionStanding(auth.nobody, { user, session, organization });
  };

  describe("an organization that asks for a second factor", () => {
    test("is closed to sessions without one, those that go on too; they may still set one up", async () => {
      const ada = await auth.register();
      expect(await standing(ada)).toMatchObject({ alive: true });
      await ask(ada, "requireSecondFactor");
      expect(await standing(ada)).toMatchObject({ alive: false });

      const { ctx, refreshToken } = await signIn(ada);
      expect(ctx.organization).toBe("");
      expect(await auth.service.getMe(ctx)).toMatchObject({ lacks: ["second_factor"], permissions: [] });
      expect(await standing({ ctx })).toMatchObject({ alive: true, permissions: [] });
      const { organization } = ada.ctx;
      const back = auth.service.switchOrganization(ctx, { body: { organization } });
      await expect(back).rejects.toMatchObject({ status: 403, message: expect.stringContaining("asks for a second factor") });

      const { secret } = await auth.service.beginTotp(ctx);
      const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: auth.core.now().getTime() });
      await auth.service.confirmTotp(ctx, { body: { code } });
      const { body } = await auth.service.refresh(auth.nobody, { body: { refreshToken } });
      const after = auth.as(body.accessToken);
      expect(after.organization).toBe(ada.ctx.organization);
      expect(await auth.service.getMe(after)).toMatchObject({ lacks: [] });
      expect(await standing({ ctx: after })).toMatchObject({ alive: true });
    });

    test("leaves the person's other organizations open", async () => {
      const ada = await auth.register();
      const { organization } = await auth.parts.contracts.organizations.createOrganization(ada.ctx, {
        body: { name: "Second", userId: ada.id as UserId, userName: "Ada", email: ada.email },
      });
      await ask(ada, "requireSecondFactor");
      expect((await signIn(ada)).ctx.organization).toBe(organization.id);
    });

    test("does not have its turn when nobody asks", async () => {
      const ada = await auth.register();
      expect((await signIn(ada)).ctx.organization).toBe(ada.ctx.organization);
      expect(await auth.service.getMe(ada.ctx)).toMatchObject({ lacks: [], emailVerified: true });
    });
  });

  test("an organization that asks for a confirmed address is closed until it is", async () => {
    const ada = await auth.register({ proven: false });
    await ask(ada, "requireVerifiedEmail");
    const { ctx, refreshToken } = await signIn(ada);
    expect(ctx.organization).toBe("");
    expect(await auth.service.getMe(ctx)).toMatchObject({ lacks: ["verified_email"], emailVerified: false });
    await auth.service.verifyEmail(ctx, { body: { token: auth.linkTo(ada.email) } });
    const { body } = await auth.service.refresh(auth.nobody, { body: { refreshToken } });
    expect(auth.as(body.accessToken).organization).toBe(ada.ctx.organization);
  });
});
