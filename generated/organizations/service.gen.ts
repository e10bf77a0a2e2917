// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page } from "../../internal/core/database/lists.ts";
import { missing } from "../../internal/core/database/rows.ts";
import type { Background, Core } from "../../internal/core/modules/domain.ts";
import type { OrganizationsConfig } from "./config.gen.ts";
import type { OrganizationsEvents } from "./events.gen.ts";
import type { OrganizationsRepositories } from "./repository.gen.ts";
import type {
  CreateOrganizationInput,
  FoundedOrganization,
  Membership,
  MembershipFilter,
  MembershipSort,
  MembershipsOfUserInput,
  Organization,
  RenameOrganizationInput,
} from "./types.gen.ts";

/** Organizations and who belongs to them. */
export interface OrganizationsService {
  /** Create an organization with the person who owns it. */
  createOrganization(ctx: Context, input: CreateOrganizationInput): Promise<FoundedOrganization>;
  /** Every membership of a person, the oldest first. */
  membershipsOfUser(ctx: Context, input: MembershipsOfUserInput): Promise<readonly Membership[]>;
  /** List memberships. */
  listMemberships(ctx: Context, query: ListQuery<MembershipFilter, MembershipSort>): Promise<Page<Membership>>;
  /** One membership. */
  getMembership(ctx: Context, id: string): Promise<Membership>;
  /** The organization that the caller acts in. */
  getOrganization(ctx: Context): Promise<Organization>;
  /** Rename the organization that the caller acts in. */
  renameOrganization(ctx: Context, input: RenameOrganizationInput): Promise<Organization>;
}

/** What the service is made of. */
export interface OrganizationsParts extends OrganizationsRepositories {
  readonly events: OrganizationsEvents;
  readonly config: OrganizationsConfig;
  readonly core: Core;
  /** Services of the domains that this one requires. */
  readonly contracts: {};
}

export type OrganizationsDefaults = Pick<OrganizationsService, "listMemberships" | "getMembership">;

/** What the spec alone says of each operation: its rows and their events, in one transaction. */
export function organizationsDefaults({ memberships }: OrganizationsParts): OrganizationsDefaults {
  return {
    listMemberships: (ctx, query) => memberships.list(ctx, query),
    async getMembership(ctx, id) {
      const membership = await memberships.find(ctx, id);
      if (membership === undefined) throw missing("Membership", id);
      return membership;
    },
  };
}

/** What internal/organizations/module.ts provides. */
export interface OrganizationsModule {
  /** The operations that the spec alone does not decide, and others where they differ from the defaults. */
  service(parts: OrganizationsParts): OrganizationsService;
  /** Work beside requests: workers, start-up chores. */
  start?(parts: OrganizationsParts, service: OrganizationsService): Promise<Background>;
  /** Work that one process does for all: sweeps, schedules. */
  startAlone?(parts: OrganizationsParts, service: OrganizationsService): Promise<Background>;
}
