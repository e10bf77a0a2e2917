import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { Context } from "../core/context/context.ts";
import { newSecret, secretHash } from "./secret.ts";

/** Also the name of the cookie parameter in the spec. */
export const knownBrowserCookie = "archwright_known";
export const knownBrowserSeconds = 90 * 24 * 3600;

/**
 * Browsers in which somebody has signed in. Wrong passwords for an account are counted apart for each of them ("device cookies" as OWASP
 * describes them), so that strangers cannot lock its owner out. They let nobody in.
 */
export interface KnownBrowsers {
  /** Whom the secret of a cookie belongs to, if it is good. */
  ownerOf(ctx: Context, secret: string | undefined): Promise<string | undefined>;
  /** Remembers the caller's browser. Gives the secret that goes into its cookie. */
  remember(ctx: Context): Promise<string>;
  /** Knows none of the caller's browsers any more. */
  forgetAll(ctx: Context): Promise<void>;
}

export function knownBrowsers({ knownBrowsers: rows, core }: Pick<AuthParts, "knownBrowsers" | "core">): KnownBrowsers {
  return {
    async ownerOf(ctx, secret) {
      if (secret === undefined) return undefined;
      const browser = await rows.findByHash(ctx, secretHash(secret));
      return browser !== undefined && browser.expiresAt > core.now().toISOString() ? browser.createdBy : undefined;
    },

    async remember(ctx) {
      const secret = newSecret();
      const expiresAt = new Date(core.now().getTime() + knownBrowserSeconds * 1000).toISOString();
      await rows.insert(ctx, { hash: secretHash(secret), expiresAt });
      return secret;
    },

    async forgetAll(ctx) {
      for (const { id } of await rows.listAll(ctx)) await rows.delete(ctx, id);
    },
  };
}
