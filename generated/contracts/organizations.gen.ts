// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.

export type {
  CreateOrganizationInput,
  FoundedOrganization,
  Membership,
  MembershipCreate,
  MembershipFilter,
  MembershipId,
  MembershipPatch,
  MembershipSort,
  MembershipsOfUserInput,
  NewOrganization,
  Organization,
  OrganizationCreate,
  OrganizationFilter,
  OrganizationId,
  OrganizationPatch,
  OrganizationRename,
  OrganizationSort,
  RenameOrganizationInput,
} from "../organizations/types.gen.ts";
export type { OrganizationsService } from "../organizations/service.gen.ts";
