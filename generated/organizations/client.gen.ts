// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Remote } from "../../internal/core/http/remote.ts";
import type { OrganizationsService } from "./service.gen.ts";

/** Organizations as another process serves it: the same interface, the same problems. */
export function organizationsClient(remote: Remote): OrganizationsService {
  return {
    createOrganization: (ctx, input) => remote.invoke(ctx, "createOrganization", input),
    acceptInvitation: (ctx, input) => remote.invoke(ctx, "acceptInvitation", input),
    membershipsOfUser: (ctx, input) => remote.invoke(ctx, "membershipsOfUser", input),
    describePerson: (ctx, input) => remote.invoke(ctx, "describePerson", input),
    permissionsOf: (ctx, input) => remote.invoke(ctx, "permissionsOf", input),
    listInvitations: (ctx, query) => remote.call(ctx, { method: "get", path: "/invitations", list: query }),
    inviteMember: (ctx, input) => remote.call(ctx, { method: "post", path: "/invitations", body: input.body }),
    lookUpInvitation: (ctx, input) => remote.call(ctx, { method: "post", path: "/invitations/look-up", body: input.body }),
    getInvitation: (ctx, id) => remote.call(ctx, { method: "get", path: "/invitations/{id}", params: { id } }),
    deleteInvitation: (ctx, id, expected) =>
      remote.call(ctx, { method: "delete", path: "/invitations/{id}", params: { id }, expected, answer: "none" }),
    listInvitationAudit: (ctx, id, query) =>
      remote.call(ctx, { method: "get", path: "/invitations/{id}/audit", params: { id }, list: query }),
    resendInvitation: (ctx, input) => remote.call(ctx, { method: "post", path: "/invitations/{id}/resend", params: { id: input.id } }),
    listMemberships: (ctx, query) => remote.call(ctx, { method: "get", path: "/members", list: query }),
    getMembership: (ctx, id) => remote.call(ctx, { method: "get", path: "/members/{id}", params: { id } }),
    deleteMembership: (ctx, id, expected) =>
      remote.call(ctx, { method: "delete", path: "/members/{id}", params: { id }, expected, answer: "none" }),
    listMembershipAudit: (ctx, id, query) => remote.call(ctx, { method: "get", path: "/members/{id}/audit", params: { id }, list: query }),
    setMemberRoles: (ctx, input) =>
      remote.call(ctx, { method: "put", path: "/members/{id}/roles", params: { id: input.id }, body: input.body }),
    getOrganization: (ctx) => remote.call(ctx, { method: "get", path: "/organization" }),
    renameOrganization: (ctx, input) => remote.call(ctx, { method: "patch", path: "/organization", body: input.body }),
    deleteOrganization: (ctx, input) =>
      remote.call(ctx, { method: "delete", path: "/organization", query: { name: input.name }, answer: "none" }),
    listFeatures: (ctx) => remote.call(ctx, { method: "get", path: "/organization/features" }),
    switchFeature: (ctx, input) =>
      remote.call(ctx, { method: "put", path: "/organization/features/{name}", params: { name: input.name }, body: input.body }),
    leaveOrganization: (ctx) => remote.call(ctx, { method: "post", path: "/organization/leave", answer: "none" }),
    listPermissions: (ctx) => remote.call(ctx, { method: "get", path: "/organization/permissions" }),
    listSettings: (ctx) => remote.call(ctx, { method: "get", path: "/organization/settings" }),
    changeSettings: (ctx, input) => remote.call(ctx, { method: "patch", path: "/organization/settings", body: input.body }),
    transferOrganization: (ctx, input) => remote.call(ctx, { method: "post", path: "/organization/transfer", body: input.body }),
    listOwnOrganizations: (ctx) => remote.call(ctx, { method: "get", path: "/organizations" }),
    undeleteOrganization: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/organizations/{id}/undelete", params: { id: input.id } }),
    listRoles: (ctx, query) => remote.call(ctx, { method: "get", path: "/roles", list: query }),
    createRole: (ctx, input) => remote.call(ctx, { method: "post", path: "/roles", body: input }),
    getRole: (ctx, id) => remote.call(ctx, { method: "get", path: "/roles/{id}", params: { id } }),
    updateRole: (ctx, id, patch, expected) =>
      remote.call(ctx, { method: "patch", path: "/roles/{id}", params: { id }, body: patch, expected }),
    deleteRole: (ctx, input) =>
      remote.call(ctx, {
        method: "delete",
        path: "/roles/{id}",
        params: { id: input.id },
        query: { replaceBy: input.replaceBy },
        answer: "none",
      }),
    listRoleAudit: (ctx, id, query) => remote.call(ctx, { method: "get", path: "/roles/{id}/audit", params: { id }, list: query }),
    listTeamMembers: (ctx, query) => remote.call(ctx, { method: "get", path: "/team-members", list: query }),
    listTeamMemberAudit: (ctx, id, query) =>
      remote.call(ctx, { method: "get", path: "/team-members/{id}/audit", params: { id }, list: query }),
    listTeams: (ctx, query) => remote.call(ctx, { method: "get", path: "/teams", list: query }),
    createTeam: (ctx, input) => remote.call(ctx, { method: "post", path: "/teams", body: input }),
    getTeam: (ctx, id) => remote.call(ctx, { method: "get", path: "/teams/{id}", params: { id } }),
    updateTeam: (ctx, id, patch, expected) =>
      remote.call(ctx, { method: "patch", path: "/teams/{id}", params: { id }, body: patch, expected }),
    deleteTeam: (ctx, id, expected) =>
      remote.call(ctx, { method: "delete", path: "/teams/{id}", params: { id }, expected, answer: "none" }),
    listTeamAudit: (ctx, id, query) => remote.call(ctx, { method: "get", path: "/teams/{id}/audit", params: { id }, list: query }),
    addTeamMember: (ctx, input) =>
      remote.call(ctx, { method: "put", path: "/teams/{id}/members/{memberId}", params: { id: input.id, memberId: input.memberId } }),
    removeTeamMember: (ctx, input) =>
      remote.call(ctx, {
        method: "delete",
        path: "/teams/{id}/members/{memberId}",
        params: { id: input.id, memberId: input.memberId },
        answer: "none",
      }),
  };
}
