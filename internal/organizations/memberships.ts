import type { OrganizationsParts, OrganizationsService } from "../../generated/organizations/service.gen.ts";
import type { Membership } from "../../generated/organizations/types.gen.ts";
import { standingChanged } from "../core/auth/standing.ts";
import type { Context } from "../core/context/context.ts";
import { missing, ownerUser } from "../core/database/rows.ts";
import { problem } from "../core/problems/problem.ts";
import { inside } from "./current-organization.ts";
import { checkGrant } from "./granting.ts";
import { membersLock } from "./members-lock.ts";
import { ownerRole, type Standings } from "./standing.ts";

type MembershipOperations = Pick<
  OrganizationsService,
  "setMemberRoles" | "deleteMembership" | "leaveOrganization" | "transferOrganization" | "membershipsOfUser" | "describePerson"
>;

/** Who belongs to an organization, and as what. An organization always has an owner. */
export function membershipOperations(parts: OrganizationsParts, standings: Standings): MembershipOperations {
  const { organizations, memberships, events, core } = parts;
  const lock = membersLock(core.database);

  async function existing(ctx: Context, id: string): Promise<Membership> {
    const membership = await memberships.find(ctx, id);
    if (membership === undefined) throw missing("Membership", id);
    return membership;
  }

  /** Counted under the lock: of two owners who go at once, the second is told. */
  async function keepsOwner(ctx: Context, leaving: Membership): Promise<void> {
    if (leaving.owner && (await memberships.countOwners(ctx)) === 1)
      throw problem.conflict("An organization needs an owner, and this is its last one. Make somebody else an owner first.");
  }

  async function setRoles(ctx: Context, { id, version }: Membership, roles: readonly string[]): Promise<Membership> {
    const changed = await memberships.update(ctx, id, { roles, owner: roles.includes(ownerRole) }, version);
    await events.membershipUpdated(ctx, changed);
    core.database.afterCommit(ctx, () => standingChanged(core.live, changed.userId));
    return changed;
  }

  async function end(ctx: Context, { id }: Membership, expected?: number): Promise<void> {
    const gone = await memberships.delete(ctx, id, expected);
    await events.membershipDeleted(ctx, gone);
    core.database.afterCommit(ctx, () => standingChanged(core.live, gone.userId));
  }

  return {
    setMemberRoles(ctx, { id, body: { roles } }) {
      return core.database.transact(ctx, async (ctx) => {
        await lock(ctx);
        const member = await existing(ctx, id);
        const caller = await standings.caller(ctx, "organizations.members");
        if (member.owner && !caller.owner) throw problem.forbidden("Only an owner changes the roles of an owner.");
        await checkGrant(standings, ctx, caller, { roles, had: member.roles });
        if (!roles.includes(ownerRole)) await keepsOwner(ctx, member);
        return setRoles(ctx, member, roles);
      });
    },

    deleteMembership(ctx, id, expected) {
      return core.database.transact(ctx, async (ctx) => {
        await lock(ctx);
        const member = await existing(ctx, id);
        const caller = await standings.caller(ctx, "organizations.members");
        if (member.owner && !caller.owner) throw problem.forbidden("Only an owner removes an owner.");
        await keepsOwner(ctx, member);
        await end(ctx, member, expected);
      });
    },

    leaveOrganization(ctx) {
      return core.database.transact(ctx, async (ctx) => {
        await lock(ctx);
        const own = await memberships.findByUser(ctx, ownerUser(ctx));
        if (own === undefined) throw problem.forbidden("You are no member of this organization any more.");
        await keepsOwner(ctx, own);
        await end(ctx, own);
      });
    },

    transferOrganization(ctx, { body: { memberId } }) {
      return core.database.transact(ctx, async (ctx) => {
        await lock(ctx);
        const own = await memberships.findByUser(ctx, ownerUser(ctx));
        if (own?.owner !== true || !ctx.roles.includes(ownerRole))
          throw problem.forbidden("Only an owner gives an organization to somebody else.");
        const heir = await memberships.find(ctx, memberId);
        if (heir === undefined || heir.id === own.id)
          throw problem.invalid("This must be another member of the organization.", { pointer: "/memberId" });
        const owner = await setRoles(ctx, heir, [...new Set([ownerRole, ...heir.roles])]);
        await setRoles(ctx, own, [...new Set(own.roles.map((role) => (role === ownerRole ? "admin" : role)))]);
        return owner;
      });
    },

    async membershipsOfUser(ctx, { userId }) {
      const found = await memberships.listOfUser(ctx, userId);
      const alive = [];
      for (const membership of found) {
        const organization = await organizations.find(ctx, membership.organizationId);
        if (organization?.deletedAt === null) alive.push(membership);
      }
      return alive.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1));
    },

    describePerson(ctx, { userId, body: { name, email } }) {
      return core.database.transact(ctx, async (ctx) => {
        for (const membership of await memberships.listOfUser(ctx, userId)) {
          const there = inside(ctx, membership.organizationId);
          await events.membershipUpdated(there, await memberships.update(there, membership.id, { name, email }));
        }
      });
    },
  };
}
