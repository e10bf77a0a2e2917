// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import { audited } from "../../internal/core/audit/audited.ts";
import type { Database } from "../../internal/core/database/database.ts";
import { related } from "../../internal/core/database/relations.ts";
import type {
  InvitationRepository,
  MembershipRepository,
  OrganizationRepository,
  OrganizationsRepositories,
  RoleRepository,
  TeamMemberRepository,
  TeamRepository,
} from "./repository.gen.ts";
import { invitationAudit, membershipAudit, organizationAudit, roleAudit, teamAudit, teamMemberAudit } from "./rows.gen.ts";

/** What rows do beyond being kept, the same on every database. */
export function organizationsBehaviour(db: Database, rows: OrganizationsRepositories): OrganizationsRepositories {
  const organizations: OrganizationRepository = audited(db, rows.organizations, organizationAudit);
  const memberships: MembershipRepository = related(db, audited(db, rows.memberships, membershipAudit), {
    entity: "Membership",
    children: [
      {
        entity: "TeamMember",
        list: (ctx, id) => teamMembers.listTeamsOfMembership(ctx, id),
        end: (ctx, id) => teamMembers.delete(ctx, id),
      },
    ],
  });
  const teams: TeamRepository = related(db, audited(db, rows.teams, teamAudit), {
    entity: "Team",
    children: [
      { entity: "TeamMember", list: (ctx, id) => teamMembers.listMembersOfTeam(ctx, id), end: (ctx, id) => teamMembers.delete(ctx, id) },
    ],
  });
  const teamMembers: TeamMemberRepository = related(db, audited(db, rows.teamMembers, teamMemberAudit), {
    entity: "TeamMember",
    parents: [
      { entity: "Membership", field: "membershipId", fixed: true, hold: (ctx, id) => rows.memberships.hold(ctx, id) },
      { entity: "Team", field: "teamId", fixed: true, hold: (ctx, id) => rows.teams.hold(ctx, id) },
    ],
  });
  const roles: RoleRepository = audited(db, rows.roles, roleAudit);
  const invitations: InvitationRepository = audited(db, rows.invitations, invitationAudit);
  return { ...rows, organizations, memberships, teams, teamMembers, roles, invitations };
}
