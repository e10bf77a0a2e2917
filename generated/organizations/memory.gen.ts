// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import { memoryPage } from "../../internal/core/database/memory-page.ts";
import { ordered } from "../../internal/core/database/ordered.ts";
import { checkVersion, missing } from "../../internal/core/database/rows.ts";
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
import type { Invitation, Membership, Organization, Role, Team, TeamMember } from "./types.gen.ts";

export function memoryOrganizations(db: MemoryDatabase): OrganizationRepository {
  const table = db.table<Organization>("Organization", []);

  async function find(ctx: Context, id: string): Promise<Organization | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<Organization> {
    const organization = await find(ctx, id);
    if (organization === undefined) throw missing("Organization", id);
    return organization;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, organizationList);
    },
    async insert(ctx, input) {
      const organization = newOrganization(input);
      await table.insert(ctx, organization);
      return organization;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Organization", before, expected);
        const organization = changedOrganization(before, patch);
        await table.replace(ctx, organization);
        return organization;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const organization = await existing(ctx, id);
        checkVersion("Organization", organization, expected);
        await table.remove(ctx, id);
        return organization;
      }),
  };
}

export function memoryMemberships(db: MemoryDatabase): MembershipRepository {
  const table = db.table<Membership>("Membership", membershipUnique);

  async function find(ctx: Context, id: string): Promise<Membership | undefined> {
    const membership = await table.get(ctx, id);
    return membership?.organizationId === ctx.organization ? membership : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<Membership> {
    const membership = await find(ctx, id);
    if (membership === undefined) throw missing("Membership", id);
    return membership;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, membershipList);
    },
    async insert(ctx, input) {
      const membership = newMembership(ctx, input);
      await table.insert(ctx, membership);
      return membership;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Membership", before, expected);
        const membership = changedMembership(before, patch);
        await table.replace(ctx, membership);
        return membership;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const membership = await existing(ctx, id);
        checkVersion("Membership", membership, expected);
        await table.remove(ctx, id);
        return membership;
      }),
    hold: find,
    async countOwners(ctx) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization && row.owner === true);
      return rows.length;
    },
    async findByUser(ctx, userId) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.organizationId === ctx.organization && row.userId === userId);
    },
    async listOfUser(ctx, userId) {
      const rows = (await table.all(ctx)).filter((row) => row.userId === userId);
      return ordered(rows, "name");
    },
  };
}

export function memoryTeams(db: MemoryDatabase): TeamRepository {
  const table = db.table<Team>("Team", teamUnique);

  async function find(ctx: Context, id: string): Promise<Team | undefined> {
    const team = await table.get(ctx, id);
    return team?.organizationId === ctx.organization ? team : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<Team> {
    const team = await find(ctx, id);
    if (team === undefined) throw missing("Team", id);
    return team;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, teamList);
    },
    async insert(ctx, input) {
      const team = newTeam(ctx, input);
      await table.insert(ctx, team);
      return team;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Team", before, expected);
        const team = changedTeam(before, patch);
        await table.replace(ctx, team);
        return team;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const team = await existing(ctx, id);
        checkVersion("Team", team, expected);
        await table.remove(ctx, id);
        return team;
      }),
    hold: find,
  };
}

export function memoryTeamMembers(db: MemoryDatabase): TeamMemberRepository {
  const table = db.table<TeamMember>("TeamMember", teamMemberUnique);

  async function find(ctx: Context, id: string): Promise<TeamMember | undefined> {
    const teamMember = await table.get(ctx, id);
    return teamMember?.organizationId === ctx.organization ? teamMember : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<TeamMember> {
    const teamMember = await find(ctx, id);
    if (teamMember === undefined) throw missing("TeamMember", id);
    return teamMember;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, teamMemberList);
    },
    async insert(ctx, input) {
      const teamMember = newTeamMember(ctx, input);
      await table.insert(ctx, teamMember);
      return teamMember;
    },
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const teamMember = await existing(ctx, id);
        checkVersion("TeamMember", teamMember, expected);
        await table.remove(ctx, id);
        return teamMember;
      }),
    async findOfTeam(ctx, teamId, membershipId) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.organizationId === ctx.organization && row.teamId === teamId && row.membershipId === membershipId);
    },
    async listMembersOfTeam(ctx, teamId) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization && row.teamId === teamId);
      return ordered(rows, "createdAt");
    },
    async listOfUser(ctx, userId) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization && row.userId === userId);
      return ordered(rows, "createdAt");
    },
    async listTeamsOfMembership(ctx, membershipId) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization && row.membershipId === membershipId);
      return ordered(rows, "createdAt");
    },
  };
}

export function memoryRoles(db: MemoryDatabase): RoleRepository {
  const table = db.table<Role>("Role", roleUnique);

  async function find(ctx: Context, id: string): Promise<Role | undefined> {
    const role = await table.get(ctx, id);
    return role?.organizationId === ctx.organization ? role : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<Role> {
    const role = await find(ctx, id);
    if (role === undefined) throw missing("Role", id);
    return role;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, roleList);
    },
    async insert(ctx, input) {
      const role = newRole(ctx, input);
      await table.insert(ctx, role);
      return role;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Role", before, expected);
        const role = changedRole(before, patch);
        await table.replace(ctx, role);
        return role;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const role = await existing(ctx, id);
        checkVersion("Role", role, expected);
        await table.remove(ctx, id);
        return role;
      }),
  };
}

export function memoryInvitations(db: MemoryDatabase): InvitationRepository {
  const table = db.table<Invitation>("Invitation", invitationUnique);

  async function find(ctx: Context, id: string): Promise<Invitation | undefined> {
    const invitation = await table.get(ctx, id);
    return invitation?.organizationId === ctx.organization ? invitation : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<Invitation> {
    const invitation = await find(ctx, id);
    if (invitation === undefined) throw missing("Invitation", id);
    return invitation;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, invitationList);
    },
    async insert(ctx, input) {
      const invitation = newInvitation(ctx, input);
      await table.insert(ctx, invitation);
      return invitation;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Invitation", before, expected);
        const invitation = changedInvitation(before, patch);
        await table.replace(ctx, invitation);
        return invitation;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const invitation = await existing(ctx, id);
        checkVersion("Invitation", invitation, expected);
        await table.remove(ctx, id);
        return invitation;
      }),
    async findByEmail(ctx, email) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.organizationId === ctx.organization && row.email === email);
    },
    async findByHash(ctx, tokenHash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.tokenHash === tokenHash);
    },
  };
}
