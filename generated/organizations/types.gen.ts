// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { ExactFilter, TextFilter, TimeFilter, Timestamp } from "../../internal/core/database/lists.ts";
import type { UserId } from "../contracts/auth.gen.ts";

export type OrganizationId = `og-${string}`;

/** A tenant. Every row of the platform belongs to one, to a person, or to all. */
export interface Organization {
  readonly id: OrganizationId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly name: string;
  /** When it was deleted; it is purged some time after. */
  readonly deletedAt: Timestamp | null;
}

/** What creates an Organization. */
export interface OrganizationCreate {
  readonly name: string;
  readonly deletedAt?: Timestamp | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface OrganizationPatch {
  readonly name?: string;
  readonly deletedAt?: Timestamp | null;
}

export interface OrganizationFilter {
  readonly deletedAt?: TimeFilter;
}

export type OrganizationSort = "deletedAt" | "-deletedAt";

export type MembershipId = `mb-${string}`;

/** A person's place in an organization. */
export interface Membership {
  readonly id: MembershipId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly roles: RoleIds;
  /** Whether `owner` is among the roles. */
  readonly owner: boolean;
}

/** What creates a Membership. */
export interface MembershipCreate {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly roles: RoleIds;
  readonly owner: boolean;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface MembershipPatch {
  readonly name?: string;
  readonly email?: string;
  readonly roles?: RoleIds;
  readonly owner?: boolean;
}

export interface MembershipFilter {
  readonly name?: TextFilter;
  readonly email?: TextFilter;
}

export type MembershipSort = "name" | "-name" | "createdAt" | "-createdAt";

export type TeamId = `tm-${string}`;

/** Some members of an organization who work together. */
export interface Team {
  readonly id: TeamId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly name: string;
  readonly description: string | null;
}

/** What creates a Team. */
export interface TeamCreate {
  readonly name: string;
  readonly description?: string | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface TeamPatch {
  readonly name?: string;
  readonly description?: string | null;
}

export interface TeamFilter {
  readonly name?: TextFilter;
}

export type TeamSort = "name" | "-name" | "createdAt" | "-createdAt";

export type TeamMemberId = `tn-${string}`;

/** That a member belongs to a team. */
export interface TeamMember {
  readonly id: TeamMemberId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly teamId: TeamId;
  readonly membershipId: MembershipId;
  readonly userId: UserId;
}

/** What creates a TeamMember. */
export interface TeamMemberCreate {
  readonly teamId: TeamId;
  readonly membershipId: MembershipId;
  readonly userId: UserId;
}

export interface TeamMemberFilter {
  readonly teamId?: ExactFilter;
  readonly membershipId?: ExactFilter;
}

export type TeamMemberSort = never;

export type RoleId = `rl-${string}`;

/** A set of permissions that an organization made and named. */
export interface Role {
  readonly id: RoleId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly name: string;
  readonly description: string | null;
  readonly permissions: PermissionNames;
}

/** What creates a Role. */
export interface RoleCreate {
  readonly name: string;
  readonly description?: string | null;
  readonly permissions: PermissionNames;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface RolePatch {
  readonly name?: string;
  readonly description?: string | null;
  readonly permissions?: PermissionNames;
}

export interface RoleFilter {
  readonly name?: TextFilter;
}

export type RoleSort = "name" | "-name" | "createdAt" | "-createdAt";

export type InvitationId = `iv-${string}`;

/** An offer to join the organization, sent by e-mail. It is gone once it is accepted or revoked. */
export interface Invitation {
  readonly id: InvitationId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly email: string;
  /** Who sent it last; it holds as long as they may give its roles. */
  readonly invitedBy: UserId;
  readonly roles: RoleIds;
  readonly teams: readonly string[];
  readonly tokenHash: string;
  readonly expiresAt: Timestamp;
}

/** An Invitation as others see it. */
export interface InvitationView {
  readonly id: InvitationId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly email: string;
  /** Who sent it last; it holds as long as they may give its roles. */
  readonly invitedBy: UserId;
  readonly roles: RoleIds;
  readonly teams: readonly string[];
  readonly expiresAt: Timestamp;
}

/** What creates an Invitation. */
export interface InvitationCreate {
  readonly email: string;
  readonly invitedBy: UserId;
  readonly roles: RoleIds;
  readonly teams: readonly string[];
  readonly tokenHash: string;
  readonly expiresAt: Timestamp;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface InvitationPatch {
  readonly invitedBy?: UserId;
  readonly roles?: RoleIds;
  readonly teams?: readonly string[];
  readonly tokenHash?: string;
  readonly expiresAt?: Timestamp;
}

export interface InvitationFilter {
  readonly email?: TextFilter;
}

export type InvitationSort = "email" | "-email" | "createdAt" | "-createdAt" | "expiresAt" | "-expiresAt";

export interface NewOrganization {
  readonly name: string;
  /** The owner. */
  readonly userId: UserId;
  readonly userName: string;
  readonly email: string;
}

export interface FoundedOrganization {
  readonly organization: Organization;
  readonly membership: Membership;
}

export interface OrganizationRename {
  readonly name: string;
}

export interface OwnOrganization {
  readonly id: OrganizationId;
  readonly name: string;
  /** The caller's. */
  readonly roles: readonly string[];
  readonly deletedAt: Timestamp | null;
  /** Until when it can be brought back. */
  readonly purgedAfter: Timestamp | null;
}

export interface Transfer {
  /** Who becomes the owner. */
  readonly memberId: MembershipId;
}

export interface OrganizationSetting {
  /** Domain and name: organizations.invitationDays. */
  readonly name: string;
  readonly domain: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly description: string;
  readonly value: SettingValue;
  readonly preset: SettingValue;
  /** Whether the organization has set it. */
  readonly own: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The only texts accepted. */
  readonly choices?: readonly string[];
}

export type SettingValue = string | number | boolean;

/** Values by the names of settings. */
export interface SettingValues {
  readonly [name: string]: SettingValue | null;
}

export interface Feature {
  /** A feature such as labels.export, or an optional domain such as labels. */
  readonly name: string;
  /** Whether the organization was given it. */
  readonly given: boolean;
  /** Whether it has it now. */
  readonly enabled: boolean;
}

export interface FeatureSwitch {
  readonly enabled: boolean;
}

export interface PermissionList {
  readonly roles: readonly RoleName[];
  readonly permissions: readonly PermissionGrant[];
}

export interface RoleName {
  /** owner, or the id of a role that the organization made. */
  readonly id: string;
  readonly name: string;
  readonly builtIn: boolean;
}

export interface PermissionGrant {
  readonly name: string;
  readonly domain: string;
  /** What it lets a person do. */
  readonly sentence: string;
  /** Ids of the roles that have it. */
  readonly roles: readonly string[];
  /** Whether the caller has it, and so may give it. */
  readonly held: boolean;
}

export interface RoleList {
  readonly roles: RoleIds;
}

/** Built-in roles by their names, roles of the organization by their ids. */
export type RoleIds = readonly string[];

export type PermissionNames = readonly string[];

export interface NewInvitation {
  readonly email: string;
  readonly roles: RoleIds;
  /** Ids of the teams to take them into. */
  readonly teams?: readonly string[];
}

export interface InvitationToken {
  readonly token: string;
}

export interface InvitationSight {
  /** Its name. */
  readonly organization: string;
  /** Whom it was sent to. */
  readonly email: string;
  /** The name of who invited. */
  readonly invitedBy: string;
  readonly expiresAt: Timestamp;
}

export interface Acceptance {
  readonly token: string;
  readonly userId: UserId;
  readonly userName: string;
  readonly email: string;
}

export interface PersonDescription {
  readonly name: string;
  readonly email: string;
}

export interface Standing {
  readonly member: boolean;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly teams: readonly string[];
}

/** What createOrganization is given. */
export interface CreateOrganizationInput {
  readonly body: NewOrganization;
}

/** What acceptInvitation is given. */
export interface AcceptInvitationInput {
  readonly body: Acceptance;
}

/** What membershipsOfUser is given. */
export interface MembershipsOfUserInput {
  readonly userId: string;
}

/** What describePerson is given. */
export interface DescribePersonInput {
  readonly userId: string;
  readonly body: PersonDescription;
}

/** What permissionsOf is given. */
export interface PermissionsOfInput {
  readonly organizationId: string;
  readonly userId: string;
}

/** What inviteMember is given. */
export interface InviteMemberInput {
  readonly body: NewInvitation;
}

/** What lookUpInvitation is given. */
export interface LookUpInvitationInput {
  readonly body: InvitationToken;
}

/** What resendInvitation is given. */
export interface ResendInvitationInput {
  /** Id of the invitation. */
  readonly id: string;
}

/** What setMemberRoles is given. */
export interface SetMemberRolesInput {
  /** Id of the membership. */
  readonly id: string;
  readonly body: RoleList;
}

/** What renameOrganization is given. */
export interface RenameOrganizationInput {
  readonly body: OrganizationRename;
}

/** What deleteOrganization is given. */
export interface DeleteOrganizationInput {
  /** The organization's name, so that nobody deletes one by mistake. */
  readonly name: string;
}

/** What switchFeature is given. */
export interface SwitchFeatureInput {
  /** As it is listed: labels.export. */
  readonly name: string;
  readonly body: FeatureSwitch;
}

/** What changeSettings is given. */
export interface ChangeSettingsInput {
  readonly body: SettingValues;
}

/** What transferOrganization is given. */
export interface TransferOrganizationInput {
  readonly body: Transfer;
}

/** What undeleteOrganization is given. */
export interface UndeleteOrganizationInput {
  /** Id of the organization. */
  readonly id: string;
}

/** What deleteRole is given. */
export interface DeleteRoleInput {
  /** Id of the role. */
  readonly id: string;
  /** The role that those who have it get instead. */
  readonly replaceBy?: string;
}

/** What addTeamMember is given. */
export interface AddTeamMemberInput {
  /** Id of the team. */
  readonly id: string;
  /** Id of the membership. */
  readonly memberId: string;
}

/** What removeTeamMember is given. */
export interface RemoveTeamMemberInput {
  /** Id of the team. */
  readonly id: string;
  /** Id of the membership. */
  readonly memberId: string;
}
