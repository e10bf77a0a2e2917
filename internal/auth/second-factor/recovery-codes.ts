import { Secret } from "otpauth";
import type { AuthParts } from "../../../generated/auth/service.gen.ts";
import type { UserId } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { Problem } from "../../core/problems/problem.ts";
import { secretHash } from "../secret.ts";

const count = 10;
/** 120 random bits: too many to guess, also for whoever has the hashes, which are fast ones (ASVS 5.0, 6.5.2). */
const bytes = 15;

/** Codes on paper, each of which stands once for a second factor. */
export interface RecoveryCodes {
  /** Ten new ones in place of those from before. They are shown this once. */
  renew(ctx: Context, userId: UserId): Promise<readonly string[]>;
  /** Takes a code, if it is one that was not taken before. */
  take(ctx: Context, userId: string, code: string): Promise<boolean>;
  /** How many are left. */
  left(ctx: Context, userId: string): Promise<number>;
  forgetAll(ctx: Context, userId: string): Promise<void>;
}

export function recoveryCodes({ recoveryCodes: rows }: Pick<AuthParts, "recoveryCodes">): RecoveryCodes {
  async function forgetAll(ctx: Context, userId: string): Promise<void> {
    for (const { id } of await rows.listOfUser(ctx, userId)) await rows.delete(ctx, id);
  }

  return {
    async renew(ctx, userId) {
      await forgetAll(ctx, userId);
      const codes = Array.from({ length: count }, () => grouped(new Secret({ size: bytes }).base32));
      for (const code of codes) await rows.insert(ctx, { userId, hash: hashOf(code) });
      return codes;
    },

    async take(ctx, userId, code) {
      const found = await rows.findOfUser(ctx, userId, hashOf(code));
      // Of two that show the same code at once, one finds it gone.
      return found !== undefined && (await rows.delete(ctx, found.id, found.version).then(() => true, unlessGone));
    },

    left: async (ctx, userId) => (await rows.listOfUser(ctx, userId)).length,
    forgetAll,
  };
}

/** As it is easily read and typed: `ABCD-EFGH-…`. */
const grouped = (code: string): string => code.match(/.{4}/g)?.join("-") ?? code;

/** However it was typed: in small letters, without the lines, with spaces. */
const hashOf = (code: string): string => secretHash(code.toUpperCase().replaceAll(/[^A-Z2-7]/g, ""));

function unlessGone(error: unknown): false {
  if (error instanceof Problem && (error.status === 404 || error.status === 412)) return false;
  throw error;
}
