import type { Domain } from "../modules/domain.ts";

type Described = Pick<Domain<unknown, unknown>, "name" | "tier"> & { readonly features?: readonly string[] };

/** Everything that can be switched per organization: optional domains, and the features of all domains. */
export function switchable(domains: readonly Described[]): readonly string[] {
  return domains.flatMap(({ name, tier, features = [] }) => [...(tier === "optional" ? [name] : []), ...features]).toSorted();
}
