import type { AuthParts, AuthService } from "../../generated/auth/service.gen.ts";
import type { ServiceToken } from "../../generated/auth/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { Problem } from "../core/problems/problem.ts";
import { actingAs } from "./acting-as.ts";
import { demands } from "./demands.ts";
import { lastUse } from "./last-use.ts";
import { type Membership, memberships } from "./membership.ts";

const gone = { alive: false, roles: [], permissions: [], teams: [], everyTeam: false, administrator: false } as const;

/** Who may say who belongs to which team could join each: they see the rows of all. */
const managesTeams = "organizations.teams";

const nowhere = { roles: [], permissions: [], teams: [] } as const;

/** What a service token may do. */
interface Allowed {
  readonly permissions: readonly string[];
  readonly teams: readonly string[];
}

/** What sessions and service tokens may do at this moment. Asked for every few seconds for each that is in use, not for each request. */
export function standings(
  parts: Pick<AuthParts, "users" | "sessions" | "serviceTokens" | "contracts" | "config" | "core">,
): Pick<AuthService, "sessionStanding" | "serviceTokenStanding"> {
  const { users, sessions, serviceTokens, contracts, core } = parts;
  const places = memberships(parts);
  const lacking = demands(parts);
  const sessionUsed = lastUse(core.database, "sessions", core.now);
  const tokenUsed = lastUse(core.database, "service_tokens", core.now);

  /** What the owner of a token may do now: a token never outlives their place, nor does it keep what was taken from them. */
  async function allowedTo(ctx: Context, { ownerId, organizationId, permissions }: ServiceToken): Promise<Allowed | undefined> {
    if (ownerId === organizationId) {
      const there = await contracts.organizations.getOrganization({ ...ctx, organization: organizationId }).then(() => true, unlessMissing);
      // An organization belongs to no team.
      return there ? { permissions, teams: [] } : undefined;
    }
    const [user, place] = await Promise.all([users.find(ctx, ownerId), places.in(ctx, ownerId, organizationId)]);
    if (user === undefined || user.disabledAt !== null || place === undefined) return undefined;
    return { permissions: permissions.filter((name) => place.permissions.includes(name)), teams: place.teams };
  }

  return {
    async sessionStanding(ctx, { session: id, user: userId, organization }) {
      const own = actingAs(ctx, userId, id);
      const [session, user, place] = await Promise.all([
        sessions.find(own, id),
        users.find(own, userId),
        organization === "" ? undefined : places.in(own, userId, organization),
      ]);
      if (session === undefined || user === undefined || user.disabledAt !== null || session.expiresAt <= core.now().toISOString())
        return gone;
      // A token for an organization that its user does not belong to any more, or that asks for more: the next refresh leads elsewhere.
      if (organization !== "" && place === undefined) return gone;
      if (organization !== "" && (await lacking(organization, user, session.methods)).length > 0) return gone;
      await sessionUsed(own, session);
      const { roles, permissions, teams }: Omit<Membership, "organization"> = place ?? nowhere;
      return { alive: true, roles, permissions, teams, everyTeam: permissions.includes(managesTeams), administrator: user.administrator };
    },

    async serviceTokenStanding(ctx, { hash }) {
      const token = await serviceTokens.findByHash(ctx, hash);
      if (token === undefined || token.expiresAt <= core.now().toISOString()) return { alive: false };
      const allowed = await allowedTo(ctx, token);
      if (allowed === undefined) return { alive: false };
      await tokenUsed(ctx, token);
      const { id, ownerId, organizationId, expiresAt } = token;
      const userId = ownerId === organizationId ? null : ownerId;
      const everyTeam = allowed.permissions.includes(managesTeams);
      return { alive: true, id, userId, organization: organizationId, ...allowed, everyTeam, expiresAt };
    },
  };
}

function unlessMissing(error: unknown): false {
  if (error instanceof Problem && error.status === 404) return false;
  throw error;
}
