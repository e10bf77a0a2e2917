import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { Me, User } from "../../generated/auth/types.gen.ts";
import { severalFactors } from "./several-factors.ts";

/** What an organization may ask of its members before they act in it. */
export type Demand = Me["lacks"][number];

/** What a user who has shown `methods` in their session lacks to act in an organization. */
export type Lacking = (organization: string, user: Pick<User, "emailVerifiedAt">, methods: readonly string[]) => Promise<readonly Demand[]>;

/**
 * Organizations, or the installation for all of them, may ask for a second factor and for a confirmed address. A session that lacks one
 * acts in no organization: it can sign out, and it can set up what it lacks.
 */
export function demands({ config }: Pick<AuthParts, "config">): Lacking {
  return async (organization, { emailVerifiedAt }, methods) => {
    const place = { organization };
    const [factor, address] = await Promise.all([config.requireSecondFactor(place), config.requireVerifiedEmail(place)]);
    return [
      ...(address && emailVerifiedAt === null ? (["verified_email"] as const) : []),
      ...(factor && !methods.includes(severalFactors) ? (["second_factor"] as const) : []),
    ];
  };
}
