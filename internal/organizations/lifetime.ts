import type { OrganizationsParts, OrganizationsService } from "../../generated/organizations/service.gen.ts";
import { standingChanged } from "../core/auth/standing.ts";
import { missing, ownerUser } from "../core/database/rows.ts";
import { problem } from "../core/problems/problem.ts";
import { currentOrganization, inside } from "./current-organization.ts";
import { ownerRole } from "./standing.ts";

const day = 24 * 3_600_000;

type LifetimeOperations = Pick<
  OrganizationsService,
  "createOrganization" | "getOrganization" | "renameOrganization" | "deleteOrganization" | "undeleteOrganization" | "listOwnOrganizations"
>;

/**
 * How organizations begin and end. Deleting one hides it, by hand rather than by `softDelete`: its owners still see it, to bring it back,
 * and all that it has in every domain must be purged before its row is.
 */
export function lifetimeOperations(parts: OrganizationsParts): LifetimeOperations {
  const { organizations, memberships, events, config, core } = parts;

  const purgedAfter = (deletedAt: string | null): string | null =>
    deletedAt === null ? null : new Date(Date.parse(deletedAt) + config.purgeAfterDays * day).toISOString();
  /** From then on its rows may be going already. */
  const isLost = (deletedAt: string | null): boolean => deletedAt !== null && (purgedAfter(deletedAt) ?? "") <= core.now().toISOString();

  return {
    getOrganization: (ctx) => currentOrganization(parts, ctx),

    renameOrganization(ctx, { body }) {
      return core.database.transact(ctx, async (ctx) => {
        const { id, version } = await currentOrganization(parts, ctx);
        const organization = await organizations.update(ctx, id, { name: body.name }, version);
        await events.organizationUpdated(ctx, organization);
        return organization;
      });
    },

    createOrganization(ctx, { body: { name, userId, userName, email } }) {
      return core.database.transact(ctx, async (ctx) => {
        const organization = await organizations.insert(ctx, { name });
        // From here on the owner acts in the new organization.
        const there = inside(ctx, organization.id);
        await events.organizationCreated(there, organization);
        const membership = await memberships.insert(there, { userId, name: userName, email, roles: [ownerRole], owner: true });
        await events.membershipCreated(there, membership);
        return { organization, membership };
      });
    },

    deleteOrganization(ctx, { name }) {
      return core.database.transact(ctx, async (ctx) => {
        const before = await currentOrganization(parts, ctx);
        if (name !== before.name)
          throw problem.invalid("This is not the name of the organization. Write it as it is, to delete it.", { pointer: "?name" });
        const organization = await organizations.update(ctx, before.id, { deletedAt: core.now().toISOString() }, before.version);
        await events.organizationDeleted(ctx, organization);
        core.database.afterCommit(ctx, () => standingChanged(core.live, organization.id));
      });
    },

    undeleteOrganization(ctx, { id }) {
      return core.database.transact(ctx, async (ctx) => {
        const own = (await memberships.listOfUser(ctx, ownerUser(ctx))).find(({ organizationId }) => organizationId === id);
        const before = own?.owner === true ? await organizations.find(ctx, id) : undefined;
        if (before === undefined || isLost(before.deletedAt)) throw missing("Organization", id);
        if (before.deletedAt === null) throw problem.conflict("This organization is not deleted.");
        const organization = await organizations.update(ctx, before.id, { deletedAt: null }, before.version);
        await events.organizationUpdated(inside(ctx, id), organization);
        return organization;
      });
    },

    async listOwnOrganizations(ctx) {
      const found = [];
      for (const { organizationId, roles, owner } of await memberships.listOfUser(ctx, ownerUser(ctx))) {
        const organization = await organizations.find(ctx, organizationId);
        if (organization === undefined || (organization.deletedAt !== null && !owner) || isLost(organization.deletedAt)) continue;
        const { id, name, deletedAt } = organization;
        found.push({ id, name, roles, deletedAt, purgedAfter: purgedAfter(deletedAt) });
      }
      return found.toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
    },
  };
}
