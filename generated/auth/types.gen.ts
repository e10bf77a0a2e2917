// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { TimeFilter, Timestamp } from "../../internal/core/database/lists.ts";
import type { JsonObject } from "../common/types.gen.ts";

export type LinkRequestId = `lr-${string}`;

/** Somebody asked for a link. It is taken up after the answer, which therefore cannot tell whether the address is known. */
export interface LinkRequest {
  readonly id: LinkRequestId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly purpose: "reset_password" | "magic_link" | "change_email";
  readonly email: string;
  /** Who wants the address, where it is to be theirs. */
  readonly userId: UserId | null;
}

/** A LinkRequest as others see it. */
export interface LinkRequestView {
  readonly id: LinkRequestId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly purpose: "reset_password" | "magic_link" | "change_email";
  /** Who wants the address, where it is to be theirs. */
  readonly userId: UserId | null;
}

/** What creates a LinkRequest. */
export interface LinkRequestCreate {
  readonly purpose: "reset_password" | "magic_link" | "change_email";
  readonly email: string;
  readonly userId?: UserId | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface LinkRequestPatch {
  readonly purpose?: "reset_password" | "magic_link" | "change_email";
  readonly email?: string;
  readonly userId?: UserId | null;
}

export type LinkRequestFilter = Readonly<Record<string, never>>;

export type LinkRequestSort = never;

export type LinkId = `lk-${string}`;

/** A link that was sent by mail, and works once. Only the hash of its token is kept. */
export interface Link {
  readonly id: LinkId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly purpose: "verify_email" | "change_email" | "reset_password" | "magic_link";
  readonly hash: string;
  readonly userId: UserId;
  /** Where it was sent. */
  readonly email: string;
  readonly expiresAt: Timestamp;
}

/** What creates a Link. */
export interface LinkCreate {
  readonly purpose: "verify_email" | "change_email" | "reset_password" | "magic_link";
  readonly hash: string;
  readonly userId: UserId;
  readonly email: string;
  readonly expiresAt: Timestamp;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface LinkPatch {
  readonly purpose?: "verify_email" | "change_email" | "reset_password" | "magic_link";
  readonly email?: string;
  readonly expiresAt?: Timestamp;
}

export interface LinkFilter {
  readonly expiresAt?: TimeFilter;
}

export type LinkSort = never;

export type ProviderAttemptId = `pa-${string}`;

/** A browser that was sent to a provider, and has not come back. */
export interface ProviderAttempt {
  readonly id: ProviderAttemptId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly provider: string;
  /** Of the state. */
  readonly hash: string;
  /** The hash of what the browser keeps in a cookie. */
  readonly browser: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
  /** Who wants to link the identity; absent for signing in. */
  readonly userId: UserId | null;
  readonly expiresAt: Timestamp;
}

/** What creates a ProviderAttempt. */
export interface ProviderAttemptCreate {
  readonly provider: string;
  readonly hash: string;
  readonly browser: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly userId?: UserId | null;
  readonly expiresAt: Timestamp;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface ProviderAttemptPatch {
  readonly provider?: string;
  readonly expiresAt?: Timestamp;
}

export type ProviderAttemptFilter = Readonly<Record<string, never>>;

export type ProviderAttemptSort = never;

export type IdentityId = `ie-${string}`;

/** Who somebody is at a provider, and signs in here as. */
export interface Identity {
  readonly id: IdentityId;
  readonly createdBy: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly provider: string;
  /** Their id there. */
  readonly subject: string;
  /** Their address there when they last came. */
  readonly email: string;
  readonly lastUsedAt: Timestamp | null;
}

/** What creates an Identity. */
export interface IdentityCreate {
  readonly provider: string;
  readonly subject: string;
  readonly email: string;
  readonly lastUsedAt?: Timestamp | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface IdentityPatch {
  readonly email?: string;
  readonly lastUsedAt?: Timestamp | null;
}

export type IdentityFilter = Readonly<Record<string, never>>;

export type IdentitySort = "createdAt" | "-createdAt";

export type DeviceSignInId = `ds-${string}`;

/** A program that waits for somebody to let it in (RFC 8628). Only hashes of its codes are kept. */
export interface DeviceSignIn {
  readonly id: DeviceSignInId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly client: string;
  readonly address: string | null;
  readonly hash: string;
  readonly userCodeHash: string;
  readonly state: "waiting" | "approved" | "denied";
  /** Who approved. */
  readonly userId: UserId | null;
  /** The session in which they did. */
  readonly sessionId: SessionId | null;
  /** What they had shown in the session in which they did. */
  readonly methods: readonly string[];
  /** Seconds to wait between two questions. */
  readonly interval: number;
  readonly askedAt: Timestamp | null;
  readonly expiresAt: Timestamp;
}

/** What creates a DeviceSignIn. */
export interface DeviceSignInCreate {
  readonly client: string;
  readonly address?: string | null;
  readonly hash: string;
  readonly userCodeHash: string;
  readonly state?: "waiting" | "approved" | "denied";
  readonly userId?: UserId | null;
  readonly sessionId?: SessionId | null;
  readonly methods?: readonly string[];
  readonly interval?: number;
  readonly askedAt?: Timestamp | null;
  readonly expiresAt: Timestamp;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface DeviceSignInPatch {
  readonly state?: "waiting" | "approved" | "denied";
  readonly userId?: UserId | null;
  readonly sessionId?: SessionId | null;
  readonly methods?: readonly string[];
  readonly interval?: number;
  readonly askedAt?: Timestamp | null;
  readonly expiresAt?: Timestamp;
}

export type DeviceSignInFilter = Readonly<Record<string, never>>;

export type DeviceSignInSort = never;

export type TotpId = `tp-${string}`;

/** The secret that an account shares with an authenticator app (RFC 6238). */
export interface Totp {
  readonly id: TotpId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly userId: UserId;
  readonly secret: string;
  /** Absent until a code has been shown. */
  readonly confirmedAt: Timestamp | null;
  /** The time step of the last code that was taken; none of it or before is taken again. */
  readonly lastStep: number;
}

/** What creates a Totp. */
export interface TotpCreate {
  readonly userId: UserId;
  readonly secret: string;
  readonly confirmedAt?: Timestamp | null;
  readonly lastStep?: number;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface TotpPatch {
  readonly confirmedAt?: Timestamp | null;
  readonly lastStep?: number;
}

export type TotpFilter = Readonly<Record<string, never>>;

export type TotpSort = never;

export type RecoveryCodeId = `rc-${string}`;

/** Lets its owner in once without their second factor. Only its hash is kept. */
export interface RecoveryCode {
  readonly id: RecoveryCodeId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly userId: UserId;
  readonly hash: string;
}

/** What creates a RecoveryCode. */
export interface RecoveryCodeCreate {
  readonly userId: UserId;
  readonly hash: string;
}

export type RecoveryCodeFilter = Readonly<Record<string, never>>;

export type RecoveryCodeSort = never;

export type TrustedDeviceId = `td-${string}`;

/** A device on which a second factor was given, and that is asked for none for a time. Only the hash of its cookie is kept. */
export interface TrustedDevice {
  readonly id: TrustedDeviceId;
  readonly createdBy: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly hash: string;
  /** What the device said of itself. */
  readonly device: string | null;
  readonly expiresAt: Timestamp;
}

/** A TrustedDevice as others see it. */
export interface TrustedDeviceView {
  readonly id: TrustedDeviceId;
  readonly createdBy: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  /** What the device said of itself. */
  readonly device: string | null;
  readonly expiresAt: Timestamp;
}

/** What creates a TrustedDevice. */
export interface TrustedDeviceCreate {
  readonly hash: string;
  readonly device?: string | null;
  readonly expiresAt: Timestamp;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface TrustedDevicePatch {
  readonly device?: string | null;
  readonly expiresAt?: Timestamp;
}

export type TrustedDeviceFilter = Readonly<Record<string, never>>;

export type TrustedDeviceSort = "createdAt" | "-createdAt";

export type ChallengeId = `ch-${string}`;

/** A step of signing in that waits for the next one. Only the hash of its token is kept. */
export interface Challenge {
  readonly id: ChallengeId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly purpose: "second_factor" | "passkey" | "passkey_sign_in" | "passkey_second_factor";
  readonly hash: string;
  readonly userId: UserId | null;
  /** What was shown so far, as RFC 8176 names it. */
  readonly methods: readonly string[];
  readonly expiresAt: Timestamp;
}

/** What creates a Challenge. */
export interface ChallengeCreate {
  readonly purpose: "second_factor" | "passkey" | "passkey_sign_in" | "passkey_second_factor";
  readonly hash: string;
  readonly userId?: UserId | null;
  readonly methods?: readonly string[];
  readonly expiresAt: Timestamp;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface ChallengePatch {
  readonly purpose?: "second_factor" | "passkey" | "passkey_sign_in" | "passkey_second_factor";
  readonly methods?: readonly string[];
  readonly expiresAt?: Timestamp;
}

export type ChallengeFilter = Readonly<Record<string, never>>;

export type ChallengeSort = never;

export type PasskeyId = `pk-${string}`;

/** A key pair on somebody's device, of which the public half is here (WebAuthn). */
export interface Passkey {
  readonly id: PasskeyId;
  readonly createdBy: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly name: string;
  readonly credentialId: string;
  readonly publicKey: string;
  /** What the device counted at the last sign-in. */
  readonly counter: number;
  readonly transports: readonly string[];
  /** Whether it is kept beyond one device. */
  readonly synced: boolean;
  readonly lastUsedAt: Timestamp | null;
}

/** A Passkey as others see it. */
export interface PasskeyView {
  readonly id: PasskeyId;
  readonly createdBy: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly name: string;
  readonly credentialId: string;
  /** What the device counted at the last sign-in. */
  readonly counter: number;
  readonly transports: readonly string[];
  /** Whether it is kept beyond one device. */
  readonly synced: boolean;
  readonly lastUsedAt: Timestamp | null;
}

/** What creates a Passkey. */
export interface PasskeyCreate {
  readonly name: string;
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports?: readonly string[];
  readonly synced?: boolean;
  readonly lastUsedAt?: Timestamp | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface PasskeyPatch {
  readonly name?: string;
  readonly counter?: number;
  readonly transports?: readonly string[];
  readonly synced?: boolean;
  readonly lastUsedAt?: Timestamp | null;
}

export type PasskeyFilter = Readonly<Record<string, never>>;

export type PasskeySort = "createdAt" | "-createdAt";

export type SignUpId = `su-${string}`;

/** Somebody asked for an account. It is taken up after the answer, and becomes one when its link is opened, or is forgotten. */
export interface SignUp {
  readonly id: SignUpId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly email: string;
  readonly name: string;
  readonly organization: string | null;
  readonly passwordHash: string;
  /** Of the token of the link, once it was sent. */
  readonly hash: string | null;
  readonly expiresAt: Timestamp;
}

/** A SignUp as others see it. */
export interface SignUpView {
  readonly id: SignUpId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly expiresAt: Timestamp;
}

/** What creates a SignUp. */
export interface SignUpCreate {
  readonly email: string;
  readonly name: string;
  readonly organization?: string | null;
  readonly passwordHash: string;
  readonly hash?: string | null;
  readonly expiresAt: Timestamp;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface SignUpPatch {
  readonly hash?: string | null;
}

export type SignUpFilter = Readonly<Record<string, never>>;

export type SignUpSort = never;

export type KnownBrowserId = `kb-${string}`;

/** A browser in which somebody has signed in. Only the hash of its cookie is kept. */
export interface KnownBrowser {
  readonly id: KnownBrowserId;
  readonly createdBy: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly hash: string;
  readonly expiresAt: Timestamp;
}

/** What creates a KnownBrowser. */
export interface KnownBrowserCreate {
  readonly hash: string;
  readonly expiresAt: Timestamp;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface KnownBrowserPatch {
  readonly expiresAt?: Timestamp;
}

export type KnownBrowserFilter = Readonly<Record<string, never>>;

export type KnownBrowserSort = never;

export type UserId = `us-${string}`;

/** A person who can sign in. */
export interface User {
  readonly id: UserId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly email: string;
  /** When they proved that mail to the address reaches them. */
  readonly emailVerifiedAt: Timestamp | null;
  /** Whether signing in takes a second step. */
  readonly secondFactor: boolean;
  readonly name: string;
  /** Absent for those who sign in by other means. */
  readonly passwordHash: string | null;
  /** Whether they run the platform. */
  readonly administrator: boolean;
  /** When whoever runs the platform disabled the account. */
  readonly disabledAt: Timestamp | null;
}

/** A User as others see it. */
export interface UserView {
  readonly id: UserId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly email: string;
  /** When they proved that mail to the address reaches them. */
  readonly emailVerifiedAt: Timestamp | null;
  /** Whether signing in takes a second step. */
  readonly secondFactor: boolean;
  readonly name: string;
  /** Whether they run the platform. */
  readonly administrator: boolean;
  /** When whoever runs the platform disabled the account. */
  readonly disabledAt: Timestamp | null;
}

/** What creates a User. */
export interface UserCreate {
  readonly email: string;
  readonly emailVerifiedAt?: Timestamp | null;
  readonly secondFactor?: boolean;
  readonly name: string;
  readonly passwordHash?: string | null;
  readonly administrator?: boolean;
  readonly disabledAt?: Timestamp | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface UserPatch {
  readonly email?: string;
  readonly emailVerifiedAt?: Timestamp | null;
  readonly secondFactor?: boolean;
  readonly name?: string;
  readonly passwordHash?: string | null;
  readonly administrator?: boolean;
  readonly disabledAt?: Timestamp | null;
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
  /** When somebody showed in it who they are. */
  readonly signedInAt: Timestamp;
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
  /** When somebody showed in it who they are. */
  readonly signedInAt: Timestamp;
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
  readonly signedInAt: Timestamp;
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

export interface Address {
  readonly email: string;
}

export interface LinkToken {
  /** What the link ends with. */
  readonly token: string;
}

export interface ProvenAddress {
  readonly email: string;
}

export interface PasswordReset {
  readonly token: string;
  readonly password: NewPassword;
}

export interface LinkSignIn {
  readonly token: string;
  readonly keep?: Keep;
}

export interface Provider {
  readonly id: string;
  readonly name: string;
}

export interface ProviderAddress {
  readonly url: string;
}

export interface ProviderReturn {
  /** What stands behind `?` in the address that the provider sent the browser to. */
  readonly query: string;
}

export interface ProviderSignIn {
  /** What stands behind `?` in the address that the provider sent the browser to. */
  readonly query: string;
  readonly keep?: Keep;
}

export interface DeviceRequest {
  /** What the program calls itself. */
  readonly client_id: string;
}

export interface DeviceCodes {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  /** Seconds. */
  readonly expires_in: number;
  /** Seconds to wait between two questions. */
  readonly interval: number;
}

export interface DeviceTokenRequest {
  /** urn:ietf:params:oauth:grant-type:device_code */
  readonly grant_type: string;
  readonly device_code: string;
  readonly client_id?: string;
}

export interface DeviceTokens {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly refresh_token: string;
}

export interface UserCode {
  readonly userCode: string;
}

export interface DeviceDecision {
  readonly userCode: string;
  readonly approve: boolean;
}

export interface DeviceShown {
  /** What the program calls itself. */
  readonly client: string;
  /** Where from it asked. */
  readonly address?: string | null;
  readonly createdAt: Timestamp;
}

export interface SecondFactor {
  /** Whether signing in takes a second step. */
  readonly on: boolean;
  /** Whether an authenticator app counts. */
  readonly totp: boolean;
  /** How many passkeys there are. */
  readonly passkeys: number;
  /** How many recovery codes are left. */
  readonly recoveryCodes: number;
}

export interface TotpSecret {
  /** To be typed in (base32). */
  readonly secret: string;
  /** To be shown as a QR code: otpauth://totp/… */
  readonly uri: string;
}

export interface TotpCode {
  readonly code: SixDigits;
}

/** What the authenticator app shows. */
export type SixDigits = string;

export interface RecoveryCodes {
  /** Each works once in place of the second factor. */
  readonly codes: readonly string[];
}

export interface ChallengeToken {
  /** What the first step answered. */
  readonly challenge: string;
}

export interface SecondFactorSignIn {
  /** What the first step answered. */
  readonly challenge: string;
  readonly code?: SixDigits;
  readonly recoveryCode?: string;
  readonly passkey?: PasskeyProof;
  /** Whether this device is asked for no second factor for 30 days; for browsers, which keep a cookie. */
  readonly trustDevice?: boolean;
  readonly keep?: Keep;
}

export interface NewPasskey {
  readonly name: string;
  readonly credential: PasskeyMade;
}

export interface PasskeyName {
  readonly name: string;
}

/** RegistrationResponseJSON of WebAuthn. */
export interface PasskeyMade {
  readonly id: CredentialId;
  readonly rawId: CredentialId;
  readonly type: "public-key";
  readonly authenticatorAttachment?: string | null;
  readonly clientExtensionResults?: JsonObject;
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string; readonly transports?: readonly string[] };
}

/** AuthenticationResponseJSON of WebAuthn. */
export interface PasskeyProof {
  readonly id: CredentialId;
  readonly rawId: CredentialId;
  readonly type: "public-key";
  readonly authenticatorAttachment?: string | null;
  readonly clientExtensionResults?: JsonObject;
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle?: string | null;
  };
}

export type CredentialId = string;

export interface PasskeySignIn {
  readonly credential: PasskeyProof;
  readonly keep?: Keep;
}

export interface Setup {
  /** True as long as nobody has an account. */
  readonly firstAccount: boolean;
  /** Whether an account can be created now. */
  readonly registration: boolean;
  /** Whether it begins with a link that goes to its address: with `signUp`, not with `register`. */
  readonly confirmation: boolean;
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

export interface SignUpRequest {
  readonly email: string;
  readonly password: NewPassword;
  readonly name: string;
  /** Name of the organization to create; the person's name unless told. */
  readonly organization?: string;
}

export interface SignUpConfirmation {
  /** What the link ends with. */
  readonly token: string;
  /** As it was chosen when the account was asked for: only who asked knows it. */
  readonly password: string;
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
  /** Whether they have confirmed their e-mail address. */
  readonly emailVerified: boolean;
  /** What organizations of theirs ask for before they can act there. */
  readonly lacks: readonly ("verified_email" | "second_factor")[];
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

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly administrator: boolean;
  readonly disabled: boolean;
  readonly createdAt: Timestamp;
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

export interface GivenPassword {
  readonly password: string;
}

export interface Administration {
  readonly administrator: boolean;
}

export interface Disabling {
  readonly disabled: boolean;
}

export interface SessionStanding {
  readonly alive: boolean;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  /** Ids of the teams that they belong to. */
  readonly teams: readonly string[];
  /** Whether they see what is any team's. */
  readonly everyTeam: boolean;
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
  /** Ids of the teams whose rows it sees. */
  readonly teams?: readonly string[];
  /** Whether it sees what is any team's. */
  readonly everyTeam?: boolean;
  readonly expiresAt?: Timestamp;
}

/** What beginDeviceSignIn is given. */
export interface BeginDeviceSignInInput {
  readonly body: DeviceRequest;
}

/** What decideDevice is given. */
export interface DecideDeviceInput {
  readonly body: DeviceDecision;
}

/** What lookUpDevice is given. */
export interface LookUpDeviceInput {
  readonly body: UserCode;
}

/** What deviceToken is given. */
export interface DeviceTokenInput {
  readonly body: DeviceTokenRequest;
}

/** What changeEmail is given. */
export interface ChangeEmailInput {
  readonly body: Address;
}

/** What confirmEmail is given. */
export interface ConfirmEmailInput {
  readonly body: LinkToken;
}

/** What linkIdentity is given. */
export interface LinkIdentityInput {
  /** Shows that this browser was sent to the provider. */
  readonly archwrightAttempt?: string;
  readonly body: ProviderReturn;
}

/** What joinOrganization is given. */
export interface JoinOrganizationInput {
  readonly body: InvitationAcceptance;
}

/** What requestMagicLink is given. */
export interface RequestMagicLinkInput {
  readonly body: Address;
}

/** What signInByLink is given. */
export interface SignInByLinkInput {
  /** Shows that a second factor was given on this device before. */
  readonly archwrightDevice?: string;
  readonly body: LinkSignIn;
}

/** What changeMe is given. */
export interface ChangeMeInput {
  readonly body: MeChange;
}

/** What foundOrganization is given. */
export interface FoundOrganizationInput {
  readonly body: OrganizationName;
}

/** What signInByPasskey is given. */
export interface SignInByPasskeyInput {
  readonly body: PasskeySignIn;
}

/** What addPasskey is given. */
export interface AddPasskeyInput {
  readonly body: NewPasskey;
}

/** What renamePasskey is given. */
export interface RenamePasskeyInput {
  /** Id of the passkey. */
  readonly id: string;
  readonly body: PasskeyName;
}

/** What changePassword is given. */
export interface ChangePasswordInput {
  readonly body: PasswordChange;
}

/** What requestPasswordReset is given. */
export interface RequestPasswordResetInput {
  readonly body: Address;
}

/** What resetPassword is given. */
export interface ResetPasswordInput {
  readonly body: PasswordReset;
}

/** What signInByProvider is given. */
export interface SignInByProviderInput {
  /** Shows that this browser was sent to the provider. */
  readonly archwrightAttempt?: string;
  /** Shows that a second factor was given on this device before. */
  readonly archwrightDevice?: string;
  readonly body: ProviderSignIn;
}

/** What beginProviderLink is given. */
export interface BeginProviderLinkInput {
  /** As it is listed: google. */
  readonly provider: string;
}

/** What beginProviderSignIn is given. */
export interface BeginProviderSignInInput {
  /** As it is listed: google. */
  readonly provider: string;
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

/** What secondFactorPasskeyOptions is given. */
export interface SecondFactorPasskeyOptionsInput {
  readonly body: ChallengeToken;
}

/** What signInSecondFactor is given. */
export interface SignInSecondFactorInput {
  readonly body: SecondFactorSignIn;
}

/** What confirmTotp is given. */
export interface ConfirmTotpInput {
  readonly body: TotpCode;
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
  /** Shows that a second factor was given on this device before. */
  readonly archwrightDevice?: string;
  /** Shows that somebody has signed in with this browser before. */
  readonly archwrightKnown?: string;
  readonly body: Credentials;
}

/** What signOutEverywhere is given. */
export interface SignOutEverywhereInput {
  readonly body?: SignOutEverywhere;
}

/** What signUp is given. */
export interface SignUpInput {
  readonly body: SignUpRequest;
}

/** What confirmSignUp is given. */
export interface ConfirmSignUpInput {
  readonly body: SignUpConfirmation;
}

/** What switchOrganization is given. */
export interface SwitchOrganizationInput {
  readonly body: Switch;
}

/** What verifyEmail is given. */
export interface VerifyEmailInput {
  readonly body: LinkToken;
}

/** What resetSecondFactor is given. */
export interface ResetSecondFactorInput {
  readonly body: Address;
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

/** What createUser is given. */
export interface CreateUserInput {
  readonly body: NewAccount;
}

/** What setAdministrator is given. */
export interface SetAdministratorInput {
  readonly email: string;
  readonly body: Administration;
}

/** What setDisabled is given. */
export interface SetDisabledInput {
  readonly email: string;
  readonly body: Disabling;
}

/** What setPassword is given. */
export interface SetPasswordInput {
  readonly email: string;
  readonly body: GivenPassword;
}

/** What endSessions is given. */
export interface EndSessionsInput {
  readonly email: string;
}

/** What createOrganizationServiceToken is given. */
export interface CreateOrganizationServiceTokenInput {
  readonly body: NewServiceToken;
}

/** What revokeOrganizationServiceToken is given. */
export interface RevokeOrganizationServiceTokenInput {
  readonly id: string;
}
