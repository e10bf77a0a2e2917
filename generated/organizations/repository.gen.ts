// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page } from "../../internal/core/database/lists.ts";
import type {
  Membership,
  MembershipCreate,
  MembershipFilter,
  MembershipPatch,
  MembershipSort,
  Organization,
  OrganizationCreate,
  OrganizationFilter,
  OrganizationPatch,
  OrganizationSort,
} from "./types.gen.ts";

/** All organizations: they have no owner. */
export interface OrganizationRepository {
  find(ctx: Context, id: string): Promise<Organization | undefined>;
  list(ctx: Context, query: ListQuery<OrganizationFilter, OrganizationSort>): Promise<Page<Organization>>;
  insert(ctx: Context, input: OrganizationCreate): Promise<Organization>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: OrganizationPatch, expected?: number): Promise<Organization>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Organization>;
}

/** The memberships of the caller's organization. */
export interface MembershipRepository {
  find(ctx: Context, id: string): Promise<Membership | undefined>;
  list(ctx: Context, query: ListQuery<MembershipFilter, MembershipSort>): Promise<Page<Membership>>;
  /** 409 when another has the same values of `userId`. */
  insert(ctx: Context, input: MembershipCreate): Promise<Membership>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: MembershipPatch, expected?: number): Promise<Membership>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Membership>;
  findByUser(ctx: Context, userId: string): Promise<Membership | undefined>;
  /** Whoever they belong to: for code that acts before a tenant is known. */
  listOfUser(ctx: Context, userId: string): Promise<Membership[]>;
}

/** All repositories of the domain. */
export interface OrganizationsRepositories {
  readonly organizations: OrganizationRepository;
  readonly memberships: MembershipRepository;
}
