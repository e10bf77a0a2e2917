import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { Me, User } from "../../generated/auth/types.gen.ts";
import { severalFactors } from "./several-factors.ts";

/** What an organization may ask of its members before they act in it. */
export type Demand = Me["lacks"][number];

/** What is told of it. */
export const demanded: Readonly<Record<Demand, string>> = {
  verified_email: "This organization asks for a confirmed e-mail address. Confirm yours with the link that was sent to you first.",
  second_factor: "This organization asks for a second factor. Set one up in your account, or sign in with it, first.",
};

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
