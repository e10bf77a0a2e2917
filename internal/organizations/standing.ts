import type { OrganizationsPermission } from "../../generated/organizations/permissions.gen.ts";
import type { OrganizationsParts } from "../../generated/organizations/service.gen.ts";
import type { Membership, Standing } from "../../generated/organizations/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { isId } from "../core/ids/ids.ts";
import { problem } from "../core/problems/problem.ts";

export const ownerRole = "owner";

/** What a caller may do now, by the rows: their token may be older than what changed since. */
export interface CallerStanding {
  readonly owner: boolean;
  may(permission: string): boolean;
}

/** What roles and people may do, in the organization of the context. */
export interface Standings {
  /** The permissions of a role; undefined when there is no such role. */
  permissionsOf(ctx: Context, role: string): Promise<ReadonlySet<string> | undefined>;
  /** What a person may do: nothing, when they are no member or the organization is deleted. */
  of(ctx: Context, userId: string): Promise<Standing>;
  /**
   * What the caller may do: what both the rows and their token say, since a token may be for less. The platform itself may do everything.
   * A 403 when they are no member, or may not do what they are about to.
   */
  caller(ctx: Context, permission: OrganizationsPermission): Promise<CallerStanding>;
}

export function standings({ organizations, memberships, roles, teamMembers, core }: OrganizationsParts): Standings {
  async function permissionsOf(ctx: Context, role: string): Promise<ReadonlySet<string> | undefined> {
    const builtIn = core.catalog.roles.get(role);
    if (builtIn !== undefined || !isId("rl", role)) return builtIn;
    const found = await roles.find(ctx, role);
    return found && new Set(found.permissions);
  }

  async function allowed(ctx: Context, membership: Membership): Promise<Set<string>> {
    const permissions = new Set<string>();
    for (const role of membership.roles) for (const one of (await permissionsOf(ctx, role)) ?? []) permissions.add(one);
    return permissions;
  }

  return {
    permissionsOf,

    async of(ctx, userId) {
      const membership = await memberships.findByUser(ctx, userId);
      const organization = membership && (await organizations.find(ctx, ctx.organization));
      if (membership === undefined || organization === undefined || organization.deletedAt !== null)
        return { member: false, roles: [], permissions: [], teams: [] };
      const permissions = await allowed(ctx, membership);
      const teams = await teamMembers.listOfUser(ctx, userId);
      return { member: true, roles: membership.roles, permissions: [...permissions].sort(), teams: teams.map(({ teamId }) => teamId) };
    },

    async caller(ctx, permission) {
      if (ctx.actor.kind === "system") return { owner: true, may: () => true };
      const membership = ctx.actor.kind === "user" ? await memberships.findByUser(ctx, ctx.actor.id) : undefined;
      if (membership === undefined) throw problem.forbidden("You are no member of this organization any more.");
      const permissions = await allowed(ctx, membership);
      const may = (one: string): boolean => permissions.has(one) && ctx.permissions.has(one);
      if (!may(permission)) throw problem.forbidden(`This needs the permission ${permission}, which you do not have any more.`);
      return {
        owner: membership.owner && ctx.roles.includes(ownerRole),
        may,
      };
    },
  };
}
