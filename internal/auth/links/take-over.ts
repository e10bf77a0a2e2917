import type { AuthParts } from "../../../generated/auth/service.gen.ts";
import type { User, UserPatch } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { actingAs } from "../acting-as.ts";
import { memberships } from "../membership.ts";
import { removeTokensMadeBy } from "../service-tokens.ts";
import type { AuthTools } from "../tools.ts";

/**
 * What a link to an account's address proves: the address is its owner's. Was that never proven before, then whoever set the account up
 * may have been somebody else, who waits for its owner to come: nothing that they left lets anybody in any more, and no session goes on.
 * Gives what is to be changed of the user. Joins the transaction of `ctx`.
 */
export type TakeOver = (ctx: Context, user: User) => Promise<UserPatch>;

export function takeOver(parts: AuthParts, tools: Pick<AuthTools, "sessions" | "recoveryCodes" | "devices" | "announce">): TakeOver {
  const { passkeys, totps, core } = parts;
  const places = memberships(parts);
  const { sessions, recoveryCodes, devices, announce } = tools;
  return async (ctx, user) => {
    if (user.emailVerifiedAt !== null) return {};
    const own = actingAs(ctx, user.id);
    for (const { id } of await passkeys.listAll(own)) await passkeys.delete(own, id);
    const totp = await totps.findOfUser(own, user.id);
    if (totp !== undefined) await totps.delete(own, totp.id);
    await recoveryCodes.forgetAll(own, user.id);
    await devices.forgetAll(own);
    for (const { organization } of await places.all(own, user.id)) await removeTokensMadeBy(parts, { ...own, organization }, user.id);
    await sessions.endAll(own, undefined);
    await announce(own, user, "accountTakenOver");
    return { emailVerifiedAt: core.now().toISOString(), secondFactor: false, passwordHash: null };
  };
}
