import type { AuthParts } from "../../../generated/auth/service.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { actingAs } from "../acting-as.ts";
import { newSecret, secretHash } from "../secret.ts";

/** Also the name of the cookie parameter in the spec. */
const cookieName = "archwright_device";
const days = 30;

/** Devices on which somebody has given their second factor, and is asked for none for 30 days. */
export interface TrustedDevices {
  /** Whether the secret of a cookie belongs to a device that this user trusts. */
  knows(ctx: Context, userId: string, secret: string | undefined): Promise<boolean>;
  /** Trusts the caller's device. Gives the Set-Cookie header. */
  trust(ctx: Context): Promise<string>;
  /** Trusts none of the caller's devices any more. */
  forgetAll(ctx: Context): Promise<void>;
}

export function trustedDevices({ trustedDevices: rows, core }: Pick<AuthParts, "trustedDevices" | "core">): TrustedDevices {
  return {
    async knows(ctx, userId, secret) {
      if (secret === undefined) return false;
      const device = await rows.findByHash(actingAs(ctx, userId), secretHash(secret));
      return device !== undefined && device.expiresAt > core.now().toISOString();
    },

    async trust(ctx) {
      const secret = newSecret();
      const seconds = days * 24 * 3600;
      const { agent } = ctx.client;
      await rows.insert(ctx, {
        hash: secretHash(secret),
        expiresAt: new Date(core.now().getTime() + seconds * 1000).toISOString(),
        ...(agent === "" ? {} : { device: agent.slice(0, 300) }),
      });
      return core.cookies.forSignIn(cookieName, secret, seconds);
    },

    async forgetAll(ctx) {
      for (const { id } of await rows.listAll(ctx)) await rows.delete(ctx, id);
    },
  };
}
