// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Timestamp } from "../../internal/core/database/lists.ts";

export type UserId = `us-${string}`;

/** A person who can sign in. */
export interface User {
  readonly id: UserId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly email: string;
  readonly name: string;
  /** Absent for those who sign in by other means. */
  readonly passwordHash: string | null;
  /** Whether they run the platform. */
  readonly administrator: boolean;
}

/** A User as others see it. */
export interface UserView {
  readonly id: UserId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly email: string;
  readonly name: string;
  /** Whether they run the platform. */
  readonly administrator: boolean;
}

/** What creates an User. */
export interface UserCreate {
  readonly email: string;
  readonly name: string;
  readonly passwordHash?: string | null;
  readonly administrator?: boolean;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface UserPatch {
  readonly name?: string;
  readonly passwordHash?: string | null;
  readonly administrator?: boolean;
}

export type UserFilter = Readonly<Record<string, never>>;

export type UserSort = "createdAt" | "-createdAt";

export type SessionId = `ss-${string}`;

/** A sign-in on one device. There is none any more when it has ended. */
export interface Session {
  readonly id: SessionId;
  readonly createdBy: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  /** The organization that the session acts in. */
  readonly organization: string | null;
  /** What the device said of itself when it was last seen. */
  readonly device: string | null;
  /** Where from it was last seen. */
  readonly address: string | null;
  /** What was shown when signing in, as RFC 8176 names it: pwd, otp, hwk. */
  readonly methods: readonly string[];
  /** Set for sessions in cookies. */
  readonly csrfHash: string | null;
  readonly expiresAt: Timestamp;
  /** To the minute. */
  readonly lastUsedAt: Timestamp;
}

/** A Session as others see it. */
export interface SessionView {
  readonly id: SessionId;
  readonly createdBy: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  /** The organization that the session acts in. */
  readonly organization: string | null;
  /** What the device said of itself when it was last seen. */
  readonly device: string | null;
  /** Where from it was last seen. */
  readonly address: string | null;
  /** What was shown when signing in, as RFC 8176 names it: pwd, otp, hwk. */
  readonly methods: readonly string[];
  readonly expiresAt: Timestamp;
  /** To the minute. */
  readonly lastUsedAt: Timestamp;
}

/** What creates a Session. */
export interface SessionCreate {
  readonly organization?: string | null;
  readonly device?: string | null;
  readonly address?: string | null;
  readonly methods?: readonly string[];
  readonly csrfHash?: string | null;
  readonly expiresAt: Timestamp;
  readonly lastUsedAt: Timestamp;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface SessionPatch {
  readonly organization?: string | null;
  readonly device?: string | null;
  readonly address?: string | null;
  readonly methods?: readonly string[];
  readonly expiresAt?: Timestamp;
  readonly lastUsedAt?: Timestamp;
}

export type SessionFilter = Readonly<Record<string, never>>;

export type SessionSort = "lastUsedAt" | "-lastUsedAt" | "createdAt" | "-createdAt";

export type ServiceTokenId = `st-${string}`;

/** What a program shows in place of a person. Only its hash is kept. */
export interface ServiceToken {
  readonly id: ServiceTokenId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly name: string;
  readonly hash: string;
  /** The user or the organization for whom it speaks. */
  readonly ownerId: string;
  readonly permissions: readonly string[];
  readonly expiresAt: Timestamp;
  readonly lastUsedAt: Timestamp | null;
}

/** A ServiceToken as others see it. */
export interface ServiceTokenView {
  readonly id: ServiceTokenId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly name: string;
  /** The user or the organization for whom it speaks. */
  readonly ownerId: string;
  readonly permissions: readonly string[];
  readonly expiresAt: Timestamp;
  readonly lastUsedAt: Timestamp | null;
}

/** What creates a ServiceToken. */
export interface ServiceTokenCreate {
  readonly name: string;
  readonly hash: string;
  readonly ownerId: string;
  readonly permissions: readonly string[];
  readonly expiresAt: Timestamp;
  readonly lastUsedAt?: Timestamp | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface ServiceTokenPatch {
  readonly name?: string;
  readonly permissions?: readonly string[];
  readonly expiresAt?: Timestamp;
  readonly lastUsedAt?: Timestamp | null;
}

export type ServiceTokenFilter = Readonly<Record<string, never>>;

export type ServiceTokenSort = never;

export type RefreshTokenId = `rt-${string}`;

/** One link in a session's chain of refresh tokens. Only its hash is kept. */
export interface RefreshToken {
  readonly id: RefreshTokenId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly hash: string;
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly expiresAt: Timestamp;
  readonly usedAt: Timestamp | null;
  /** What it was traded for. */
  readonly successorId: RefreshTokenId | null;
}

/** A RefreshToken as others see it. */
export interface RefreshTokenView {
  readonly id: RefreshTokenId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly expiresAt: Timestamp;
  readonly usedAt: Timestamp | null;
  /** What it was traded for. */
  readonly successorId: RefreshTokenId | null;
}

/** What creates a RefreshToken. */
export interface RefreshTokenCreate {
  readonly hash: string;
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly expiresAt: Timestamp;
  readonly usedAt?: Timestamp | null;
  readonly successorId?: RefreshTokenId | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface RefreshTokenPatch {
  readonly expiresAt?: Timestamp;
  readonly usedAt?: Timestamp | null;
  readonly successorId?: RefreshTokenId | null;
}

export type RefreshTokenFilter = Readonly<Record<string, never>>;

export type RefreshTokenSort = never;

export interface Setup {
  /** True as long as nobody has an account. */
  readonly firstAccount: boolean;
  /** Whether an account can be created now. */
  readonly registration: boolean;
}

export interface Registration {
  readonly email: string;
  readonly password: NewPassword;
  readonly name: string;
  /** Name of the organization to create; the person's name unless told. */
  readonly organization?: string;
  /** The token of an invitation to this address: the account joins its organization, and gets none of its own. It also opens an installation whose registration is closed. */
  readonly invitation?: string;
  readonly keep?: Keep;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly keep?: Keep;
}

/** At least 12 characters, and none that is easily guessed. */
export type NewPassword = string;

/** Where the tokens go. A browser asks for cookie, so that no script can read them. */
export type Keep = "body" | "cookie";

export interface Refresh {
  readonly refreshToken?: string;
}

export interface SignedIn {
  /** Absent when it went into a cookie. */
  readonly accessToken?: string;
  /** Seconds until the access token ends. */
  readonly expiresIn: number;
  /** Absent when it went into a cookie. */
  readonly refreshToken?: string;
  readonly user: Person;
}

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export interface Me {
  readonly user: Person;
  /** The id of the session that asks. */
  readonly session: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  /** Whether they run the platform. */
  readonly administrator: boolean;
}

export interface Switch {
  /** Id of the organization. */
  readonly organization: string;
}

export interface OrganizationName {
  readonly name: string;
}

export interface InvitationAcceptance {
  /** The token of its link. */
  readonly invitation: string;
}

export interface MeChange {
  readonly name: string;
}

export interface PasswordChange {
  /** The password as it is. */
  readonly current: string;
  readonly password: NewPassword;
}

export interface SignOutEverywhere {
  /** Whether the session that asks goes on. */
  readonly butHere?: boolean;
}

export interface NewServiceToken {
  readonly name: string;
  /** What it may do; nothing that its maker may not. */
  readonly permissions: readonly string[];
  /** A year away at the most. */
  readonly expiresAt: Timestamp;
}

export interface MadeServiceToken {
  /** What a program sends as `Authorization: Bearer sk-…`. It cannot be shown again. */
  readonly token: string;
  readonly serviceToken: ServiceTokenShown;
}

export interface ServiceTokenShown {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly createdAt: Timestamp;
  /** Who made it. */
  readonly createdBy: string | null;
  readonly expiresAt: Timestamp;
  /** When it was last used, to the minute. */
  readonly lastUsedAt: Timestamp | null;
}

export interface SessionStanding {
  readonly alive: boolean;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly administrator: boolean;
}

export interface ServiceTokenStanding {
  readonly alive: boolean;
  readonly id?: string;
  /** The user for whom it speaks; null when it speaks for the organization. */
  readonly userId?: string | null;
  readonly organization?: string;
  readonly roles?: readonly string[];
  readonly permissions?: readonly string[];
  readonly expiresAt?: Timestamp;
}

/** What joinOrganization is given. */
export interface JoinOrganizationInput {
  readonly body: InvitationAcceptance;
}

/** What changeMe is given. */
export interface ChangeMeInput {
  readonly body: MeChange;
}

/** What foundOrganization is given. */
export interface FoundOrganizationInput {
  readonly body: OrganizationName;
}

/** What changePassword is given. */
export interface ChangePasswordInput {
  readonly body: PasswordChange;
}

/** What refresh is given. */
export interface RefreshInput {
  /** The refresh token of a browser. */
  readonly archwrightRefresh?: string;
  /** The value of the cookie `archwright_csrf`; needed by sessions in cookies. */
  readonly xCsrfToken?: string;
  readonly body?: Refresh;
}

/** What register is given. */
export interface RegisterInput {
  readonly body: Registration;
}

/** What createServiceToken is given. */
export interface CreateServiceTokenInput {
  readonly body: NewServiceToken;
}

/** What revokeServiceToken is given. */
export interface RevokeServiceTokenInput {
  readonly id: string;
}

/** What signIn is given. */
export interface SignInInput {
  readonly body: Credentials;
}

/** What signOutEverywhere is given. */
export interface SignOutEverywhereInput {
  readonly body?: SignOutEverywhere;
}

/** What switchOrganization is given. */
export interface SwitchOrganizationInput {
  readonly body: Switch;
}

/** What serviceTokenStanding is given. */
export interface ServiceTokenStandingInput {
  readonly hash: string;
}

/** What sessionStanding is given. */
export interface SessionStandingInput {
  readonly session: string;
  readonly user: string;
  readonly organization: string;
}

/** What createOrganizationServiceToken is given. */
export interface CreateOrganizationServiceTokenInput {
  readonly body: NewServiceToken;
}

/** What revokeOrganizationServiceToken is given. */
export interface RevokeOrganizationServiceTokenInput {
  readonly id: string;
}
