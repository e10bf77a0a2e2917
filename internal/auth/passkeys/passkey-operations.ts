import type { AuthParts, AuthService } from "../../../generated/auth/service.gen.ts";
import { passkeyView } from "../../../generated/auth/views.gen.ts";
import { missing } from "../../core/database/rows.ts";
import { problem } from "../../core/problems/problem.ts";
import { severalFactors } from "../several-factors.ts";
import type { AuthTools } from "../tools.ts";

type Operations = Pick<
  AuthService,
  "passkeyOptions" | "addPasskey" | "renamePasskey" | "deletePasskey" | "passkeySignInOptions" | "signInByPasskey"
>;

/** Passkeys: making and removing them, and signing in with one. */
export function passkeyOperations(parts: AuthParts, tools: AuthTools): Operations {
  const { users, passkeys: rows, core } = parts;
  const { self, mustBeRecent, admission, announce, passkeys, sessions } = tools;
  return {
    async passkeyOptions(ctx) {
      const user = await self(ctx);
      await mustBeRecent(ctx);
      return (await passkeys.creationOptions(ctx, user)) as Record<string, unknown>;
    },

    async addPasskey(ctx, { body }) {
      const user = await self(ctx);
      const passkey = await passkeys.add(ctx, body);
      await core.database.transact(ctx, async (ctx) => {
        // Their device has asked who holds it: the session has seen two factors.
        await sessions.strengthen(ctx, ["hwk", severalFactors]);
        await announce(ctx, user, "passkeyAdded", { what: passkey.name });
      });
      return passkeyView(passkey);
    },

    renamePasskey: async (ctx, { id, body }) => passkeyView(await rows.update(ctx, id, { name: body.name })),

    async deletePasskey(ctx, id, expected) {
      if ((await rows.find(ctx, id)) === undefined) throw missing("Passkey", id);
      const user = await self(ctx);
      await mustBeRecent(ctx);
      const last = (await rows.listAll(ctx)).every((one) => one.id === id);
      const totp = await parts.totps.findOfUser(ctx, user.id);
      if (last && user.secondFactor && totp?.confirmedAt == null)
        throw problem.conflict("This is the only second factor of your account. Turn the second factor off first, or add another one.");
      const passkey = await rows.delete(ctx, id, expected);
      await announce(ctx, user, "passkeyRemoved", { what: passkey.name });
    },

    passkeySignInOptions: async (ctx) => (await passkeys.requestOptions(ctx, "passkey_sign_in")) as Record<string, unknown>,

    async signInByPasskey(ctx, { body }) {
      const passkey = await passkeys.take(ctx, "passkey_sign_in", body.credential);
      const user = passkey === undefined ? undefined : await users.find(ctx, passkey.createdBy);
      if (user === undefined) throw problem.unauthenticated("This passkey is not known here. Sign in another way.");
      return admission.admit(ctx, user, { methods: ["hwk", severalFactors], keep: body.keep ?? "body" }, undefined);
    },
  };
}
