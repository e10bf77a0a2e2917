// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import { documentContract } from "../../internal/core/testing/document-contract.ts";
import { openDefaults } from "../../internal/core/testing/open-defaults.ts";
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { organizationsDomain } from "./domain.gen.ts";
import { organizationsExamples } from "./examples.gen.ts";
import {
  invitationCreateMock,
  invitationPatchMock,
  membershipCreateMock,
  membershipPatchMock,
  organizationCreateMock,
  organizationPatchMock,
  roleCreateMock,
  rolePatchMock,
  teamCreateMock,
  teamMemberCreateMock,
  teamPatchMock,
} from "./mocks.gen.ts";
import { organizationsOperations } from "./server.gen.ts";

repositoryContract({
  entity: "Organization",
  scope: "global",
  prefix: "og",
  open: (database) => organizationsDomain.repositories(database).organizations,
  create: organizationCreateMock,
  patch: organizationPatchMock,
  unique: [],
  filter: ["deletedAt"],
  sort: ["deletedAt"],
  immutable: [],
  nullable: ["deletedAt"],
  audit: { entity: "organizations.Organization", masked: [] },
});

repositoryContract({
  entity: "Membership",
  scope: "organization",
  prefix: "mb",
  open: (database) => organizationsDomain.repositories(database).memberships,
  create: membershipCreateMock,
  patch: membershipPatchMock,
  unique: [["userId"]],
  filter: ["name", "email"],
  sort: ["name", "createdAt"],
  immutable: ["userId"],
  nullable: [],
  methods: [
    { name: "countOwners", by: [], where: { owner: true }, returns: "count" },
    { name: "findByUser", by: ["userId"], returns: "one" },
    { name: "listOfUser", by: ["userId"], returns: "many", across: true },
  ],
  audit: { entity: "organizations.Membership", masked: [] },
});

repositoryContract({
  entity: "Team",
  scope: "organization",
  prefix: "tm",
  open: (database) => organizationsDomain.repositories(database).teams,
  create: teamCreateMock,
  patch: teamPatchMock,
  unique: [["name"]],
  filter: ["name"],
  sort: ["name", "createdAt"],
  immutable: [],
  nullable: ["description"],
  audit: { entity: "organizations.Team", masked: [] },
});

repositoryContract({
  entity: "TeamMember",
  scope: "organization",
  prefix: "tn",
  open: (database) => organizationsDomain.repositories(database).teamMembers,
  create: teamMemberCreateMock,
  unique: [["teamId", "membershipId"]],
  filter: ["teamId", "membershipId"],
  sort: [],
  immutable: ["teamId", "membershipId", "userId"],
  nullable: [],
  parents: [
    {
      field: "membershipId",
      onDelete: "cascade",
      open: (database) => organizationsDomain.repositories(database).memberships,
      create: membershipCreateMock,
    },
    {
      field: "teamId",
      onDelete: "cascade",
      open: (database) => organizationsDomain.repositories(database).teams,
      create: teamCreateMock,
    },
  ],
  methods: [
    { name: "findOfTeam", by: ["teamId", "membershipId"], returns: "one" },
    { name: "listMembersOfTeam", by: ["teamId"], returns: "many" },
    { name: "listOfUser", by: ["userId"], returns: "many" },
    { name: "listTeamsOfMembership", by: ["membershipId"], returns: "many" },
  ],
  audit: { entity: "organizations.TeamMember", masked: [] },
});

repositoryContract({
  entity: "Role",
  scope: "organization",
  prefix: "rl",
  open: (database) => organizationsDomain.repositories(database).roles,
  create: roleCreateMock,
  patch: rolePatchMock,
  unique: [["name"]],
  filter: ["name"],
  sort: ["name", "createdAt"],
  immutable: [],
  nullable: ["description"],
  audit: { entity: "organizations.Role", masked: [] },
});

repositoryContract({
  entity: "Invitation",
  scope: "organization",
  prefix: "iv",
  open: (database) => organizationsDomain.repositories(database).invitations,
  create: invitationCreateMock,
  patch: invitationPatchMock,
  unique: [["email"]],
  filter: ["email"],
  sort: ["email", "createdAt", "expiresAt"],
  immutable: ["email"],
  nullable: [],
  methods: [
    { name: "findByEmail", by: ["email"], returns: "one" },
    { name: "findByHash", by: ["tokenHash"], returns: "one", across: true },
  ],
  audit: { entity: "organizations.Invitation", masked: ["tokenHash"] },
});

const decided = new Set([
  "listInvitations",
  "getInvitation",
  "deleteInvitation",
  "listInvitationAudit",
  "listMemberships",
  "getMembership",
  "deleteMembership",
  "listMembershipAudit",
  "listRoles",
  "createRole",
  "getRole",
  "updateRole",
  "listRoleAudit",
  "listTeamMembers",
  "listTeamMemberAudit",
  "listTeams",
  "createTeam",
  "getTeam",
  "updateTeam",
  "deleteTeam",
  "listTeamAudit",
]);

operationContract("organizations", {
  basePath: "/api/v1",
  operations: organizationsOperations.filter(({ id }) => decided.has(id)),
  examples: organizationsExamples,
  open: () => openDefaults(organizationsDomain),
});

documentContract("organizations", {
  document: new URL("../openapi.json", import.meta.url),
  operations: organizationsOperations,
  examples: organizationsExamples,
});
