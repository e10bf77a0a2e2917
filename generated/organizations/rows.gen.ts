// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { AuditSubject } from "../../internal/core/audit/audited.ts";
import type { Context } from "../../internal/core/context/context.ts";
import type { ListColumn } from "../../internal/core/database/database.ts";
import { instant } from "../../internal/core/database/instant.ts";
import { actorId, ownerOrganization, timestamp, type Unique } from "../../internal/core/database/rows.ts";
import { newId } from "../../internal/core/ids/ids.ts";
import type {
  Invitation,
  InvitationCreate,
  InvitationPatch,
  Membership,
  MembershipCreate,
  MembershipPatch,
  Organization,
  OrganizationCreate,
  OrganizationPatch,
  Role,
  RoleCreate,
  RolePatch,
  Team,
  TeamCreate,
  TeamMember,
  TeamMemberCreate,
  TeamPatch,
} from "./types.gen.ts";

/** A new Organization: what was given, the spec's defaults, and what the server decides. */
export function newOrganization(input: OrganizationCreate): Organization {
  const now = timestamp();
  return {
    id: newId("og"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    name: input.name,
    deletedAt: instant(input.deletedAt ?? null),
  };
}

/** The next version of an Organization: absent fields stay, null clears. */
export function changedOrganization(before: Organization, patch: OrganizationPatch): Organization {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: patch.name ?? before.name,
    deletedAt: instant(patch.deletedAt === undefined ? before.deletedAt : patch.deletedAt),
  };
}

/** What lists of Organizations may be filtered and sorted by. */
export const organizationList: Readonly<Record<string, ListColumn>> = {
  deletedAt: { column: "deleted_at", type: "time", filter: true, sort: true },
};

/** How changes of Organizations are written down. */
export const organizationAudit: AuditSubject = { entity: "organizations.Organization", masked: [] };

/** A new Membership: what was given, the spec's defaults, and what the server decides. */
export function newMembership(ctx: Context, input: MembershipCreate): Membership {
  const now = timestamp();
  return {
    id: newId("mb"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    userId: input.userId,
    name: input.name,
    email: input.email,
    roles: input.roles,
    owner: input.owner,
  };
}

/** The next version of a Membership: absent fields stay, null clears. */
export function changedMembership(before: Membership, patch: MembershipPatch): Membership {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: patch.name ?? before.name,
    email: patch.email ?? before.email,
    roles: patch.roles ?? before.roles,
    owner: patch.owner ?? before.owner,
  };
}

export const membershipUnique: readonly Unique[] = [{ index: "memberships_user_id_key", fields: ["userId"], owner: "organizationId" }];

/** What lists of Memberships may be filtered and sorted by. */
export const membershipList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: false, sort: true },
  name: { column: "name", type: "text", filter: true, sort: true },
  email: { column: "email", type: "text", filter: true, sort: false },
};

/** How changes of Memberships are written down. */
export const membershipAudit: AuditSubject = { entity: "organizations.Membership", owner: "organizationId", masked: [] };

/** A new Team: what was given, the spec's defaults, and what the server decides. */
export function newTeam(ctx: Context, input: TeamCreate): Team {
  const now = timestamp();
  return {
    id: newId("tm"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    name: input.name,
    description: input.description ?? null,
  };
}

/** The next version of a Team: absent fields stay, null clears. */
export function changedTeam(before: Team, patch: TeamPatch): Team {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: patch.name ?? before.name,
    description: patch.description === undefined ? before.description : patch.description,
  };
}

export const teamUnique: readonly Unique[] = [{ index: "teams_name_key", fields: ["name"], owner: "organizationId" }];

/** What lists of Teams may be filtered and sorted by. */
export const teamList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: false, sort: true },
  name: { column: "name", type: "text", filter: true, sort: true },
};

/** How changes of Teams are written down. */
export const teamAudit: AuditSubject = { entity: "organizations.Team", owner: "organizationId", masked: [] };

/** A new TeamMember: what was given, the spec's defaults, and what the server decides. */
export function newTeamMember(ctx: Context, input: TeamMemberCreate): TeamMember {
  const now = timestamp();
  return {
    id: newId("tn"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    teamId: input.teamId,
    membershipId: input.membershipId,
    userId: input.userId,
  };
}

export const teamMemberUnique: readonly Unique[] = [
  { index: "team_members_team_id_membership_id_key", fields: ["teamId", "membershipId"], owner: "organizationId" },
];

/** What lists of TeamMembers may be filtered and sorted by. */
export const teamMemberList: Readonly<Record<string, ListColumn>> = {
  teamId: { column: "team_id", type: "text", filter: true, sort: false },
  membershipId: { column: "membership_id", type: "text", filter: true, sort: false },
};

/** How changes of TeamMembers are written down. */
export const teamMemberAudit: AuditSubject = { entity: "organizations.TeamMember", owner: "organizationId", masked: [] };

/** A new Role: what was given, the spec's defaults, and what the server decides. */
export function newRole(ctx: Context, input: RoleCreate): Role {
  const now = timestamp();
  return {
    id: newId("rl"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    name: input.name,
    description: input.description ?? null,
    permissions: input.permissions,
  };
}

/** The next version of a Role: absent fields stay, null clears. */
export function changedRole(before: Role, patch: RolePatch): Role {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: patch.name ?? before.name,
    description: patch.description === undefined ? before.description : patch.description,
    permissions: patch.permissions ?? before.permissions,
  };
}

export const roleUnique: readonly Unique[] = [{ index: "roles_name_key", fields: ["name"], owner: "organizationId" }];

/** What lists of Roles may be filtered and sorted by. */
export const roleList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: false, sort: true },
  name: { column: "name", type: "text", filter: true, sort: true },
};

/** How changes of Roles are written down. */
export const roleAudit: AuditSubject = { entity: "organizations.Role", owner: "organizationId", masked: [] };

/** A new Invitation: what was given, the spec's defaults, and what the server decides. */
export function newInvitation(ctx: Context, input: InvitationCreate): Invitation {
  const now = timestamp();
  return {
    id: newId("iv"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    email: input.email,
    invitedBy: input.invitedBy,
    roles: input.roles,
    teams: input.teams,
    tokenHash: input.tokenHash,
    expiresAt: instant(input.expiresAt),
  };
}

/** The next version of an Invitation: absent fields stay, null clears. */
export function changedInvitation(before: Invitation, patch: InvitationPatch): Invitation {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    invitedBy: patch.invitedBy ?? before.invitedBy,
    roles: patch.roles ?? before.roles,
    teams: patch.teams ?? before.teams,
    tokenHash: patch.tokenHash ?? before.tokenHash,
    expiresAt: instant(patch.expiresAt ?? before.expiresAt),
  };
}

export const invitationUnique: readonly Unique[] = [{ index: "invitations_email_key", fields: ["email"], owner: "organizationId" }];

/** What lists of Invitations may be filtered and sorted by. */
export const invitationList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: false, sort: true },
  email: { column: "email", type: "text", filter: true, sort: true },
  expiresAt: { column: "expires_at", type: "time", filter: false, sort: true },
};

/** How changes of Invitations are written down. */
export const invitationAudit: AuditSubject = { entity: "organizations.Invitation", owner: "organizationId", masked: ["tokenHash"] };
