import { LRUCache } from "lru-cache";
import type { Context, Teams } from "../context/context.ts";
import type { StandingSource } from "./standing.ts";

/** What the domain that keeps sessions says of them; the operations of openapi/auth.yaml, as far as they are needed here. */
export interface SessionKeeper {
  sessionStanding(
    ctx: Context,
    input: { readonly session: string; readonly user: string; readonly organization: string },
  ): Promise<{
    readonly alive: boolean;
    readonly roles: readonly string[];
    readonly permissions: readonly string[];
    readonly teams: readonly string[];
    readonly everyTeam: boolean;
    readonly administrator: boolean;
  }>;
  serviceTokenStanding(
    ctx: Context,
    input: { readonly hash: string },
  ): Promise<{
    readonly alive: boolean;
    readonly id?: string;
    readonly userId?: string | null;
    readonly organization?: string;
    readonly permissions?: readonly string[];
    readonly teams?: readonly string[];
    readonly everyTeam?: boolean;
    readonly expiresAt?: string;
  }>;
}

const mostSets = 1000;

/** Standings as the keeper of sessions knows them. `system` gives the context to ask in. */
export function keptStandings(keeper: SessionKeeper, system: () => Context): StandingSource {
  // Most people may do what others may: they share one set.
  const sets = new LRUCache<string, ReadonlySet<string>>({ max: mostSets });
  function setOf(permissions: readonly string[]): ReadonlySet<string> {
    const key = permissions.toSorted().join(" ");
    const known = sets.get(key) ?? new Set(permissions);
    sets.set(key, known);
    return known;
  }

  return {
    keyOf: ({ session, organization }) => `${session} ${organization}`,
    async ofSession({ user, session, organization }) {
      const { alive, administrator, ...place } = await keeper.sessionStanding(system(), { session, user, organization });
      if (!alive) return undefined;
      return {
        actor: { kind: "user", id: user, session },
        organization,
        roles: place.roles,
        teams: teamsOf(place),
        permissions: setOf(place.permissions),
        administrator,
      };
    },
    async ofToken(hash) {
      const { alive, id, userId, organization, permissions, expiresAt, ...place } = await keeper.serviceTokenStanding(system(), { hash });
      if (!alive || id === undefined || organization === undefined || expiresAt === undefined) return undefined;
      return {
        actor: { kind: "token", id, user: userId ?? undefined },
        organization,
        roles: [],
        teams: teamsOf(place),
        permissions: setOf(permissions ?? []),
        administrator: false,
        expires: Date.parse(expiresAt),
      };
    },
  };
}

const teamsOf = ({ teams = [], everyTeam = false }: { readonly teams?: readonly string[]; readonly everyTeam?: boolean }): Teams =>
  everyTeam ? "all" : teams;
