import type { StandingSource } from "./standing.ts";

/**
 * Believes what access tokens say until they expire: for a platform without a domain that keeps sessions, and for tests. It knows no
 * service tokens.
 */
export function claimedStandings(permissionsOf: (roles: readonly string[]) => Iterable<string>): StandingSource {
  return {
    keyOf: ({ user, session, organization, roles }) => JSON.stringify([user, session, organization, roles]),
    ofSession: async ({ user, session, organization, roles }) => ({
      actor: { kind: "user", id: user, session },
      organization,
      roles,
      permissions: new Set(permissionsOf(roles)),
      administrator: false,
    }),
    ofToken: async () => undefined,
  };
}
