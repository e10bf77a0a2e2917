import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { Context } from "../core/context/context.ts";

/** A person's place in an organization. */
export interface Place {
  readonly organization: string;
  readonly roles: readonly string[];
}

/** The same, with what they may do there. */
export interface Membership extends Place {
  readonly permissions: readonly string[];
  /** Ids of the teams that they belong to. */
  readonly teams: readonly string[];
}

/** Where a person belongs, as the organizations say at this moment. */
export interface Memberships {
  /** Their place in this organization; undefined when they have none. */
  in(ctx: Context, userId: string, organization: string): Promise<Membership | undefined>;
  /** Their place in the organization asked for when they still belong to it, else in the one that they joined first, of those that suit. */
  prefer(
    ctx: Context,
    userId: string,
    organization: string | null,
    suits: (organization: string) => Promise<boolean>,
  ): Promise<Place | undefined>;
  /** Their places in all organizations, the oldest first. */
  all(ctx: Context, userId: string): Promise<readonly Place[]>;
}

export function memberships({ contracts }: Pick<AuthParts, "contracts">): Memberships {
  async function all(ctx: Context, userId: string): Promise<readonly Place[]> {
    const found = await contracts.organizations.membershipsOfUser(ctx, { userId });
    return found.map(({ organizationId, roles }) => ({ organization: organizationId, roles }));
  }

  return {
    async in(ctx, userId, organization) {
      const { member, roles, permissions, teams } = await contracts.organizations.permissionsOf(ctx, {
        organizationId: organization,
        userId,
      });
      return member ? { organization, roles, permissions, teams } : undefined;
    },
    async prefer(ctx, userId, organization, suits) {
      const found = await all(ctx, userId);
      const wanted = found.filter((one) => one.organization === organization);
      for (const place of [...wanted, ...found]) if (await suits(place.organization)) return place;
      return undefined;
    },

    all,
  };
}
