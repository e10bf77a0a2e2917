// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Setting } from "../../internal/core/modules/domain.ts";
import type { PerOrganization } from "../../internal/core/settings/per-organization.ts";

export interface OrganizationsConfig {
  /** How many days an invitation can be accepted. */
  readonly invitationDays: PerOrganization<number>;
  /** How many days a deleted organization can be brought back, before all that it has is removed for good. */
  readonly purgeAfterDays: number;
}

export const organizationsSettings: readonly Setting[] = [
  {
    name: "invitationDays",
    env: "ORGANIZATIONS_INVITATION_DAYS",
    type: "integer",
    default: 7,
    description: "How many days an invitation can be accepted.",
    minimum: 1,
    maximum: 30,
    perOrganization: true,
  },
  {
    name: "purgeAfterDays",
    env: "ORGANIZATIONS_PURGE_AFTER_DAYS",
    type: "integer",
    default: 30,
    description: "How many days a deleted organization can be brought back, before all that it has is removed for good.",
    minimum: 1,
    maximum: 3650,
  },
];
