// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Selectable } from "kysely";
import { acrossOrganizations } from "../../internal/core/context/across-organizations.ts";
import type { Context } from "../../internal/core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../internal/core/database/database.ts";
import { changedOne, checkVersion, missing, uniqueConflict } from "../../internal/core/database/rows.ts";
import { after } from "../../internal/core/eventual/eventual.ts";
import type { UserId } from "../contracts/auth.gen.ts";
import type {
  InvitationRepository,
  MembershipRepository,
  OrganizationRepository,
  RoleRepository,
  TeamMemberRepository,
  TeamRepository,
} from "./repository.gen.ts";
import {
  changedInvitation,
  changedMembership,
  changedOrganization,
  changedRole,
  changedTeam,
  invitationList,
  invitationUnique,
  membershipList,
  membershipUnique,
  newInvitation,
  newMembership,
  newOrganization,
  newRole,
  newTeam,
  newTeamMember,
  organizationList,
  roleList,
  roleUnique,
  teamList,
  teamMemberList,
  teamMemberUnique,
  teamUnique,
} from "./rows.gen.ts";
import type { OrganizationsSqliteTables } from "./tables.gen.ts";
import type {
  Invitation,
  InvitationId,
  Membership,
  MembershipId,
  Organization,
  OrganizationId,
  PermissionNames,
  Role,
  RoleId,
  RoleIds,
  Team,
  TeamId,
  TeamMember,
  TeamMemberId,
} from "./types.gen.ts";

const organizationColumns = ["id", "created_at", "updated_at", "version", "name", "deleted_at"] as const;

type OrganizationRow = Pick<Selectable<OrganizationsSqliteTables["organizations"]>, (typeof organizationColumns)[number]>;

function toOrganization(row: OrganizationRow): Organization {
  return {
    id: row.id as OrganizationId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    name: row.name,
    deletedAt: row.deleted_at,
  };
}

function fromOrganization(organization: Organization): OrganizationRow {
  return {
    id: organization.id,
    created_at: organization.createdAt,
    updated_at: organization.updatedAt,
    version: organization.version,
    name: organization.name,
    deleted_at: organization.deletedAt,
  };
}

export function sqliteOrganizations(db: SqlDatabase<OrganizationsSqliteTables>): OrganizationRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("organizations").select(organizationColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("organizations").select(organizationColumns), organizationList);
  const insertOne = db.statement((query, param: Placeholders<OrganizationRow>) =>
    query.insertInto("organizations").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      name: param.name,
      deleted_at: param.deleted_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<OrganizationRow & { expectedVersion: number }>) =>
    query
      .updateTable("organizations")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        name: param.name,
        deleted_at: param.deleted_at,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("organizations").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );

  async function existing(ctx: Context, id: string): Promise<Organization> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("Organization", id);
    return toOrganization(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toOrganization(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toOrganization),
    async insert(ctx, input) {
      const organization = newOrganization(input);
      await insertOne.run(ctx, fromOrganization(organization));
      return organization;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Organization", before, expected);
      const organization = changedOrganization(before, patch);
      const row = { ...fromOrganization(organization), expectedVersion: before.version };
      changedOne("Organization", id, await updateOne.run(ctx, row));
      return organization;
    },
    async delete(ctx, id, expected) {
      const organization = await existing(ctx, id);
      checkVersion("Organization", organization, expected);
      const row = { id, expectedVersion: organization.version };
      changedOne("Organization", id, await deleteOne.run(ctx, row));
      return organization;
    },
  };
}

const membershipColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "user_id",
  "name",
  "email",
  "roles",
  "owner",
] as const;

type MembershipRow = Pick<Selectable<OrganizationsSqliteTables["memberships"]>, (typeof membershipColumns)[number]>;

function toMembership(row: MembershipRow): Membership {
  return {
    id: row.id as MembershipId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    userId: row.user_id as UserId,
    name: row.name,
    email: row.email,
    roles: JSON.parse(row.roles) as RoleIds,
    owner: row.owner === 1,
  };
}

function fromMembership(membership: Membership): MembershipRow {
  return {
    id: membership.id,
    organization_id: membership.organizationId,
    created_by: membership.createdBy,
    created_at: membership.createdAt,
    updated_at: membership.updatedAt,
    version: membership.version,
    user_id: membership.userId,
    name: membership.name,
    email: membership.email,
    roles: JSON.stringify(membership.roles),
    owner: Number(membership.owner),
  };
}

export function sqliteMemberships(db: SqlDatabase<OrganizationsSqliteTables>): MembershipRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query
      .selectFrom("memberships")
      .select(membershipColumns)
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("memberships").select(membershipColumns).where("organization_id", "=", param.organization_id),
    membershipList,
  );
  const insertOne = db.statement((query, param: Placeholders<MembershipRow>) =>
    query.insertInto("memberships").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      user_id: param.user_id,
      name: param.name,
      email: param.email,
      roles: param.roles,
      owner: param.owner,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<MembershipRow & { expectedVersion: number }>) =>
    query
      .updateTable("memberships")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        name: param.name,
        email: param.email,
        roles: param.roles,
        owner: param.owner,
      })
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("memberships")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const countOwnersQuery = db.statement((query, param: Placeholders<{ organization_id: string }>) =>
    query
      .selectFrom("memberships")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("organization_id", "=", param.organization_id)
      .where("owner", "=", 1),
  );
  const findByUserQuery = db.statement((query, param: Placeholders<{ organization_id: string; user_id: string }>) =>
    query
      .selectFrom("memberships")
      .select(membershipColumns)
      .where("organization_id", "=", param.organization_id)
      .where("user_id", "=", param.user_id),
  );
  const listOfUserQuery = db.statement((query, param: Placeholders<{ user_id: string }>) =>
    query.selectFrom("memberships").select(membershipColumns).where("user_id", "=", param.user_id).orderBy("name").orderBy("id"),
  );
  const conflict = uniqueConflict("Membership", membershipUnique);

  async function existing(ctx: Context, id: string): Promise<Membership> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("Membership", id);
    return toMembership(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toMembership(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toMembership),
    async insert(ctx, input) {
      const membership = newMembership(ctx, input);
      await insertOne.run(ctx, fromMembership(membership)).catch(conflict);
      return membership;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Membership", before, expected);
      const membership = changedMembership(before, patch);
      const row = { ...fromMembership(membership), organization_id: ctx.organization, expectedVersion: before.version };
      changedOne("Membership", id, await updateOne.run(ctx, row));
      return membership;
    },
    async delete(ctx, id, expected) {
      const membership = await existing(ctx, id);
      checkVersion("Membership", membership, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: membership.version };
      changedOne("Membership", id, await deleteOne.run(ctx, row));
      return membership;
    },
    async hold(ctx, id) {
      const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
      return row && toMembership(row);
    },
    async countOwners(ctx) {
      const row = await countOwnersQuery.first(ctx, { organization_id: ctx.organization });
      return row?.count ?? 0;
    },
    async findByUser(ctx, userId) {
      const row = await findByUserQuery.first(ctx, { organization_id: ctx.organization, user_id: userId });
      return row && toMembership(row);
    },
    async listOfUser(ctx, userId) {
      const rows = await listOfUserQuery.all(acrossOrganizations(ctx), { user_id: userId });
      return rows.map(toMembership);
    },
  };
}

const teamColumns = ["id", "organization_id", "created_by", "created_at", "updated_at", "version", "name", "description"] as const;

type TeamRow = Pick<Selectable<OrganizationsSqliteTables["teams"]>, (typeof teamColumns)[number]>;

function toTeam(row: TeamRow): Team {
  return {
    id: row.id as TeamId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    name: row.name,
    description: row.description,
  };
}

function fromTeam(team: Team): TeamRow {
  return {
    id: team.id,
    organization_id: team.organizationId,
    created_by: team.createdBy,
    created_at: team.createdAt,
    updated_at: team.updatedAt,
    version: team.version,
    name: team.name,
    description: team.description,
  };
}

export function sqliteTeams(db: SqlDatabase<OrganizationsSqliteTables>): TeamRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query.selectFrom("teams").select(teamColumns).where("organization_id", "=", param.organization_id).where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("teams").select(teamColumns).where("organization_id", "=", param.organization_id),
    teamList,
  );
  const insertOne = db.statement((query, param: Placeholders<TeamRow>) =>
    query.insertInto("teams").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      name: param.name,
      description: param.description,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<TeamRow & { expectedVersion: number }>) =>
    query
      .updateTable("teams")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        name: param.name,
        description: param.description,
      })
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("teams")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const conflict = uniqueConflict("Team", teamUnique);

  async function existing(ctx: Context, id: string): Promise<Team> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("Team", id);
    return toTeam(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toTeam(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toTeam),
    async insert(ctx, input) {
      const team = newTeam(ctx, input);
      await insertOne.run(ctx, fromTeam(team)).catch(conflict);
      return team;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Team", before, expected);
      const team = changedTeam(before, patch);
      const row = { ...fromTeam(team), organization_id: ctx.organization, expectedVersion: before.version };
      changedOne("Team", id, await updateOne.run(ctx, row).catch(conflict));
      return team;
    },
    async delete(ctx, id, expected) {
      const team = await existing(ctx, id);
      checkVersion("Team", team, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: team.version };
      changedOne("Team", id, await deleteOne.run(ctx, row));
      return team;
    },
    async hold(ctx, id) {
      const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
      return row && toTeam(row);
    },
  };
}

const teamMemberColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "team_id",
  "membership_id",
  "user_id",
] as const;

type TeamMemberRow = Pick<Selectable<OrganizationsSqliteTables["team_members"]>, (typeof teamMemberColumns)[number]>;

function toTeamMember(row: TeamMemberRow): TeamMember {
  return {
    id: row.id as TeamMemberId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    teamId: row.team_id as TeamId,
    membershipId: row.membership_id as MembershipId,
    userId: row.user_id as UserId,
  };
}

function fromTeamMember(teamMember: TeamMember): TeamMemberRow {
  return {
    id: teamMember.id,
    organization_id: teamMember.organizationId,
    created_by: teamMember.createdBy,
    created_at: teamMember.createdAt,
    updated_at: teamMember.updatedAt,
    version: teamMember.version,
    team_id: teamMember.teamId,
    membership_id: teamMember.membershipId,
    user_id: teamMember.userId,
  };
}

export function sqliteTeamMembers(db: SqlDatabase<OrganizationsSqliteTables>): TeamMemberRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query
      .selectFrom("team_members")
      .select(teamMemberColumns)
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("team_members").select(teamMemberColumns).where("organization_id", "=", param.organization_id),
    teamMemberList,
  );
  const insertOne = db.statement((query, param: Placeholders<TeamMemberRow>) =>
    query.insertInto("team_members").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      team_id: param.team_id,
      membership_id: param.membership_id,
      user_id: param.user_id,
    }),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("team_members")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findOfTeamQuery = db.statement((query, param: Placeholders<{ organization_id: string; team_id: string; membership_id: string }>) =>
    query
      .selectFrom("team_members")
      .select(teamMemberColumns)
      .where("organization_id", "=", param.organization_id)
      .where("team_id", "=", param.team_id)
      .where("membership_id", "=", param.membership_id),
  );
  const listMembersOfTeamQuery = db.statement((query, param: Placeholders<{ organization_id: string; team_id: string }>) =>
    query
      .selectFrom("team_members")
      .select(teamMemberColumns)
      .where("organization_id", "=", param.organization_id)
      .where("team_id", "=", param.team_id)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const listOfUserQuery = db.statement((query, param: Placeholders<{ organization_id: string; user_id: string }>) =>
    query
      .selectFrom("team_members")
      .select(teamMemberColumns)
      .where("organization_id", "=", param.organization_id)
      .where("user_id", "=", param.user_id)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const listTeamsOfMembershipQuery = db.statement((query, param: Placeholders<{ organization_id: string; membership_id: string }>) =>
    query
      .selectFrom("team_members")
      .select(teamMemberColumns)
      .where("organization_id", "=", param.organization_id)
      .where("membership_id", "=", param.membership_id)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const conflict = uniqueConflict("TeamMember", teamMemberUnique);

  async function existing(ctx: Context, id: string): Promise<TeamMember> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("TeamMember", id);
    return toTeamMember(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toTeamMember(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toTeamMember),
    async insert(ctx, input) {
      const teamMember = newTeamMember(ctx, input);
      await insertOne.run(ctx, fromTeamMember(teamMember)).catch(conflict);
      return teamMember;
    },
    async delete(ctx, id, expected) {
      const teamMember = await existing(ctx, id);
      checkVersion("TeamMember", teamMember, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: teamMember.version };
      changedOne("TeamMember", id, await deleteOne.run(ctx, row));
      return teamMember;
    },
    async findOfTeam(ctx, teamId, membershipId) {
      const row = await findOfTeamQuery.first(ctx, { organization_id: ctx.organization, team_id: teamId, membership_id: membershipId });
      return row && toTeamMember(row);
    },
    async listMembersOfTeam(ctx, teamId) {
      const rows = await listMembersOfTeamQuery.all(ctx, { organization_id: ctx.organization, team_id: teamId });
      return rows.map(toTeamMember);
    },
    async listOfUser(ctx, userId) {
      const rows = await listOfUserQuery.all(ctx, { organization_id: ctx.organization, user_id: userId });
      return rows.map(toTeamMember);
    },
    async listTeamsOfMembership(ctx, membershipId) {
      const rows = await listTeamsOfMembershipQuery.all(ctx, { organization_id: ctx.organization, membership_id: membershipId });
      return rows.map(toTeamMember);
    },
  };
}

const roleColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "name",
  "description",
  "permissions",
] as const;

type RoleRow = Pick<Selectable<OrganizationsSqliteTables["roles"]>, (typeof roleColumns)[number]>;

function toRole(row: RoleRow): Role {
  return {
    id: row.id as RoleId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    name: row.name,
    description: row.description,
    permissions: JSON.parse(row.permissions) as PermissionNames,
  };
}

function fromRole(role: Role): RoleRow {
  return {
    id: role.id,
    organization_id: role.organizationId,
    created_by: role.createdBy,
    created_at: role.createdAt,
    updated_at: role.updatedAt,
    version: role.version,
    name: role.name,
    description: role.description,
    permissions: JSON.stringify(role.permissions),
  };
}

export function sqliteRoles(db: SqlDatabase<OrganizationsSqliteTables>): RoleRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query.selectFrom("roles").select(roleColumns).where("organization_id", "=", param.organization_id).where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("roles").select(roleColumns).where("organization_id", "=", param.organization_id),
    roleList,
  );
  const insertOne = db.statement((query, param: Placeholders<RoleRow>) =>
    query.insertInto("roles").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      name: param.name,
      description: param.description,
      permissions: param.permissions,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<RoleRow & { expectedVersion: number }>) =>
    query
      .updateTable("roles")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        name: param.name,
        description: param.description,
        permissions: param.permissions,
      })
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("roles")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const conflict = uniqueConflict("Role", roleUnique);

  async function existing(ctx: Context, id: string): Promise<Role> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("Role", id);
    return toRole(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toRole(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toRole),
    async insert(ctx, input) {
      const role = newRole(ctx, input);
      await insertOne.run(ctx, fromRole(role)).catch(conflict);
      return role;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Role", before, expected);
      const role = changedRole(before, patch);
      const row = { ...fromRole(role), organization_id: ctx.organization, expectedVersion: before.version };
      changedOne("Role", id, await updateOne.run(ctx, row).catch(conflict));
      return role;
    },
    async delete(ctx, id, expected) {
      const role = await existing(ctx, id);
      checkVersion("Role", role, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: role.version };
      changedOne("Role", id, await deleteOne.run(ctx, row));
      return role;
    },
  };
}

const invitationColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "email",
  "invited_by",
  "roles",
  "teams",
  "token_hash",
  "expires_at",
] as const;

type InvitationRow = Pick<Selectable<OrganizationsSqliteTables["invitations"]>, (typeof invitationColumns)[number]>;

function toInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id as InvitationId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    email: row.email,
    invitedBy: row.invited_by as UserId,
    roles: JSON.parse(row.roles) as RoleIds,
    teams: JSON.parse(row.teams) as readonly string[],
    tokenHash: row.token_hash,
    expiresAt: row.expires_at,
  };
}

function fromInvitation(invitation: Invitation): InvitationRow {
  return {
    id: invitation.id,
    organization_id: invitation.organizationId,
    created_by: invitation.createdBy,
    created_at: invitation.createdAt,
    updated_at: invitation.updatedAt,
    version: invitation.version,
    email: invitation.email,
    invited_by: invitation.invitedBy,
    roles: JSON.stringify(invitation.roles),
    teams: JSON.stringify(invitation.teams),
    token_hash: invitation.tokenHash,
    expires_at: invitation.expiresAt,
  };
}

export function sqliteInvitations(db: SqlDatabase<OrganizationsSqliteTables>): InvitationRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query
      .selectFrom("invitations")
      .select(invitationColumns)
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("invitations").select(invitationColumns).where("organization_id", "=", param.organization_id),
    invitationList,
  );
  const insertOne = db.statement((query, param: Placeholders<InvitationRow>) =>
    query.insertInto("invitations").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      email: param.email,
      invited_by: param.invited_by,
      roles: param.roles,
      teams: param.teams,
      token_hash: param.token_hash,
      expires_at: param.expires_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<InvitationRow & { expectedVersion: number }>) =>
    query
      .updateTable("invitations")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        invited_by: param.invited_by,
        roles: param.roles,
        teams: param.teams,
        token_hash: param.token_hash,
        expires_at: param.expires_at,
      })
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("invitations")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findByEmailQuery = db.statement((query, param: Placeholders<{ organization_id: string; email: string }>) =>
    query
      .selectFrom("invitations")
      .select(invitationColumns)
      .where("organization_id", "=", param.organization_id)
      .where("email", "=", param.email),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ token_hash: string }>) =>
    query.selectFrom("invitations").select(invitationColumns).where("token_hash", "=", param.token_hash),
  );
  const conflict = uniqueConflict("Invitation", invitationUnique);

  async function existing(ctx: Context, id: string): Promise<Invitation> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("Invitation", id);
    return toInvitation(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toInvitation(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toInvitation),
    async insert(ctx, input) {
      const invitation = newInvitation(ctx, input);
      await insertOne.run(ctx, fromInvitation(invitation)).catch(conflict);
      return invitation;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Invitation", before, expected);
      const invitation = changedInvitation(before, patch);
      const row = { ...fromInvitation(invitation), organization_id: ctx.organization, expectedVersion: before.version };
      changedOne("Invitation", id, await updateOne.run(ctx, row));
      return invitation;
    },
    async delete(ctx, id, expected) {
      const invitation = await existing(ctx, id);
      checkVersion("Invitation", invitation, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: invitation.version };
      changedOne("Invitation", id, await deleteOne.run(ctx, row));
      return invitation;
    },
    async findByEmail(ctx, email) {
      const row = await findByEmailQuery.first(ctx, { organization_id: ctx.organization, email });
      return row && toInvitation(row);
    },
    async findByHash(ctx, tokenHash) {
      const row = await findByHashQuery.first(acrossOrganizations(ctx), { token_hash: tokenHash });
      return row && toInvitation(row);
    },
  };
}
