// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import { memoryPage } from "../../internal/core/database/memory-page.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import { ordered } from "../../internal/core/database/ordered.ts";
import { checkVersion, missing } from "../../internal/core/database/rows.ts";
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
import type { Membership, Organization } from "./types.gen.ts";

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
