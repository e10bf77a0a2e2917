import { type OrganizationsParts, type OrganizationsService, organizationsDefaults } from "../../generated/organizations/service.gen.ts";
import type { Organization } from "../../generated/organizations/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { missing, ownerOrganization } from "../core/database/rows.ts";

/** Organizations and memberships. The rows of `organizations` have no tenant of their own: only the caller's is ever looked up. */
export function organizationsService(parts: OrganizationsParts): OrganizationsService {
  const { organizations, memberships, events, core } = parts;

  async function current(ctx: Context): Promise<Organization> {
    const id = ownerOrganization(ctx);
    const organization = await organizations.find(ctx, id);
    if (organization === undefined) throw missing("Organization", id);
    return organization;
  }

  return {
    ...organizationsDefaults(parts),

    getOrganization: current,

    renameOrganization(ctx, { body }) {
      return core.database.transact(ctx, async (ctx) => {
        const organization = await organizations.update(ctx, ownerOrganization(ctx), { name: body.name });
        await events.organizationUpdated(ctx, organization);
        return organization;
      });
    },

    createOrganization(ctx, { body: { name, userId, userName, email } }) {
      return core.database.transact(ctx, async (ctx) => {
        const organization = await organizations.insert(ctx, { name });
        // From here on the owner acts in the new organization.
        const inside: Context = { ...ctx, organization: organization.id };
        await events.organizationCreated(inside, organization);
        const membership = await memberships.insert(inside, { userId, name: userName, email, roles: ["owner"] });
        await events.membershipCreated(inside, membership);
        return { organization, membership };
      });
    },

    async membershipsOfUser(ctx, { userId }) {
      const found = await memberships.listOfUser(ctx, userId);
      return found.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1));
    },
  };
}
