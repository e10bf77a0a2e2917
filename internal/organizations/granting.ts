import type { Context } from "../core/context/context.ts";
import { problem } from "../core/problems/problem.ts";
import { type CallerStanding, ownerRole, type Standings } from "./standing.ts";

/** Roles that somebody would get. */
interface Grant {
  readonly roles: readonly string[];
  /** What they have already: it is not given, and may stay. */
  readonly had?: readonly string[];
  /** Where a role was named, when that is not its place in `/roles`. */
  readonly pointer?: string;
}

/**
 * Lets pass only roles that exist, and that `giver` may give: nobody gives a permission that they do not have, and owners alone make
 * owners. @throws a 422 that points at the role, or a 403
 */
export async function checkGrant(
  standings: Standings,
  ctx: Context,
  giver: CallerStanding,
  { roles, had = [], pointer }: Grant,
): Promise<void> {
  for (const [index, role] of roles.entries()) {
    if (had.includes(role)) continue;
    const permissions = await standings.permissionsOf(ctx, role);
    if (permissions === undefined)
      throw problem.invalid("There is no such role in this organization.", { pointer: pointer ?? `/roles/${index}` });
    if (role === ownerRole && !giver.owner) throw problem.forbidden("Only an owner makes somebody an owner.");
    checkHeld(giver, permissions);
  }
}

/** Lets pass only permissions that `giver` has. @throws a 403 that names one of the others */
export function checkHeld(giver: Pick<CallerStanding, "may">, permissions: Iterable<string>): void {
  for (const permission of permissions) {
    if (!giver.may(permission)) throw problem.forbidden(`You cannot give the permission ${permission}, which you do not have yourself.`);
  }
}
