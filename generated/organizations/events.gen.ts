// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { EventLog } from "../../internal/core/events/event.ts";
import type { InvitationView, Membership, Organization, Role, Team, TeamMember } from "./types.gen.ts";
import { invitationView } from "./views.gen.ts";

/** Appends events to the outbox, in the transaction of the context. */
export interface OrganizationsEvents {
  /** An organization was created. */
  organizationCreated(ctx: Context, organization: Organization): Promise<void>;
  /** An organization was updated. */
  organizationUpdated(ctx: Context, organization: Organization): Promise<void>;
  /** An organization was deleted. */
  organizationDeleted(ctx: Context, organization: Organization): Promise<void>;
  /** A membership was created. */
  membershipCreated(ctx: Context, membership: Membership): Promise<void>;
  /** A membership was updated. */
  membershipUpdated(ctx: Context, membership: Membership): Promise<void>;
  /** A membership was deleted. */
  membershipDeleted(ctx: Context, membership: Membership): Promise<void>;
  /** A team was created. */
  teamCreated(ctx: Context, team: Team): Promise<void>;
  /** A team was updated. */
  teamUpdated(ctx: Context, team: Team): Promise<void>;
  /** A team was deleted. */
  teamDeleted(ctx: Context, team: Team): Promise<void>;
  /** A team member was created. */
  teamMemberCreated(ctx: Context, teamMember: TeamMember): Promise<void>;
  /** A team member was deleted. */
  teamMemberDeleted(ctx: Context, teamMember: TeamMember): Promise<void>;
  /** A role was created. */
  roleCreated(ctx: Context, role: Role): Promise<void>;
  /** A role was updated. */
  roleUpdated(ctx: Context, role: Role): Promise<void>;
  /** A role was deleted. */
  roleDeleted(ctx: Context, role: Role): Promise<void>;
  /** An invitation was created. */
  invitationCreated(ctx: Context, invitation: InvitationView): Promise<void>;
  /** An invitation was updated. */
  invitationUpdated(ctx: Context, invitation: InvitationView): Promise<void>;
  /** An invitation was deleted. */
  invitationDeleted(ctx: Context, invitation: InvitationView): Promise<void>;
}

export function organizationsEvents(log: EventLog): OrganizationsEvents {
  return {
    organizationCreated: (ctx, organization) =>
      log.append(ctx, { type: "organizations.organization.created", aggregate: organization.id, data: organization }),
    organizationUpdated: (ctx, organization) =>
      log.append(ctx, { type: "organizations.organization.updated", aggregate: organization.id, data: organization }),
    organizationDeleted: (ctx, organization) =>
      log.append(ctx, { type: "organizations.organization.deleted", aggregate: organization.id, data: organization }),
    membershipCreated: (ctx, membership) =>
      log.append(ctx, { type: "organizations.membership.created", aggregate: membership.id, data: membership }),
    membershipUpdated: (ctx, membership) =>
      log.append(ctx, { type: "organizations.membership.updated", aggregate: membership.id, data: membership }),
    membershipDeleted: (ctx, membership) =>
      log.append(ctx, { type: "organizations.membership.deleted", aggregate: membership.id, data: membership }),
    teamCreated: (ctx, team) => log.append(ctx, { type: "organizations.team.created", aggregate: team.id, data: team }),
    teamUpdated: (ctx, team) => log.append(ctx, { type: "organizations.team.updated", aggregate: team.id, data: team }),
    teamDeleted: (ctx, team) => log.append(ctx, { type: "organizations.team.deleted", aggregate: team.id, data: team }),
    teamMemberCreated: (ctx, teamMember) =>
      log.append(ctx, { type: "organizations.teamMember.created", aggregate: teamMember.id, data: teamMember }),
    teamMemberDeleted: (ctx, teamMember) =>
      log.append(ctx, { type: "organizations.teamMember.deleted", aggregate: teamMember.id, data: teamMember }),
    roleCreated: (ctx, role) => log.append(ctx, { type: "organizations.role.created", aggregate: role.id, data: role }),
    roleUpdated: (ctx, role) => log.append(ctx, { type: "organizations.role.updated", aggregate: role.id, data: role }),
    roleDeleted: (ctx, role) => log.append(ctx, { type: "organizations.role.deleted", aggregate: role.id, data: role }),
    invitationCreated: (ctx, invitation) =>
      log.append(ctx, { type: "organizations.invitation.created", aggregate: invitation.id, data: invitationView(invitation) }),
    invitationUpdated: (ctx, invitation) =>
      log.append(ctx, { type: "organizations.invitation.updated", aggregate: invitation.id, data: invitationView(invitation) }),
    invitationDeleted: (ctx, invitation) =>
      log.append(ctx, { type: "organizations.invitation.deleted", aggregate: invitation.id, data: invitationView(invitation) }),
  };
}
