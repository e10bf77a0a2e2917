import { Secret, TOTP } from "otpauth";
import type { AuthParts } from "../../../generated/auth/service.gen.ts";
import type { Totp, TotpSecret, User } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { Problem, problem } from "../../core/problems/problem.ts";

const issuer = "Archwright";
/** Codes of the step before and after are taken as well: clocks differ (RFC 6238, 5.2). */
const window = 1;

/** Authenticator apps: one for each account. */
export interface Totps {
  /** A new secret for a user, which counts when a code of it has been taken. A 409 when they have one that counts. */
  begin(ctx: Context, user: User): Promise<TotpSecret>;
  /** Takes a code if it is right: no code is taken twice, nor one from before (RFC 6238, 5.2). */
  take(ctx: Context, totp: Totp, code: string): Promise<boolean>;
}

export function totps({ totps: rows, core }: Pick<AuthParts, "totps" | "core">): Totps {
  return {
    async begin(ctx, user) {
      const before = await rows.findOfUser(ctx, user.id);
      if (before !== undefined && before.confirmedAt !== null)
        throw problem.conflict("Your account has an authenticator app already. Turn the second factor off first to set up another one.");
      if (before !== undefined) await rows.delete(ctx, before.id, before.version);
      const totp = new TOTP({ issuer, label: user.email, secret: new Secret({ size: 20 }) });
      await rows.insert(ctx, { userId: user.id, secret: totp.secret.base32 });
      return { secret: totp.secret.base32, uri: totp.toString() };
    },

    async take(ctx, { id, secret, lastStep, confirmedAt, version }, code) {
      const timestamp = core.now().getTime();
      const totp = new TOTP({ secret: Secret.fromBase32(secret) });
      const delta = totp.validate({ token: code, timestamp, window });
      if (delta === null) return false;
      const step = totp.counter({ timestamp }) + delta;
      if (step <= lastStep) return false;
      const change = { lastStep: step, confirmedAt: confirmedAt ?? core.now().toISOString() };
      // Of two that show the same code at once, one is let in: the other's version is not the row's any more.
      return rows.update(ctx, id, change, version).then(() => true, unlessStale);
    },
  };
}

function unlessStale(error: unknown): false {
  if (error instanceof Problem && error.status === 412) return false;
  throw error;
}
