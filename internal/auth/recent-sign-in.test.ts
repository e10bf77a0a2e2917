import { beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { githubProvider } from "./providers/github-provider.ts";
import { type OpenAuth, openAuth, type Person } from "./testing/open-auth.ts";

const minute = 60_000;

forEachDatabase((_dialect, database) => {
  let auth: OpenAuth;
  beforeAll(() => {
    const nowhere = "http://127.0.0.1:9";
    auth = openAuth(database(), {}, [githubProvider("client", "secret", { site: nowhere, api: nowhere })]);
  });

  const newToken = () => ({ name: "CI", permissions: [], expiresAt: new Date(auth.core.now().getTime() + minute).toISOString() });

  /** What changes how an account is signed in to. */
  const changes: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
    beginTotp: ({ ctx }) => auth.service.beginTotp(ctx),
    turnOnSecondFactor: ({ ctx }) => auth.service.turnOnSecondFactor(ctx),
    turnOffSecondFactor: ({ ctx }) => auth.service.turnOffSecondFactor(ctx),
    renewRecoveryCodes: ({ ctx }) => auth.service.renewRecoveryCodes(ctx),
    passkeyOptions: ({ ctx }) => auth.service.passkeyOptions(ctx),
    changeEmail: ({ ctx, email }) => auth.service.changeEmail(ctx, { body: { email: `new-${email}` } }),
    beginProviderLink: ({ ctx }) => auth.service.beginProviderLink(ctx, { provider: "github" }),
    createServiceToken: ({ ctx }) => auth.service.createServiceToken(ctx, { body: newToken() }),
    createOrganizationServiceToken: ({ ctx }) => auth.service.createOrganizationServiceToken(ctx, { body: newToken() }),
    async decideDevice({ ctx }) {
      const { user_code: userCode } = await auth.service.beginDeviceSignIn(auth.nobody, { body: { client_id: "cli" } });
      await auth.service.decideDevice(ctx, { body: { userCode, approve: true } });
    },
    async deleteIdentity({ ctx, email }) {
      const tied = { provider: "github", subject: crypto.randomUUID(), email };
      await auth.service.deleteIdentity(ctx, (await auth.parts.identities.insert(ctx, tied)).id);
    },
    async deletePasskey({ ctx }) {
      const made = { name: "Key", credentialId: crypto.randomUUID(), publicKey: "AA", counter: 0 };
      await auth.service.deletePasskey(ctx, (await auth.parts.passkeys.insert(ctx, made)).id);
    },
  };

  test.each(Object.entries(changes))(
    "%s asks for a sign-in within the last half hour, also of a session that is kept up",
    async (_, change) => {
      const ada = await auth.register();
      const again = { status: 403, slug: "sign-in-again" };
      const soon = await change(ada).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(soon).not.toMatchObject(again);
      auth.core.advance(31 * minute);
      await expect(change(ada)).rejects.toMatchObject(again);
      const { body } = await auth.service.signIn(auth.nobody, { body: { email: ada.email, password: ada.password } });
      const fresh = await change({ ...ada, ctx: auth.as(body.accessToken) }).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(fresh).not.toMatchObject(again);
    },
  );
});
