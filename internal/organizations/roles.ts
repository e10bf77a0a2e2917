import type { OrganizationsParts, OrganizationsService } from "../../generated/organizations/service.gen.ts";
import type { Role } from "../../generated/organizations/types.gen.ts";
import { standingChanged } from "../core/auth/standing.ts";
import type { Context } from "../core/context/context.ts";
import { missing } from "../core/database/rows.ts";
import { problem } from "../core/problems/problem.ts";
import { every } from "./every.ts";
import { checkGrant, checkHeld } from "./granting.ts";
import { membersLock } from "./members-lock.ts";
import { ownerRole, type Standings } from "./standing.ts";

type RoleOperations = Pick<OrganizationsService, "createRole" | "updateRole" | "deleteRole" | "listPermissions">;

/** Roles that organizations make: named sets of permissions. */
export function roleOperations(parts: OrganizationsParts, standings: Standings): RoleOperations {
  const { memberships, invitations, roles, events, core } = parts;
  const { catalog } = core;
  const lock = membersLock(core.database);
  const known = new Set(catalog.permissions.map(({ name }) => name));

  /** Whoever has the role may do something else now: all members are asked about anew. */
  function changed(ctx: Context): void {
    core.database.afterCommit(ctx, () => standingChanged(core.live, ctx.organization));
  }

  /** A role shown beside the built-in ones must not pass for one of them. */
  function checkName(name: string | undefined): void {
    if (name !== undefined && catalog.roles.has(name.trim().toLowerCase()))
      throw problem.conflict(`${name} is a built-in role. Choose another name.`, { pointer: "/name" });
  }

  function checkPermissions(ctx: Context, given: readonly string[], had: readonly string[]): void {
    const unknown = given.findIndex((permission) => !known.has(permission));
    if (unknown >= 0) throw problem.invalid("There is no such permission.", { pointer: `/permissions/${unknown}` });
    const added = given.filter((permission) => !had.includes(permission));
    checkHeld({ may: (permission) => ctx.permissions.has(permission) }, added);
  }

  /** Puts a role in the place of another, wherever that was given, or is promised. */
  async function replace(ctx: Context, role: Role, by: string | undefined): Promise<void> {
    const members = (await every((query) => memberships.list(ctx, query))).filter((one) => one.roles.includes(role.id));
    const open = (await every((query) => invitations.list(ctx, query))).filter((one) => one.roles.includes(role.id));
    if (members.length + open.length === 0) return;
    if (by === undefined)
      throw problem.conflict(
        `${members.length} members and ${open.length} invitations have the role ${role.name}. Name the role that they get instead.`,
        { pointer: "?replaceBy" },
      );
    const replaced = (before: readonly string[]): readonly string[] => [...new Set(before.map((one) => (one === role.id ? by : one)))];
    for (const { id, roles: before } of members) {
      const after = replaced(before);
      await events.membershipUpdated(ctx, await memberships.update(ctx, id, { roles: after, owner: after.includes(ownerRole) }));
    }
    for (const { id, roles: before } of open)
      await events.invitationUpdated(ctx, await invitations.update(ctx, id, { roles: replaced(before) }));
  }

  return {
    async createRole(ctx, input) {
      checkName(input.name);
      checkPermissions(ctx, input.permissions, []);
      return core.database.transact(ctx, async (ctx) => {
        const role = await roles.insert(ctx, input);
        await events.roleCreated(ctx, role);
        return role;
      });
    },

    updateRole(ctx, id, patch, expected) {
      return core.database.transact(ctx, async (ctx) => {
        await lock(ctx);
        const before = await roles.find(ctx, id);
        if (before === undefined) throw missing("Role", id);
        checkName(patch.name);
        checkPermissions(ctx, patch.permissions ?? [], before.permissions);
        const role = await roles.update(ctx, id, patch, expected);
        await events.roleUpdated(ctx, role);
        changed(ctx);
        return role;
      });
    },

    deleteRole(ctx, { id, replaceBy }) {
      return core.database.transact(ctx, async (ctx) => {
        await lock(ctx);
        const role = await roles.find(ctx, id);
        if (role === undefined) throw missing("Role", id);
        if (replaceBy === role.id) throw problem.invalid("A role cannot take its own place.", { pointer: "?replaceBy" });
        const caller = await standings.caller(ctx, "organizations.roles");
        if (replaceBy !== undefined) await checkGrant(standings, ctx, caller, { roles: [replaceBy], pointer: "?replaceBy" });
        await replace(ctx, role, replaceBy);
        await events.roleDeleted(ctx, await roles.delete(ctx, role.id));
        changed(ctx);
      });
    },

    async listPermissions(ctx) {
      const own = (await every((query) => roles.list(ctx, { ...query, sort: "name" }))).map(({ id, name, permissions }) => ({
        id,
        name,
        builtIn: false,
        permissions: new Set(permissions),
      }));
      const builtIn = [...catalog.roles].map(([name, permissions]) => ({ id: name, name, builtIn: true, permissions }));
      const all = [...builtIn, ...own];
      return {
        roles: all.map(({ id, name, builtIn }) => ({ id, name, builtIn })),
        permissions: catalog.permissions.map((permission) => ({
          ...permission,
          roles: all.filter(({ permissions }) => permissions.has(permission.name)).map(({ id }) => id),
          held: ctx.permissions.has(permission.name),
        })),
      };
    },
  };
}
