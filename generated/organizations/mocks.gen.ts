// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { HttpHandler } from "msw";
import { auditRecordMock } from "../../internal/core/testing/audit-record-mock.ts";
import { type MockOperation, type MockOutcomes, mockHandlers, mockPage } from "../../internal/core/testing/mock-handlers.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import type { OrganizationsService } from "./service.gen.ts";
import type {
  Acceptance,
  Feature,
  FeatureSwitch,
  FoundedOrganization,
  Invitation,
  InvitationCreate,
  InvitationId,
  InvitationPatch,
  InvitationSight,
  InvitationToken,
  Membership,
  MembershipCreate,
  MembershipId,
  MembershipPatch,
  NewInvitation,
  NewOrganization,
  Organization,
  OrganizationCreate,
  OrganizationPatch,
  OrganizationRename,
  OrganizationSetting,
  OwnOrganization,
  PermissionGrant,
  PermissionList,
  PermissionNames,
  PersonDescription,
  Role,
  RoleCreate,
  RoleId,
  RoleIds,
  RoleList,
  RoleName,
  RolePatch,
  SettingValue,
  SettingValues,
  Standing,
  Team,
  TeamCreate,
  TeamId,
  TeamMember,
  TeamMemberCreate,
  TeamPatch,
  Transfer,
} from "./types.gen.ts";
import { invitationView } from "./views.gen.ts";

export function newOrganizationMock(number: number, given: Partial<NewOrganization> = {}): NewOrganization {
  const make = seeded("NewOrganization", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    userId: make.id("us"),
    userName: make.text({ maxLength: 100 }),
    email: make.text({ maxLength: 254 }),
    ...given,
  };
}

export function foundedOrganizationMock(number: number, given: Partial<FoundedOrganization> = {}): FoundedOrganization {
  return {
    organization: organizationMock(number),
    membership: membershipMock(number),
    ...given,
  };
}

export function organizationRenameMock(number: number, given: Partial<OrganizationRename> = {}): OrganizationRename {
  const make = seeded("OrganizationRename", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function ownOrganizationMock(number: number, given: Partial<OwnOrganization> = {}): OwnOrganization {
  const make = seeded("OwnOrganization", number);
  return {
    id: make.id("og"),
    name: make.text(),
    roles: make.list({}, () => make.text()),
    deletedAt: make.time(),
    purgedAfter: make.time(),
    ...given,
  };
}

export function transferMock(number: number, given: Partial<Transfer> = {}): Transfer {
  const make = seeded("Transfer", number);
  return {
    memberId: make.id("mb"),
    ...given,
  };
}

export function organizationSettingMock(number: number, given: Partial<OrganizationSetting> = {}): OrganizationSetting {
  const make = seeded("OrganizationSetting", number);
  return {
    name: make.text(),
    domain: make.text(),
    type: make.pick(["string", "integer", "number", "boolean"]),
    description: make.text(),
    value: settingValueMock(number),
    preset: settingValueMock(number),
    own: make.boolean(),
    minimum: make.decimal(),
    maximum: make.decimal(),
    choices: make.list({}, () => make.text()),
    ...given,
  };
}

export function settingValueMock(number: number): SettingValue {
  const make = seeded("SettingValue", number);
  return make.text({ maxLength: 1000 });
}

export function settingValuesMock(_number: number): SettingValues {
  return {};
}

export function featureMock(number: number, given: Partial<Feature> = {}): Feature {
  const make = seeded("Feature", number);
  return {
    name: make.text(),
    given: make.boolean(),
    enabled: make.boolean(),
    ...given,
  };
}

export function featureSwitchMock(number: number, given: Partial<FeatureSwitch> = {}): FeatureSwitch {
  const make = seeded("FeatureSwitch", number);
  return {
    enabled: make.boolean(),
    ...given,
  };
}

export function permissionListMock(number: number, given: Partial<PermissionList> = {}): PermissionList {
  const make = seeded("PermissionList", number);
  return {
    roles: make.list({}, roleNameMock),
    permissions: make.list({}, permissionGrantMock),
    ...given,
  };
}

export function roleNameMock(number: number, given: Partial<RoleName> = {}): RoleName {
  const make = seeded("RoleName", number);
  return {
    id: make.text(),
    name: make.text(),
    builtIn: make.boolean(),
    ...given,
  };
}

export function permissionGrantMock(number: number, given: Partial<PermissionGrant> = {}): PermissionGrant {
  const make = seeded("PermissionGrant", number);
  return {
    name: make.text(),
    domain: make.text(),
    sentence: make.text(),
    roles: make.list({}, () => make.text()),
    held: make.boolean(),
    ...given,
  };
}

export function roleListMock(number: number, given: Partial<RoleList> = {}): RoleList {
  return {
    roles: roleIdsMock(number),
    ...given,
  };
}

export function roleIdsMock(number: number): RoleIds {
  const make = seeded("RoleIds", number);
  return make.list({ maxItems: 20, minItems: 1 }, () => make.text({ maxLength: 40, minLength: 1 }));
}

export function permissionNamesMock(_number: number): PermissionNames {
  const example: PermissionNames = ["organizations.read"];
  return example;
}

export function newInvitationMock(number: number, given: Partial<NewInvitation> = {}): NewInvitation {
  const make = seeded("NewInvitation", number);
  return {
    email: make.text({ format: "email", maxLength: 254 }),
    roles: roleIdsMock(number),
    teams: make.list({ maxItems: 20 }, () => make.text({ maxLength: 40 })),
    ...given,
  };
}

export function invitationTokenMock(number: number, given: Partial<InvitationToken> = {}): InvitationToken {
  const make = seeded("InvitationToken", number);
  return {
    token: make.text({ format: "password", maxLength: 200, minLength: 1 }),
    ...given,
  };
}

export function invitationSightMock(number: number, given: Partial<InvitationSight> = {}): InvitationSight {
  const make = seeded("InvitationSight", number);
  return {
    organization: make.text(),
    email: make.text(),
    invitedBy: make.text(),
    expiresAt: make.time(),
    ...given,
  };
}

export function acceptanceMock(number: number, given: Partial<Acceptance> = {}): Acceptance {
  const make = seeded("Acceptance", number);
  return {
    token: make.text({ format: "password" }),
    userId: make.id("us"),
    userName: make.text(),
    email: make.text(),
    ...given,
  };
}

export function personDescriptionMock(number: number, given: Partial<PersonDescription> = {}): PersonDescription {
  const make = seeded("PersonDescription", number);
  return {
    name: make.text(),
    email: make.text(),
    ...given,
  };
}

export function standingMock(number: number, given: Partial<Standing> = {}): Standing {
  const make = seeded("Standing", number);
  return {
    member: make.boolean(),
    roles: make.list({}, () => make.text()),
    permissions: make.list({}, () => make.text()),
    teams: make.list({}, () => make.text()),
    ...given,
  };
}

export function organizationMock(number: number, given: Partial<Organization> = {}): Organization {
  const make = seeded("Organization", number);
  return {
    id: make.id("og"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    name: make.text({ maxLength: 100, minLength: 1 }),
    deletedAt: make.time(),
    ...given,
  };
}

export function membershipMock(number: number, given: Partial<Membership> = {}): Membership {
  const make = seeded("Membership", number);
  return {
    id: make.id("mb"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    userId: make.id("us"),
    name: make.text({ maxLength: 100 }),
    email: make.text({ maxLength: 254 }),
    roles: roleIdsMock(number),
    owner: make.boolean(),
    ...given,
  };
}

export function teamMock(number: number, given: Partial<Team> = {}): Team {
  const make = seeded("Team", number);
  return {
    id: make.id("tm"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    name: make.text({ maxLength: 60, minLength: 1 }),
    description: make.text({ maxLength: 500 }),
    ...given,
  };
}

export function teamMemberMock(number: number, given: Partial<TeamMember> = {}): TeamMember {
  const make = seeded("TeamMember", number);
  return {
    id: make.id("tn"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    teamId: make.id("tm"),
    membershipId: make.id("mb"),
    userId: make.id("us"),
    ...given,
  };
}

export function roleMock(number: number, given: Partial<Role> = {}): Role {
  const make = seeded("Role", number);
  return {
    id: make.id("rl"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    name: make.text({ maxLength: 60, minLength: 1 }),
    description: make.text({ maxLength: 500 }),
    permissions: permissionNamesMock(number),
    ...given,
  };
}

export function invitationMock(number: number, given: Partial<Invitation> = {}): Invitation {
  const make = seeded("Invitation", number);
  return {
    id: make.id("iv"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    email: make.text({ maxLength: 254 }),
    invitedBy: make.id("us"),
    roles: roleIdsMock(number),
    teams: make.list({}, () => make.text({ maxLength: 40 })),
    tokenHash: make.text(),
    expiresAt: make.time(),
    ...given,
  };
}

export function organizationCreateMock(number: number, given: Partial<OrganizationCreate> = {}): OrganizationCreate {
  const make = seeded("OrganizationCreate", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    deletedAt: make.time(),
    ...given,
  };
}

export function organizationPatchMock(number: number, given: Partial<OrganizationPatch> = {}): OrganizationPatch {
  const make = seeded("OrganizationPatch", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    deletedAt: make.time(),
    ...given,
  };
}

export function membershipCreateMock(number: number, given: Partial<MembershipCreate> = {}): MembershipCreate {
  const make = seeded("MembershipCreate", number);
  return {
    userId: make.id("us"),
    name: make.text({ maxLength: 100 }),
    email: make.text({ maxLength: 254 }),
    roles: roleIdsMock(number),
    owner: make.boolean(),
    ...given,
  };
}

export function membershipPatchMock(number: number, given: Partial<MembershipPatch> = {}): MembershipPatch {
  const make = seeded("MembershipPatch", number);
  return {
    name: make.text({ maxLength: 100 }),
    email: make.text({ maxLength: 254 }),
    roles: roleIdsMock(number),
    owner: make.boolean(),
    ...given,
  };
}

export function teamCreateMock(number: number, given: Partial<TeamCreate> = {}): TeamCreate {
  const make = seeded("TeamCreate", number);
  return {
    name: make.text({ maxLength: 60, minLength: 1 }),
    description: make.text({ maxLength: 500 }),
    ...given,
  };
}

export function teamPatchMock(number: number, given: Partial<TeamPatch> = {}): TeamPatch {
  const make = seeded("TeamPatch", number);
  return {
    name: make.text({ maxLength: 60, minLength: 1 }),
    description: make.text({ maxLength: 500 }),
    ...given,
  };
}

export function teamMemberCreateMock(number: number, given: Partial<TeamMemberCreate> = {}): TeamMemberCreate {
  const make = seeded("TeamMemberCreate", number);
  return {
    teamId: make.id("tm"),
    membershipId: make.id("mb"),
    userId: make.id("us"),
    ...given,
  };
}

export function roleCreateMock(number: number, given: Partial<RoleCreate> = {}): RoleCreate {
  const make = seeded("RoleCreate", number);
  return {
    name: make.text({ maxLength: 60, minLength: 1 }),
    description: make.text({ maxLength: 500 }),
    permissions: permissionNamesMock(number),
    ...given,
  };
}

export function rolePatchMock(number: number, given: Partial<RolePatch> = {}): RolePatch {
  const make = seeded("RolePatch", number);
  return {
    name: make.text({ maxLength: 60, minLength: 1 }),
    description: make.text({ maxLength: 500 }),
    permissions: permissionNamesMock(number),
    ...given,
  };
}

export function invitationCreateMock(number: number, given: Partial<InvitationCreate> = {}): InvitationCreate {
  const make = seeded("InvitationCreate", number);
  return {
    email: make.text({ maxLength: 254 }),
    invitedBy: make.id("us"),
    roles: roleIdsMock(number),
    teams: make.list({}, () => make.text({ maxLength: 40 })),
    tokenHash: make.text(),
    expiresAt: make.time(),
    ...given,
  };
}

export function invitationPatchMock(number: number, given: Partial<InvitationPatch> = {}): InvitationPatch {
  const make = seeded("InvitationPatch", number);
  return {
    invitedBy: make.id("us"),
    roles: roleIdsMock(number),
    teams: make.list({}, () => make.text({ maxLength: 40 })),
    tokenHash: make.text(),
    expiresAt: make.time(),
    ...given,
  };
}

/** Answers every operation, for MSW: with success and at once, unless `outcomes` says otherwise. */
export function organizationsHandlers(base = "/api/v1", outcomes: MockOutcomes<keyof OrganizationsService> = {}): HttpHandler[] {
  const operations: readonly MockOperation<keyof OrganizationsService>[] = [
    {
      id: "listInvitations",
      method: "get",
      path: "/invitations",
      status: 200,
      make: () => mockPage((number) => invitationView(invitationMock(number))),
    },
    { id: "inviteMember", method: "post", path: "/invitations", status: 201, make: () => invitationView(invitationMock(1)) },
    { id: "lookUpInvitation", method: "post", path: "/invitations/look-up", status: 200, make: () => invitationSightMock(1) },
    {
      id: "getInvitation",
      method: "get",
      path: "/invitations/{id}",
      status: 200,
      make: (params) => invitationView(invitationMock(1, { id: params.id as InvitationId })),
    },
    { id: "deleteInvitation", method: "delete", path: "/invitations/{id}", status: 204, answer: "none" },
    { id: "listInvitationAudit", method: "get", path: "/invitations/{id}/audit", status: 200, make: () => mockPage(auditRecordMock) },
    {
      id: "resendInvitation",
      method: "post",
      path: "/invitations/{id}/resend",
      status: 200,
      make: () => invitationView(invitationMock(1)),
    },
    { id: "listMemberships", method: "get", path: "/members", status: 200, make: () => mockPage(membershipMock) },
    {
      id: "getMembership",
      method: "get",
      path: "/members/{id}",
      status: 200,
      make: (params) => membershipMock(1, { id: params.id as MembershipId }),
    },
    { id: "deleteMembership", method: "delete", path: "/members/{id}", status: 204, answer: "none" },
    { id: "listMembershipAudit", method: "get", path: "/members/{id}/audit", status: 200, make: () => mockPage(auditRecordMock) },
    { id: "setMemberRoles", method: "put", path: "/members/{id}/roles", status: 200, make: () => membershipMock(1) },
    { id: "getOrganization", method: "get", path: "/organization", status: 200, make: () => organizationMock(1) },
    { id: "renameOrganization", method: "patch", path: "/organization", status: 200, make: () => organizationMock(1) },
    { id: "deleteOrganization", method: "delete", path: "/organization", status: 204, answer: "none" },
    {
      id: "listFeatures",
      method: "get",
      path: "/organization/features",
      status: 200,
      make: () => [featureMock(1), featureMock(2), featureMock(3)],
    },
    { id: "switchFeature", method: "put", path: "/organization/features/{name}", status: 200, make: () => featureMock(1) },
    { id: "leaveOrganization", method: "post", path: "/organization/leave", status: 204, answer: "none" },
    { id: "listPermissions", method: "get", path: "/organization/permissions", status: 200, make: () => permissionListMock(1) },
    {
      id: "listSettings",
      method: "get",
      path: "/organization/settings",
      status: 200,
      make: () => [organizationSettingMock(1), organizationSettingMock(2), organizationSettingMock(3)],
    },
    {
      id: "changeSettings",
      method: "patch",
      path: "/organization/settings",
      status: 200,
      make: () => [organizationSettingMock(1), organizationSettingMock(2), organizationSettingMock(3)],
    },
    { id: "transferOrganization", method: "post", path: "/organization/transfer", status: 200, make: () => membershipMock(1) },
    {
      id: "listOwnOrganizations",
      method: "get",
      path: "/organizations",
      status: 200,
      make: () => [ownOrganizationMock(1), ownOrganizationMock(2), ownOrganizationMock(3)],
    },
    { id: "undeleteOrganization", method: "post", path: "/organizations/{id}/undelete", status: 200, make: () => organizationMock(1) },
    { id: "listRoles", method: "get", path: "/roles", status: 200, make: () => mockPage(roleMock) },
    { id: "createRole", method: "post", path: "/roles", status: 201, make: () => roleMock(1) },
    { id: "getRole", method: "get", path: "/roles/{id}", status: 200, make: (params) => roleMock(1, { id: params.id as RoleId }) },
    { id: "updateRole", method: "patch", path: "/roles/{id}", status: 200, make: (params) => roleMock(1, { id: params.id as RoleId }) },
    { id: "deleteRole", method: "delete", path: "/roles/{id}", status: 204, answer: "none" },
    { id: "listRoleAudit", method: "get", path: "/roles/{id}/audit", status: 200, make: () => mockPage(auditRecordMock) },
    { id: "listTeamMembers", method: "get", path: "/team-members", status: 200, make: () => mockPage(teamMemberMock) },
    { id: "listTeamMemberAudit", method: "get", path: "/team-members/{id}/audit", status: 200, make: () => mockPage(auditRecordMock) },
    { id: "listTeams", method: "get", path: "/teams", status: 200, make: () => mockPage(teamMock) },
    { id: "createTeam", method: "post", path: "/teams", status: 201, make: () => teamMock(1) },
    { id: "getTeam", method: "get", path: "/teams/{id}", status: 200, make: (params) => teamMock(1, { id: params.id as TeamId }) },
    { id: "updateTeam", method: "patch", path: "/teams/{id}", status: 200, make: (params) => teamMock(1, { id: params.id as TeamId }) },
    { id: "deleteTeam", method: "delete", path: "/teams/{id}", status: 204, answer: "none" },
    { id: "listTeamAudit", method: "get", path: "/teams/{id}/audit", status: 200, make: () => mockPage(auditRecordMock) },
    { id: "addTeamMember", method: "put", path: "/teams/{id}/members/{memberId}", status: 200, make: () => teamMemberMock(1) },
    { id: "removeTeamMember", method: "delete", path: "/teams/{id}/members/{memberId}", status: 204, answer: "none" },
  ];
  return mockHandlers(base, operations, outcomes);
}
