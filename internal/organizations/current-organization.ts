import type { OrganizationsParts } from "../../generated/organizations/service.gen.ts";
import type { Organization } from "../../generated/organizations/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { missing, ownerOrganization } from "../core/database/rows.ts";

/** The organization that the caller acts in. A 403 when they act in none, a 404 when it is not there, or deleted. */
export async function currentOrganization({ organizations }: OrganizationsParts, ctx: Context): Promise<Organization> {
  const id = ownerOrganization(ctx);
  const organization = await organizations.find(ctx, id);
  if (organization === undefined || organization.deletedAt !== null) throw missing("Organization", id);
  return organization;
}

/** The same call, acting in another organization: only code that knows why it may does this. */
export const inside = (ctx: Context, organization: string): Context => ({ ...ctx, organization });
