import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { Context } from "../core/context/context.ts";

/** A person's place in an organization, and what they may do there. */
export interface Membership {
  readonly organization: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
}

/** Where a person belongs, as the organizations say at this moment. */
export interface Memberships {
  /** Their place in this organization; undefined when they have none. */
  in(ctx: Context, userId: string, organization: string): Promise<Membership | undefined>;
  /**
   * Their place in the organization asked for when they still belong to it, else in the one that they joined first, of those that suit.
   */
  prefer(
    ctx: Context,
    userId: string,
    organization: string | null,
    suits: (organization: string) => Promise<boolean>,
  ): Promise<Membership | undefined>;
  /** Their places in all organizations, the oldest first. */
  all(ctx: Context, userId: string): Promise<readonly Membership[]>;
}

export function memberships({ contracts, core }: Pick<AuthParts, "contracts" | "core">): Memberships {
  async function all(ctx: Context, userId: string): Promise<readonly Membership[]> {
    const found = await contracts.organizations.membershipsOfUser(ctx, { userId });
    return found.map(({ organizationId, roles }) => ({
      organization: organizationId,
      roles,
      permissions: [...new Set(roles.flatMap((role) => [...(core.catalog.roles.get(role) ?? [])]))],
    }));
  }

  return {
    in: async (ctx, userId, organization) => (await all(ctx, userId)).find((one) => one.organization === organization),
    async prefer(ctx, userId, organization, suits) {
      const found = await all(ctx, userId);
      const wanted = found.filter((one) => one.organization === organization);
      for (const place of [...wanted, ...found]) if (await suits(place.organization)) return place;
      return undefined;
    },

    all,
  };
}
