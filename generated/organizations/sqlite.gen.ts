// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Selectable } from "kysely";
import type { Context } from "../../internal/core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../internal/core/database/database.ts";
import { changedOne, checkVersion, missing, uniqueConflict } from "../../internal/core/database/rows.ts";
import type { UserId } from "../contracts/auth.gen.ts";
import type { MembershipRepository, OrganizationRepository } from "./repository.gen.ts";
import {
  changedMembership,
  changedOrganization,
  membershipList,
  membershipUnique,
  newMembership,
  newOrganization,
  organizationList,
} from "./rows.gen.ts";
import type { OrganizationsSqliteTables } from "./tables.gen.ts";
import type { Membership, MembershipId, Organization, OrganizationId } from "./types.gen.ts";

const organizationColumns = ["id", "created_at", "updated_at", "version", "name"] as const;

type OrganizationRow = Pick<Selectable<OrganizationsSqliteTables["organizations"]>, (typeof organizationColumns)[number]>;

function toOrganization(row: OrganizationRow): Organization {
  return {
    id: row.id as OrganizationId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    name: row.name,
  };
}

function fromOrganization(organization: Organization): OrganizationRow {
  return {
    id: organization.id,
    created_at: organization.createdAt,
    updated_at: organization.updatedAt,
    version: organization.version,
    name: organization.name,
  };
}

export function sqliteOrganizations(db: SqlDatabase<OrganizationsSqliteTables>): OrganizationRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query
      .selectFrom("organizations")
      .select(organizationColumns)
      .where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("organizations").select(organizationColumns), organizationList);
  const insertOne = db.statement((query, param: Placeholders<OrganizationRow>) =>
    query.insertInto("organizations").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      name: param.name,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<OrganizationRow & { expectedVersion: number }>) =>
    query
      .updateTable("organizations")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        name: param.name,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("organizations")
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );

  async function existing(ctx: Context, id: string): Promise<Organization> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("Organization", id);
    return toOrganization(row);
  }

  return {
    async find(ctx, id) {
      const row = await findOne.first(ctx, { id });
      return row && toOrganization(row);
    },
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
    roles: JSON.parse(row.roles) as readonly ("owner" | "admin" | "member" | "viewer")[],
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
      query
        .selectFrom("memberships")
        .select(membershipColumns)
        .where("organization_id", "=", param.organization_id),
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
  const findByUserQuery = db.statement((query, param: Placeholders<{ organization_id: string; user_id: string }>) =>
    query
      .selectFrom("memberships")
      .select(membershipColumns)
      .where("organization_id", "=", param.organization_id)
      .where("user_id", "=", param.user_id),
  );
  const listOfUserQuery = db.statement((query, param: Placeholders<{ user_id: string }>) =>
    query
      .selectFrom("memberships")
      .select(membershipColumns)
      .where("user_id", "=", param.user_id)
      .orderBy("name")
      .orderBy("id"),
  );
  const conflict = uniqueConflict("Membership", membershipUnique);

  async function existing(ctx: Context, id: string): Promise<Membership> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("Membership", id);
    return toMembership(row);
  }

  return {
    async find(ctx, id) {
      const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
      return row && toMembership(row);
    },
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
    async findByUser(ctx, userId) {
      const row = await findByUserQuery.first(ctx, { organization_id: ctx.organization, user_id: userId });
      return row && toMembership(row);
    },
    async listOfUser(ctx, userId) {
      const rows = await listOfUserQuery.all(ctx, { user_id: userId });
      return rows.map(toMembership);
    },
  };
}
