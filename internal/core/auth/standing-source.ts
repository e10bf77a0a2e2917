import type { Context } from "../context/context.ts";
import type { Domain } from "../modules/domain.ts";
import { rolePermissions } from "../modules/role-permissions.ts";
import { claimedStandings } from "./claimed-standings.ts";
import { keptStandings, type SessionKeeper } from "./kept-standings.ts";
import type { StandingSource } from "./standing.ts";

/** Who callers are, as the domain `auth` says when it is there; else as their tokens say. */
export function standingSource(
  domains: readonly Pick<Domain<never, never>, "name" | "roles">[],
  services: ReadonlyMap<string, unknown>,
  system: (name: string, organization: string) => Context,
): StandingSource {
  if (!domains.some(({ name }) => name === "auth")) return claimedStandings(rolePermissions(domains));
  const keeper = (): SessionKeeper => services.get("auth") as SessionKeeper;
  return keptStandings(
    {
      sessionStanding: (ctx, input) => keeper().sessionStanding(ctx, input),
      serviceTokenStanding: (ctx, input) => keeper().serviceTokenStanding(ctx, input),
    },
    () => system("authentication", ""),
  );
}
