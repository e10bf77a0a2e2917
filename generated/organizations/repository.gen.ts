// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page } from "../../internal/core/database/lists.ts";
import type { Eventual } from "../../internal/core/eventual/eventual.ts";
import type {
  Invitation,
  InvitationCreate,
  InvitationFilter,
  InvitationPatch,
  InvitationSort,
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
  Role,
  RoleCreate,
  RoleFilter,
  RolePatch,
  RoleSort,
  Team,
  TeamCreate,
  TeamFilter,
  TeamMember,
  TeamMemberCreate,
  TeamMemberFilter,
  TeamMemberSort,
  TeamPatch,
  TeamSort,
} from "./types.gen.ts";

/** All organizations: they have no owner. */
export interface OrganizationRepository {
  find(ctx: Context, id: string): Eventual<Organization | undefined>;
  list(ctx: Context, query: ListQuery<OrganizationFilter, OrganizationSort>): Promise<Page<Organization>>;
  insert(ctx: Context, input: OrganizationCreate): Promise<Organization>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: OrganizationPatch, expected?: number): Promise<Organization>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Organization>;
}

/** The memberships of the caller's organization. */
export interface MembershipRepository {
  find(ctx: Context, id: string): Eventual<Membership | undefined>;
  list(ctx: Context, query: ListQuery<MembershipFilter, MembershipSort>): Promise<Page<Membership>>;
  /** 409 when another has the same `userId`. */
  insert(ctx: Context, input: MembershipCreate): Promise<Membership>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: MembershipPatch, expected?: number): Promise<Membership>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Membership>;
  /** Finds a row, and keeps it from being deleted while the transaction of `ctx` goes on. */
  hold(ctx: Context, id: string): Promise<Membership | undefined>;
  countOwners(ctx: Context): Promise<number>;
  findByUser(ctx: Context, userId: string): Promise<Membership | undefined>;
  /** Whoever they belong to: for code that acts before a tenant is known. */
  listOfUser(ctx: Context, userId: string): Promise<Membership[]>;
}

/** The teams of the caller's organization. */
export interface TeamRepository {
  find(ctx: Context, id: string): Eventual<Team | undefined>;
  list(ctx: Context, query: ListQuery<TeamFilter, TeamSort>): Promise<Page<Team>>;
  /** 409 when another has the same `name`. */
  insert(ctx: Context, input: TeamCreate): Promise<Team>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: TeamPatch, expected?: number): Promise<Team>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Team>;
  /** Finds a row, and keeps it from being deleted while the transaction of `ctx` goes on. */
  hold(ctx: Context, id: string): Promise<Team | undefined>;
}

/** The team members of the caller's organization. */
export interface TeamMemberRepository {
  find(ctx: Context, id: string): Eventual<TeamMember | undefined>;
  list(ctx: Context, query: ListQuery<TeamMemberFilter, TeamMemberSort>): Promise<Page<TeamMember>>;
  /** 409 when another has the same `teamId` and `membershipId`. */
  insert(ctx: Context, input: TeamMemberCreate): Promise<TeamMember>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<TeamMember>;
  findOfTeam(ctx: Context, teamId: string, membershipId: string): Promise<TeamMember | undefined>;
  listMembersOfTeam(ctx: Context, teamId: string): Promise<TeamMember[]>;
  listOfUser(ctx: Context, userId: string): Promise<TeamMember[]>;
  listTeamsOfMembership(ctx: Context, membershipId: string): Promise<TeamMember[]>;
}

/** The roles of the caller's organization. */
export interface RoleRepository {
  find(ctx: Context, id: string): Eventual<Role | undefined>;
  list(ctx: Context, query: ListQuery<RoleFilter, RoleSort>): Promise<Page<Role>>;
  /** 409 when another has the same `name`. */
  insert(ctx: Context, input: RoleCreate): Promise<Role>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: RolePatch, expected?: number): Promise<Role>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Role>;
}

/** The invitations of the caller's organization. */
export interface InvitationRepository {
  find(ctx: Context, id: string): Eventual<Invitation | undefined>;
  list(ctx: Context, query: ListQuery<InvitationFilter, InvitationSort>): Promise<Page<Invitation>>;
  /** 409 when another has the same `email`. */
  insert(ctx: Context, input: InvitationCreate): Promise<Invitation>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: InvitationPatch, expected?: number): Promise<Invitation>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Invitation>;
  findByEmail(ctx: Context, email: string): Promise<Invitation | undefined>;
  /** Whoever they belong to: for code that acts before a tenant is known. */
  findByHash(ctx: Context, tokenHash: string): Promise<Invitation | undefined>;
}

/** All repositories of the domain. */
export interface OrganizationsRepositories {
  readonly organizations: OrganizationRepository;
  readonly memberships: MembershipRepository;
  readonly teams: TeamRepository;
  readonly teamMembers: TeamMemberRepository;
  readonly roles: RoleRepository;
  readonly invitations: InvitationRepository;
}
