// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListColumn } from "../../internal/core/database/database.ts";
import { type Unique, actorId, ownerOrganization, timestamp } from "../../internal/core/database/rows.ts";
import { newId } from "../../internal/core/ids/ids.ts";
import type { Membership, MembershipCreate, MembershipPatch, Organization, OrganizationCreate, OrganizationPatch } from "./types.gen.ts";

/** A new Organization: what was given, the spec's defaults, and what the server decides. */
export function newOrganization(input: OrganizationCreate): Organization {
  const now = timestamp();
  return {
    id: newId("og"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    name: input.name,
  };
}

/** The next version of a Organization: absent fields stay, null clears. */
export function changedOrganization(before: Organization, patch: OrganizationPatch): Organization {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: patch.name ?? before.name,
  };
}

/** What lists of Organizations may be filtered and sorted by. */
export const organizationList: Readonly<Record<string, ListColumn>> = {};

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
  };
}

export const membershipUnique: readonly Unique[] = [{ index: "memberships_user_id_key", fields: ["userId"], owner: "organizationId" }];

/** What lists of Memberships may be filtered and sorted by. */
export const membershipList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: false, sort: true },
  name: { column: "name", type: "text", filter: true, sort: true },
  email: { column: "email", type: "text", filter: true, sort: false },
};
