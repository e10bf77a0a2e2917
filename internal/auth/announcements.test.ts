import { Secret, TOTP } from "otpauth";
import { beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { auditedOf } from "./testing/audited-of.ts";
import { type OpenAuth, openAuth } from "./testing/open-auth.ts";

forEachDatabase((_dialect, database) => {
  let auth: OpenAuth;
  beforeAll(() => {
    auth = openAuth(database());
  });

  test("every change of how an account is signed in to is written down under its owner, and told to their address", async () => {
    const ada = await auth.register();
    const { secret } = await auth.service.beginTotp(ada.ctx);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: auth.core.now().getTime() });
    await auth.service.confirmTotp(ada.ctx, { body: { code } });
    await auth.service.renewRecoveryCodes(ada.ctx);
    await auth.service.turnOffSecondFactor(ada.ctx);
    await auth.service.changePassword(ada.ctx, { body: { current: ada.password, password: "copper tundra 9 saxophone" } });
    await auth.service.changeEmail(ada.ctx, { body: { email: `new-${ada.email}` } });
    await auth.takeUp();
    await auth.service.confirmEmail(ada.ctx, { body: { token: auth.linkTo(`new-${ada.email}`) } });

    const written = (await auditedOf(database(), ada.id)).map(({ operation }) => operation);
    expect(written).toEqual(["secondFactorOn", "recoveryCodesRenewed", "secondFactorOff", "passwordChanged", "emailChanged"]);
    expect(auth.mailedTo(ada.email).slice(1)).toEqual([
      "Signing in takes a second step now",
      "New recovery codes",
      "Signing in takes one step now",
      "Your password was changed",
      "Your e-mail address was changed",
    ]);
  });

  test("what is rolled back is neither written down nor told", async () => {
    const ada = await auth.register();
    const before = auth.mailedTo(ada.email);
    const undone = auth.core.database.transact(ada.ctx, async (ctx) => {
      const { id } = await auth.parts.passkeys.insert(ctx, { name: "Key", credentialId: ada.id, publicKey: "AA", counter: 0 });
      await auth.service.deletePasskey(ctx, id);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(auth.mailedTo(ada.email)).toEqual(before);
    expect(await auditedOf(database(), ada.id)).toEqual([]);
  });
});
