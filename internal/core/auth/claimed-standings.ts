import type { StandingSource } from "./standing.ts";

/**
 * Believes what access tokens say until they expire: for a platform without a domain that keeps sessions, and for tests. It knows no
 * service tokens.
 */
export function claimedStandings(permissionsOf: (roles: readonly string[]) => Iterable<string>): StandingSource {
  return {
    keyOf: ({ user, session, organization, roles, teams }) => JSON.stringify([user, session, organization, roles, teams]),
    ofSession: async ({ user, session, organization, roles, teams = [] }) => ({
      actor: { kind: "user", id: user, session },
      organization,
      roles,
      teams,
      permissions: new Set(permissionsOf(roles)),
      administrator: false,
    }),
    ofToken: async () => undefined,
  };
}
