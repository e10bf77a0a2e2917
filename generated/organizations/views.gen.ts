// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { InvitationView } from "./types.gen.ts";

/** What may be known of an Invitation outside its service. */
export function invitationView(invitation: InvitationView): InvitationView {
  return {
    id: invitation.id,
    organizationId: invitation.organizationId,
    createdBy: invitation.createdBy,
    createdAt: invitation.createdAt,
    updatedAt: invitation.updatedAt,
    version: invitation.version,
    email: invitation.email,
    invitedBy: invitation.invitedBy,
    roles: invitation.roles,
    teams: invitation.teams,
    expiresAt: invitation.expiresAt,
  };
}
