import { type OrganizationsParts, type OrganizationsService, organizationsDefaults } from "../../generated/organizations/service.gen.ts";
import { inside } from "./current-organization.ts";
import { invitationOperations } from "./invitations.ts";
import { lifetimeOperations } from "./lifetime.ts";
import { membershipOperations } from "./memberships.ts";
import { roleOperations } from "./roles.ts";
import { settingOperations } from "./settings.ts";
import { standings as standingsOf } from "./standing.ts";
import { teamOperations } from "./teams.ts";

/** Organizations and who may do what in them. The rows of `organizations` have no tenant: only the caller's own are ever looked up. */
export function organizationsService(parts: OrganizationsParts): OrganizationsService {
  const standings = standingsOf(parts);
  return {
    ...organizationsDefaults(parts),
    ...lifetimeOperations(parts),
    ...membershipOperations(parts, standings),
    ...teamOperations(parts),
    ...roleOperations(parts, standings),
    ...invitationOperations(parts, standings),
    ...settingOperations(parts),
    permissionsOf: (ctx, { organizationId, userId }) => standings.of(inside(ctx, organizationId), userId),
  };
}
