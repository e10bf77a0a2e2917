// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { OperationExample } from "../../internal/core/testing/operation-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import {
  featureSwitchMock,
  invitationTokenMock,
  newInvitationMock,
  organizationRenameMock,
  roleCreateMock,
  roleListMock,
  rolePatchMock,
  settingValuesMock,
  teamCreateMock,
  teamPatchMock,
  transferMock,
} from "./mocks.gen.ts";

/** Right and wrong input of each operation. */
export const organizationsExamples: Readonly<Record<string, OperationExample>> = {
  listInvitations: {
    complete: true,
    violations: [
      { pointer: "?sort", query: { sort: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
      { pointer: "?total", query: { total: "no such value" } },
    ],
  },
  inviteMember: {
    body: newInvitationMock(1),
    violations: [
      { pointer: "/email", body: { ...newInvitationMock(1), email: undefined } },
      { pointer: "/email", body: { ...newInvitationMock(1), email: 1 } },
      { pointer: "/email", body: { ...newInvitationMock(1), email: "x".repeat(255) } },
      { pointer: "/roles", body: { ...newInvitationMock(1), roles: undefined } },
      { pointer: "/roles", body: { ...newInvitationMock(1), roles: "x" } },
      { pointer: "/roles", body: { ...newInvitationMock(1), roles: [] } },
      { pointer: "/teams", body: { ...newInvitationMock(1), teams: "x" } },
    ],
  },
  lookUpInvitation: {
    body: invitationTokenMock(1),
    violations: [
      { pointer: "/token", body: { ...invitationTokenMock(1), token: undefined } },
      { pointer: "/token", body: { ...invitationTokenMock(1), token: 1 } },
      { pointer: "/token", body: { ...invitationTokenMock(1), token: "" } },
      { pointer: "/token", body: { ...invitationTokenMock(1), token: "x".repeat(201) } },
    ],
  },
  getInvitation: { params: { id: seeded("getInvitation", 1).id("iv") }, complete: true },
  deleteInvitation: { params: { id: seeded("deleteInvitation", 1).id("iv") }, complete: true },
  listInvitationAudit: {
    params: { id: seeded("listInvitationAudit", 1).id("iv") },
    complete: true,
    violations: [{ pointer: "?limit", query: { limit: "no such value" } }],
  },
  resendInvitation: { params: { id: seeded("resendInvitation", 1).text({ maxLength: 40 }) } },
  listMemberships: {
    complete: true,
    violations: [
      { pointer: "?sort", query: { sort: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
      { pointer: "?total", query: { total: "no such value" } },
    ],
  },
  getMembership: { params: { id: seeded("getMembership", 1).id("mb") }, complete: true },
  deleteMembership: { params: { id: seeded("deleteMembership", 1).id("mb") }, complete: true },
  listMembershipAudit: {
    params: { id: seeded("listMembershipAudit", 1).id("mb") },
    complete: true,
    violations: [{ pointer: "?limit", query: { limit: "no such value" } }],
  },
  setMemberRoles: {
    params: { id: seeded("setMemberRoles", 1).text({ maxLength: 40 }) },
    body: roleListMock(1),
    violations: [
      { pointer: "/roles", body: { ...roleListMock(1), roles: undefined } },
      { pointer: "/roles", body: { ...roleListMock(1), roles: "x" } },
      { pointer: "/roles", body: { ...roleListMock(1), roles: [] } },
    ],
  },
  getOrganization: {},
  renameOrganization: {
    body: organizationRenameMock(1),
    violations: [
      { pointer: "/name", body: { ...organizationRenameMock(1), name: undefined } },
      { pointer: "/name", body: { ...organizationRenameMock(1), name: 1 } },
      { pointer: "/name", body: { ...organizationRenameMock(1), name: "" } },
      { pointer: "/name", body: { ...organizationRenameMock(1), name: "x".repeat(101) } },
    ],
  },
  deleteOrganization: { query: { name: seeded("deleteOrganization", 1).text({ maxLength: 100 }) } },
  listFeatures: {},
  switchFeature: {
    params: { name: seeded("switchFeature", 1).text({ maxLength: 100 }) },
    body: featureSwitchMock(1),
    violations: [
      { pointer: "/enabled", body: { ...featureSwitchMock(1), enabled: undefined } },
      { pointer: "/enabled", body: { ...featureSwitchMock(1), enabled: "x" } },
    ],
  },
  leaveOrganization: {},
  listPermissions: {},
  listSettings: {},
  changeSettings: { body: settingValuesMock(1) },
  transferOrganization: {
    body: transferMock(1),
    violations: [
      { pointer: "/memberId", body: { ...transferMock(1), memberId: undefined } },
      { pointer: "/memberId", body: { ...transferMock(1), memberId: "xx-0123456789abcdef" } },
    ],
  },
  listOwnOrganizations: {},
  undeleteOrganization: { params: { id: seeded("undeleteOrganization", 1).text({ maxLength: 40 }) } },
  listRoles: {
    complete: true,
    violations: [
      { pointer: "?sort", query: { sort: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
      { pointer: "?total", query: { total: "no such value" } },
    ],
  },
  createRole: {
    body: roleCreateMock(1),
    complete: true,
    violations: [
      { pointer: "/name", body: { ...roleCreateMock(1), name: undefined } },
      { pointer: "/name", body: { ...roleCreateMock(1), name: 1 } },
      { pointer: "/name", body: { ...roleCreateMock(1), name: "" } },
      { pointer: "/name", body: { ...roleCreateMock(1), name: "x".repeat(61) } },
      { pointer: "/description", body: { ...roleCreateMock(1), description: 1 } },
      { pointer: "/description", body: { ...roleCreateMock(1), description: "x".repeat(501) } },
      { pointer: "/permissions", body: { ...roleCreateMock(1), permissions: undefined } },
      { pointer: "/permissions", body: { ...roleCreateMock(1), permissions: "x" } },
      { pointer: "/permissions", body: { ...roleCreateMock(1), permissions: [] } },
      { pointer: "/unheardOf", body: { ...roleCreateMock(1), unheardOf: 1 } },
    ],
  },
  getRole: { params: { id: seeded("getRole", 1).id("rl") }, complete: true },
  updateRole: {
    params: { id: seeded("updateRole", 1).id("rl") },
    body: rolePatchMock(1),
    complete: true,
    violations: [
      { pointer: "/name", body: { ...rolePatchMock(1), name: 1 } },
      { pointer: "/name", body: { ...rolePatchMock(1), name: "" } },
      { pointer: "/name", body: { ...rolePatchMock(1), name: "x".repeat(61) } },
      { pointer: "/description", body: { ...rolePatchMock(1), description: 1 } },
      { pointer: "/description", body: { ...rolePatchMock(1), description: "x".repeat(501) } },
      { pointer: "/permissions", body: { ...rolePatchMock(1), permissions: "x" } },
      { pointer: "/permissions", body: { ...rolePatchMock(1), permissions: [] } },
      { pointer: "/unheardOf", body: { ...rolePatchMock(1), unheardOf: 1 } },
    ],
  },
  deleteRole: { params: { id: seeded("deleteRole", 1).text({ maxLength: 40 }) } },
  listRoleAudit: {
    params: { id: seeded("listRoleAudit", 1).id("rl") },
    complete: true,
    violations: [{ pointer: "?limit", query: { limit: "no such value" } }],
  },
  listTeamMembers: {
    complete: true,
    violations: [{ pointer: "?limit", query: { limit: "no such value" } }, { pointer: "?total", query: { total: "no such value" } }],
  },
  listTeamMemberAudit: {
    params: { id: seeded("listTeamMemberAudit", 1).id("tn") },
    complete: true,
    violations: [{ pointer: "?limit", query: { limit: "no such value" } }],
  },
  listTeams: {
    complete: true,
    violations: [
      { pointer: "?sort", query: { sort: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
      { pointer: "?total", query: { total: "no such value" } },
    ],
  },
  createTeam: {
    body: teamCreateMock(1),
    complete: true,
    violations: [
      { pointer: "/name", body: { ...teamCreateMock(1), name: undefined } },
      { pointer: "/name", body: { ...teamCreateMock(1), name: 1 } },
      { pointer: "/name", body: { ...teamCreateMock(1), name: "" } },
      { pointer: "/name", body: { ...teamCreateMock(1), name: "x".repeat(61) } },
      { pointer: "/description", body: { ...teamCreateMock(1), description: 1 } },
      { pointer: "/description", body: { ...teamCreateMock(1), description: "x".repeat(501) } },
      { pointer: "/unheardOf", body: { ...teamCreateMock(1), unheardOf: 1 } },
    ],
  },
  getTeam: { params: { id: seeded("getTeam", 1).id("tm") }, complete: true },
  updateTeam: {
    params: { id: seeded("updateTeam", 1).id("tm") },
    body: teamPatchMock(1),
    complete: true,
    violations: [
      { pointer: "/name", body: { ...teamPatchMock(1), name: 1 } },
      { pointer: "/name", body: { ...teamPatchMock(1), name: "" } },
      { pointer: "/name", body: { ...teamPatchMock(1), name: "x".repeat(61) } },
      { pointer: "/description", body: { ...teamPatchMock(1), description: 1 } },
      { pointer: "/description", body: { ...teamPatchMock(1), description: "x".repeat(501) } },
      { pointer: "/unheardOf", body: { ...teamPatchMock(1), unheardOf: 1 } },
    ],
  },
  deleteTeam: { params: { id: seeded("deleteTeam", 1).id("tm") }, complete: true },
  listTeamAudit: {
    params: { id: seeded("listTeamAudit", 1).id("tm") },
    complete: true,
    violations: [{ pointer: "?limit", query: { limit: "no such value" } }],
  },
  addTeamMember: {
    params: { id: seeded("addTeamMember", 1).text({ maxLength: 40 }), memberId: seeded("addTeamMember", 1).text({ maxLength: 40 }) },
  },
  removeTeamMember: {
    params: {
      id: seeded("removeTeamMember", 1).text({ maxLength: 40 }),
      memberId: seeded("removeTeamMember", 1).text({ maxLength: 40 }),
    },
  },
};
