import type { OrganizationsParts, OrganizationsService } from "../../generated/organizations/service.gen.ts";
import { standingChanged } from "../core/auth/standing.ts";
import { missing } from "../core/database/rows.ts";

/** Who belongs to which team. Both operations may be repeated. */
export function teamOperations({
  teams,
  memberships,
  teamMembers,
  events,
  core,
}: OrganizationsParts): Pick<OrganizationsService, "addTeamMember" | "removeTeamMember"> {
  return {
    addTeamMember(ctx, { id, memberId }) {
      return core.database.transact(ctx, async (ctx) => {
        const team = await teams.find(ctx, id);
        if (team === undefined) throw missing("Team", id);
        const member = await memberships.find(ctx, memberId);
        if (member === undefined) throw missing("Membership", memberId);
        const known = await teamMembers.findOfTeam(ctx, team.id, member.id);
        if (known !== undefined) return known;
        const added = await teamMembers.insert(ctx, { teamId: team.id, membershipId: member.id, userId: member.userId });
        await events.teamMemberCreated(ctx, added);
        core.database.afterCommit(ctx, () => standingChanged(core.live, added.userId));
        return added;
      });
    },

    removeTeamMember(ctx, { id, memberId }) {
      return core.database.transact(ctx, async (ctx) => {
        const team = await teams.find(ctx, id);
        if (team === undefined) throw missing("Team", id);
        const known = await teamMembers.findOfTeam(ctx, team.id, memberId);
        if (known === undefined) return;
        await events.teamMemberDeleted(ctx, await teamMembers.delete(ctx, known.id));
        core.database.afterCommit(ctx, () => standingChanged(core.live, known.userId));
      });
    },
  };
}
