// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { TextFilter, Timestamp } from "../../internal/core/database/lists.ts";
import type { UserId } from "../contracts/auth.gen.ts";

export type OrganizationId = `og-${string}`;

/** A tenant. Every row of the platform belongs to one, to a person, or to all. */
export interface Organization {
  readonly id: OrganizationId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly name: string;
}

/** What creates an Organization. */
export interface OrganizationCreate {
  readonly name: string;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface OrganizationPatch {
  readonly name?: string;
}

export type OrganizationFilter = Readonly<Record<string, never>>;

export type OrganizationSort = never;

export type MembershipId = `mb-${string}`;

/** A person's place in an organization. */
export interface Membership {
  readonly id: MembershipId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly ("owner" | "admin" | "member" | "viewer")[];
}

/** What creates a Membership. */
export interface MembershipCreate {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly ("owner" | "admin" | "member" | "viewer")[];
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface MembershipPatch {
  readonly name?: string;
  readonly email?: string;
  readonly roles?: readonly ("owner" | "admin" | "member" | "viewer")[];
}

export interface MembershipFilter {
  readonly name?: TextFilter;
  readonly email?: TextFilter;
}

export type MembershipSort = "name" | "-name" | "createdAt" | "-createdAt";

export interface NewOrganization {
  readonly name: string;
  /** The owner. */
  readonly userId: UserId;
  readonly userName: string;
  readonly email: string;
}

export interface FoundedOrganization {
  readonly organization: Organization;
  readonly membership: Membership;
}

export interface OrganizationRename {
  readonly name: string;
}

/** What createOrganization is given. */
export interface CreateOrganizationInput {
  readonly body: NewOrganization;
}

/** What membershipsOfUser is given. */
export interface MembershipsOfUserInput {
  readonly userId: string;
}

/** What renameOrganization is given. */
export interface RenameOrganizationInput {
  readonly body: OrganizationRename;
}
