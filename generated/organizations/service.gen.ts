// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import { type AuditQuery, type AuditRecord, auditPage } from "../../internal/core/audit/audit-page.ts";
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page } from "../../internal/core/database/lists.ts";
import { missing } from "../../internal/core/database/rows.ts";
import { after, type Eventual } from "../../internal/core/eventual/eventual.ts";
import type { Background, Core } from "../../internal/core/modules/domain.ts";
import type { OrganizationsConfig } from "./config.gen.ts";
import type { OrganizationsEvents } from "./events.gen.ts";
import type { OrganizationsRepositories } from "./repository.gen.ts";
import { invitationAudit, membershipAudit, roleAudit, teamAudit, teamMemberAudit } from "./rows.gen.ts";
import type {
  AcceptInvitationInput,
  AddTeamMemberInput,
  ChangeSettingsInput,
  CreateOrganizationInput,
  DeleteOrganizationInput,
  DeleteRoleInput,
  DescribePersonInput,
  Feature,
  FoundedOrganization,
  InvitationFilter,
  InvitationId,
  InvitationSight,
  InvitationSort,
  InvitationView,
  InviteMemberInput,
  LookUpInvitationInput,
  Membership,
  MembershipFilter,
  MembershipId,
  MembershipSort,
  MembershipsOfUserInput,
  Organization,
  OrganizationSetting,
  OwnOrganization,
  PermissionList,
  PermissionsOfInput,
  RemoveTeamMemberInput,
  RenameOrganizationInput,
  ResendInvitationInput,
  Role,
  RoleCreate,
  RoleFilter,
  RoleId,
  RolePatch,
  RoleSort,
  SetMemberRolesInput,
  Standing,
  SwitchFeatureInput,
  Team,
  TeamCreate,
  TeamFilter,
  TeamId,
  TeamMember,
  TeamMemberFilter,
  TeamMemberId,
  TeamMemberSort,
  TeamPatch,
  TeamSort,
  TransferOrganizationInput,
  UndeleteOrganizationInput,
} from "./types.gen.ts";
import { invitationView } from "./views.gen.ts";

/** Organizations, who belongs to them, and what each may do there. */
export interface OrganizationsService {
  /** Create an organization with the person who owns it. */
  createOrganization(ctx: Context, input: CreateOrganizationInput): Promise<FoundedOrganization>;
  /** Make the person whom an invitation was sent to a member. */
  acceptInvitation(ctx: Context, input: AcceptInvitationInput): Promise<Membership>;
  /** Every membership of a person in an organization that is not deleted, the oldest first. */
  membershipsOfUser(ctx: Context, input: MembershipsOfUserInput): Promise<readonly Membership[]>;
  /** Keep what memberships show of a person as it is now. */
  describePerson(ctx: Context, input: DescribePersonInput): Promise<void>;
  /** What a person may do in an organization now. Who is no member, or whose organization is deleted, may nothing. */
  permissionsOf(ctx: Context, input: PermissionsOfInput): Promise<Standing>;
  /** List invitations. */
  listInvitations(ctx: Context, query: ListQuery<InvitationFilter, InvitationSort>): Promise<Page<InvitationView>>;
  /** Invite somebody by e-mail. Nobody invites to more than they may do themselves. */
  inviteMember(ctx: Context, input: InviteMemberInput): Promise<InvitationView>;
  /** What an invitation's link is about, for who holds it. */
  lookUpInvitation(ctx: Context, input: LookUpInvitationInput): Promise<InvitationSight>;
  /** One invitation. */
  getInvitation(ctx: Context, id: InvitationId): Eventual<InvitationView>;
  /** Delete an invitation. */
  deleteInvitation(ctx: Context, id: InvitationId, expected?: number): Promise<void>;
  /** Who changed an invitation, and what. */
  listInvitationAudit(ctx: Context, id: InvitationId, query: AuditQuery): Promise<Page<AuditRecord>>;
  /** Send an invitation again, with a new link and a new time to accept it. The old link is dead. */
  resendInvitation(ctx: Context, input: ResendInvitationInput): Promise<InvitationView>;
  /** List memberships. */
  listMemberships(ctx: Context, query: ListQuery<MembershipFilter, MembershipSort>): Promise<Page<Membership>>;
  /** One membership. */
  getMembership(ctx: Context, id: MembershipId): Eventual<Membership>;
  /** Delete a membership. */
  deleteMembership(ctx: Context, id: MembershipId, expected?: number): Promise<void>;
  /** Who changed a membership, and what. */
  listMembershipAudit(ctx: Context, id: MembershipId, query: AuditQuery): Promise<Page<AuditRecord>>;
  /** Say which roles a member has. Nobody gives what they do not have, and only owners make and unmake owners. */
  setMemberRoles(ctx: Context, input: SetMemberRolesInput): Promise<Membership>;
  /** The organization that the caller acts in. */
  getOrganization(ctx: Context): Promise<Organization>;
  /** Rename the organization that the caller acts in. */
  renameOrganization(ctx: Context, input: RenameOrganizationInput): Promise<Organization>;
  /** Delete the organization that the caller acts in. Nobody reaches anything of it any more; its owners can bring it back for a time. */
  deleteOrganization(ctx: Context, input: DeleteOrganizationInput): Promise<void>;
  /** The features and optional domains that can be switched, and how they are. */
  listFeatures(ctx: Context): Promise<readonly Feature[]>;
  /** Switch a feature or an optional domain off or on again. What the organization was not given stays off. */
  switchFeature(ctx: Context, input: SwitchFeatureInput): Promise<Feature>;
  /** Leave the organization that the caller acts in. Its last owner cannot. */
  leaveOrganization(ctx: Context): Promise<void>;
  /** Every permission of the platform, and which roles of the organization have it. */
  listPermissions(ctx: Context): Promise<PermissionList>;
  /** What the organization can set for itself, and what holds now. */
  listSettings(ctx: Context): Promise<readonly OrganizationSetting[]>;
  /** Set some settings; null goes back to what the installation says. */
  changeSettings(ctx: Context, input: ChangeSettingsInput): Promise<readonly OrganizationSetting[]>;
  /** Make another member the owner in place of the caller, who becomes an administrator. */
  transferOrganization(ctx: Context, input: TransferOrganizationInput): Promise<Membership>;
  /** The organizations that the caller belongs to, by name; of deleted ones only those that the caller may bring back. */
  listOwnOrganizations(ctx: Context): Promise<readonly OwnOrganization[]>;
  /** Bring back a deleted organization. Only its owners can. */
  undeleteOrganization(ctx: Context, input: UndeleteOrganizationInput): Promise<Organization>;
  /** List roles. */
  listRoles(ctx: Context, query: ListQuery<RoleFilter, RoleSort>): Promise<Page<Role>>;
  /** Create a role. */
  createRole(ctx: Context, input: RoleCreate): Promise<Role>;
  /** One role. */
  getRole(ctx: Context, id: RoleId): Eventual<Role>;
  /** Change a role. */
  updateRole(ctx: Context, id: RoleId, patch: RolePatch, expected?: number): Promise<Role>;
  /** Delete a role. One that somebody has, or was invited with, needs another to take its place. */
  deleteRole(ctx: Context, input: DeleteRoleInput): Promise<void>;
  /** Who changed a role, and what. */
  listRoleAudit(ctx: Context, id: RoleId, query: AuditQuery): Promise<Page<AuditRecord>>;
  /** List team members. */
  listTeamMembers(ctx: Context, query: ListQuery<TeamMemberFilter, TeamMemberSort>): Promise<Page<TeamMember>>;
  /** Who changed a team member, and what. */
  listTeamMemberAudit(ctx: Context, id: TeamMemberId, query: AuditQuery): Promise<Page<AuditRecord>>;
  /** List teams. */
  listTeams(ctx: Context, query: ListQuery<TeamFilter, TeamSort>): Promise<Page<Team>>;
  /** Create a team. */
  createTeam(ctx: Context, input: TeamCreate): Promise<Team>;
  /** One team. */
  getTeam(ctx: Context, id: TeamId): Eventual<Team>;
  /** Change a team. */
  updateTeam(ctx: Context, id: TeamId, patch: TeamPatch, expected?: number): Promise<Team>;
  /** Delete a team. */
  deleteTeam(ctx: Context, id: TeamId, expected?: number): Promise<void>;
  /** Who changed a team, and what. */
  listTeamAudit(ctx: Context, id: TeamId, query: AuditQuery): Promise<Page<AuditRecord>>;
  /** Take a member of the organization into a team. */
  addTeamMember(ctx: Context, input: AddTeamMemberInput): Promise<TeamMember>;
  /** Take a member out of a team. */
  removeTeamMember(ctx: Context, input: RemoveTeamMemberInput): Promise<void>;
}

/** What the service is made of. */
export interface OrganizationsParts extends OrganizationsRepositories {
  readonly events: OrganizationsEvents;
  readonly config: OrganizationsConfig;
  readonly core: Core;
}

export type OrganizationsDefaults = Pick<
  OrganizationsService,
  | "listInvitations"
  | "getInvitation"
  | "deleteInvitation"
  | "listInvitationAudit"
  | "listMemberships"
  | "getMembership"
  | "deleteMembership"
  | "listMembershipAudit"
  | "listRoles"
  | "createRole"
  | "getRole"
  | "updateRole"
  | "listRoleAudit"
  | "listTeamMembers"
  | "listTeamMemberAudit"
  | "listTeams"
  | "createTeam"
  | "getTeam"
  | "updateTeam"
  | "deleteTeam"
  | "listTeamAudit"
>;

/** What the spec alone says of each operation: its rows and their events, in one transaction. */
export function organizationsDefaults({
  core,
  events,
  invitations,
  memberships,
  roles,
  teamMembers,
  teams,
}: OrganizationsParts): OrganizationsDefaults {
  return {
    async listInvitations(ctx, query) {
      const page = await invitations.list(ctx, query);
      return { ...page, items: page.items.map(invitationView) };
    },
    getInvitation: (ctx, id) =>
      after(invitations.find(ctx, id), (invitation) => {
        if (invitation === undefined) throw missing("Invitation", id);
        return invitationView(invitation);
      }),
    deleteInvitation: (ctx, id, expected) =>
      core.database.transact(ctx, async (ctx) => {
        const invitation = await invitations.delete(ctx, id, expected);
        await events.invitationDeleted(ctx, invitation);
      }),
    listInvitationAudit: (ctx, id, query) => auditPage(ctx, core.database, invitations, invitationAudit, id, query),
    listMemberships: (ctx, query) => memberships.list(ctx, query),
    getMembership: (ctx, id) =>
      after(memberships.find(ctx, id), (membership) => {
        if (membership === undefined) throw missing("Membership", id);
        return membership;
      }),
    deleteMembership: (ctx, id, expected) =>
      core.database.transact(ctx, async (ctx) => {
        const membership = await memberships.delete(ctx, id, expected);
        await events.membershipDeleted(ctx, membership);
      }),
    listMembershipAudit: (ctx, id, query) => auditPage(ctx, core.database, memberships, membershipAudit, id, query),
    listRoles: (ctx, query) => roles.list(ctx, query),
    createRole: (ctx, input) =>
      core.database.transact(ctx, async (ctx) => {
        const role = await roles.insert(ctx, input);
        await events.roleCreated(ctx, role);
        return role;
      }),
    getRole: (ctx, id) =>
      after(roles.find(ctx, id), (role) => {
        if (role === undefined) throw missing("Role", id);
        return role;
      }),
    updateRole: (ctx, id, patch, expected) =>
      core.database.transact(ctx, async (ctx) => {
        const role = await roles.update(ctx, id, patch, expected);
        await events.roleUpdated(ctx, role);
        return role;
      }),
    listRoleAudit: (ctx, id, query) => auditPage(ctx, core.database, roles, roleAudit, id, query),
    listTeamMembers: (ctx, query) => teamMembers.list(ctx, query),
    listTeamMemberAudit: (ctx, id, query) => auditPage(ctx, core.database, teamMembers, teamMemberAudit, id, query),
    listTeams: (ctx, query) => teams.list(ctx, query),
    createTeam: (ctx, input) =>
      core.database.transact(ctx, async (ctx) => {
        const team = await teams.insert(ctx, input);
        await events.teamCreated(ctx, team);
        return team;
      }),
    getTeam: (ctx, id) =>
      after(teams.find(ctx, id), (team) => {
        if (team === undefined) throw missing("Team", id);
        return team;
      }),
    updateTeam: (ctx, id, patch, expected) =>
      core.database.transact(ctx, async (ctx) => {
        const team = await teams.update(ctx, id, patch, expected);
        await events.teamUpdated(ctx, team);
        return team;
      }),
    deleteTeam: (ctx, id, expected) =>
      core.database.transact(ctx, async (ctx) => {
        const team = await teams.delete(ctx, id, expected);
        await events.teamDeleted(ctx, team);
      }),
    listTeamAudit: (ctx, id, query) => auditPage(ctx, core.database, teams, teamAudit, id, query),
  };
}

/** What internal/organizations/module.ts provides. */
export interface OrganizationsModule {
  /** The operations that the spec alone does not decide, and others where they differ from the defaults. */
  service(parts: OrganizationsParts): OrganizationsService;
  /** Removes what a purged organization leaves besides its rows: files, rows that are not bound to it. May run again. */
  forget?(parts: OrganizationsParts, organization: string): Promise<void>;
  /** Work beside requests: workers, start-up chores. */
  start?(parts: OrganizationsParts, service: OrganizationsService): Promise<Background>;
  /** Work that one process does for all: sweeps, schedules. */
  startAlone?(parts: OrganizationsParts, service: OrganizationsService): Promise<Background>;
}
