// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { HttpHandler } from "msw";
import { auditRecordMock } from "../../internal/core/testing/audit-record-mock.ts";
import { type MockOperation, type MockOutcomes, mockHandlers, mockPage } from "../../internal/core/testing/mock-handlers.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { jsonObjectMock } from "../common/mocks.gen.ts";
import type { AuthService } from "./service.gen.ts";
import type {
  Account,
  Address,
  Administration,
  ChallengeCreate,
  ChallengePatch,
  ChallengeToken,
  CredentialId,
  Credentials,
  DeviceCodes,
  DeviceDecision,
  DeviceRequest,
  DeviceShown,
  DeviceSignInCreate,
  DeviceSignInPatch,
  DeviceTokenRequest,
  DeviceTokens,
  Disabling,
  GivenPassword,
  Identity,
  IdentityCreate,
  IdentityPatch,
  InvitationAcceptance,
  Keep,
  KnownBrowserCreate,
  KnownBrowserPatch,
  LinkCreate,
  LinkPatch,
  LinkRequest,
  LinkRequestCreate,
  LinkRequestPatch,
  LinkSignIn,
  LinkToken,
  MadeServiceToken,
  Me,
  MeChange,
  NewAccount,
  NewPasskey,
  NewPassword,
  NewServiceToken,
  OrganizationName,
  Passkey,
  PasskeyCreate,
  PasskeyMade,
  PasskeyName,
  PasskeyPatch,
  PasskeyProof,
  PasskeySignIn,
  PasswordChange,
  PasswordReset,
  Person,
  ProvenAddress,
  Provider,
  ProviderAddress,
  ProviderAttemptCreate,
  ProviderAttemptPatch,
  ProviderReturn,
  ProviderSignIn,
  RecoveryCodeCreate,
  RecoveryCodes,
  Refresh,
  RefreshTokenCreate,
  RefreshTokenPatch,
  Registration,
  SecondFactor,
  SecondFactorSignIn,
  ServiceTokenCreate,
  ServiceTokenPatch,
  ServiceTokenShown,
  ServiceTokenStanding,
  Session,
  SessionCreate,
  SessionPatch,
  SessionStanding,
  Setup,
  SignedIn,
  SignOutEverywhere,
  SignUp,
  SignUpConfirmation,
  SignUpCreate,
  SignUpPatch,
  SignUpRequest,
  SixDigits,
  Switch,
  TotpCode,
  TotpCreate,
  TotpPatch,
  TotpSecret,
  TrustedDevice,
  TrustedDeviceCreate,
  TrustedDevicePatch,
  User,
  UserCode,
  UserCreate,
  UserPatch,
} from "./types.gen.ts";
import { passkeyView, sessionView, trustedDeviceView } from "./views.gen.ts";

export function addressMock(number: number, given: Partial<Address> = {}): Address {
  const make = seeded("Address", number);
  return {
    email: make.text({ format: "email", maxLength: 254 }),
    ...given,
  };
}

export function linkTokenMock(number: number, given: Partial<LinkToken> = {}): LinkToken {
  const make = seeded("LinkToken", number);
  return {
    token: make.text({ format: "password", maxLength: 200, minLength: 1 }),
    ...given,
  };
}

export function provenAddressMock(number: number, given: Partial<ProvenAddress> = {}): ProvenAddress {
  const make = seeded("ProvenAddress", number);
  return {
    email: make.text(),
    ...given,
  };
}

export function passwordResetMock(number: number, given: Partial<PasswordReset> = {}): PasswordReset {
  const make = seeded("PasswordReset", number);
  return {
    token: make.text({ format: "password", maxLength: 200, minLength: 1 }),
    password: newPasswordMock(number),
    ...given,
  };
}

export function linkSignInMock(number: number, given: Partial<LinkSignIn> = {}): LinkSignIn {
  const make = seeded("LinkSignIn", number);
  return {
    token: make.text({ format: "password", maxLength: 200, minLength: 1 }),
    keep: keepMock(number),
    ...given,
  };
}

export function linkRequestMock(number: number, given: Partial<LinkRequest> = {}): LinkRequest {
  const make = seeded("LinkRequest", number);
  return {
    id: make.id("lr"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    purpose: make.pick(["reset_password", "magic_link", "change_email"]),
    email: make.text({ maxLength: 254 }),
    userId: make.id("us"),
    ...given,
  };
}

export function providerMock(number: number, given: Partial<Provider> = {}): Provider {
  const make = seeded("Provider", number);
  return {
    id: make.text(),
    name: make.text(),
    ...given,
  };
}

export function providerAddressMock(number: number, given: Partial<ProviderAddress> = {}): ProviderAddress {
  const make = seeded("ProviderAddress", number);
  return {
    url: make.text(),
    ...given,
  };
}

export function providerReturnMock(number: number, given: Partial<ProviderReturn> = {}): ProviderReturn {
  const make = seeded("ProviderReturn", number);
  return {
    query: make.text({ maxLength: 8192 }),
    ...given,
  };
}

export function providerSignInMock(number: number, given: Partial<ProviderSignIn> = {}): ProviderSignIn {
  const make = seeded("ProviderSignIn", number);
  return {
    query: make.text({ maxLength: 8192 }),
    keep: keepMock(number),
    ...given,
  };
}

export function identityMock(number: number, given: Partial<Identity> = {}): Identity {
  const make = seeded("Identity", number);
  return {
    id: make.id("ie"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    provider: make.text({ maxLength: 40 }),
    subject: make.text({ maxLength: 255 }),
    email: make.text({ maxLength: 254 }),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function deviceRequestMock(number: number, given: Partial<DeviceRequest> = {}): DeviceRequest {
  const make = seeded("DeviceRequest", number);
  return {
    client_id: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function deviceCodesMock(number: number, given: Partial<DeviceCodes> = {}): DeviceCodes {
  const make = seeded("DeviceCodes", number);
  return {
    device_code: make.text({ format: "password" }),
    user_code: make.text(),
    verification_uri: make.text(),
    verification_uri_complete: make.text(),
    expires_in: make.integer(),
    interval: make.integer(),
    ...given,
  };
}

export function deviceTokenRequestMock(number: number, given: Partial<DeviceTokenRequest> = {}): DeviceTokenRequest {
  const make = seeded("DeviceTokenRequest", number);
  return {
    grant_type: make.text({ maxLength: 100 }),
    device_code: make.text({ format: "password", maxLength: 200 }),
    client_id: make.text({ maxLength: 100 }),
    ...given,
  };
}

export function deviceTokensMock(number: number, given: Partial<DeviceTokens> = {}): DeviceTokens {
  const make = seeded("DeviceTokens", number);
  return {
    access_token: make.text({ format: "password" }),
    token_type: make.text(),
    expires_in: make.integer(),
    refresh_token: make.text({ format: "password" }),
    ...given,
  };
}

export function userCodeMock(number: number, given: Partial<UserCode> = {}): UserCode {
  const make = seeded("UserCode", number);
  return {
    userCode: make.text({ maxLength: 20, minLength: 1 }),
    ...given,
  };
}

export function deviceDecisionMock(number: number, given: Partial<DeviceDecision> = {}): DeviceDecision {
  const make = seeded("DeviceDecision", number);
  return {
    userCode: make.text({ maxLength: 20, minLength: 1 }),
    approve: make.boolean(),
    ...given,
  };
}

export function deviceShownMock(number: number, given: Partial<DeviceShown> = {}): DeviceShown {
  const make = seeded("DeviceShown", number);
  return {
    client: make.text(),
    address: make.text(),
    createdAt: make.time(),
    ...given,
  };
}

export function secondFactorMock(number: number, given: Partial<SecondFactor> = {}): SecondFactor {
  const make = seeded("SecondFactor", number);
  return {
    on: make.boolean(),
    totp: make.boolean(),
    passkeys: make.integer(),
    recoveryCodes: make.integer(),
    ...given,
  };
}

export function totpSecretMock(number: number, given: Partial<TotpSecret> = {}): TotpSecret {
  const make = seeded("TotpSecret", number);
  return {
    secret: make.text({ format: "password" }),
    uri: make.text(),
    ...given,
  };
}

export function totpCodeMock(number: number, given: Partial<TotpCode> = {}): TotpCode {
  return {
    code: sixDigitsMock(number),
    ...given,
  };
}

export function sixDigitsMock(number: number): SixDigits {
  const make = seeded("SixDigits", number);
  return make.text({ pattern: "^[0-9]{6}$" });
}

export function recoveryCodesMock(number: number, given: Partial<RecoveryCodes> = {}): RecoveryCodes {
  const make = seeded("RecoveryCodes", number);
  return {
    codes: make.list({}, () => make.text()),
    ...given,
  };
}

export function challengeTokenMock(number: number, given: Partial<ChallengeToken> = {}): ChallengeToken {
  const make = seeded("ChallengeToken", number);
  return {
    challenge: make.text({ format: "password", maxLength: 200, minLength: 1 }),
    ...given,
  };
}

export function secondFactorSignInMock(number: number, given: Partial<SecondFactorSignIn> = {}): SecondFactorSignIn {
  const make = seeded("SecondFactorSignIn", number);
  return {
    challenge: make.text({ format: "password", maxLength: 200, minLength: 1 }),
    code: sixDigitsMock(number),
    recoveryCode: make.text({ format: "password", maxLength: 40, minLength: 1 }),
    passkey: passkeyProofMock(number),
    trustDevice: make.boolean(),
    keep: keepMock(number),
    ...given,
  };
}

export function trustedDeviceMock(number: number, given: Partial<TrustedDevice> = {}): TrustedDevice {
  const make = seeded("TrustedDevice", number);
  return {
    id: make.id("td"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    hash: make.text(),
    device: make.text({ maxLength: 300 }),
    expiresAt: make.time(),
    ...given,
  };
}

export function newPasskeyMock(number: number, given: Partial<NewPasskey> = {}): NewPasskey {
  const make = seeded("NewPasskey", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    credential: passkeyMadeMock(number),
    ...given,
  };
}

export function passkeyNameMock(number: number, given: Partial<PasskeyName> = {}): PasskeyName {
  const make = seeded("PasskeyName", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function passkeyMadeMock(number: number, given: Partial<PasskeyMade> = {}): PasskeyMade {
  const make = seeded("PasskeyMade", number);
  return {
    id: credentialIdMock(number),
    rawId: credentialIdMock(number),
    type: make.pick(["public-key"]),
    authenticatorAttachment: make.text({ maxLength: 40 }),
    clientExtensionResults: jsonObjectMock(number),
    response: {
      clientDataJSON: make.text({ maxLength: 4096 }),
      attestationObject: make.text({ maxLength: 65536 }),
      transports: make.list({ maxItems: 10 }, () => make.text({ maxLength: 20 })),
    },
    ...given,
  };
}

export function passkeyProofMock(number: number, given: Partial<PasskeyProof> = {}): PasskeyProof {
  const make = seeded("PasskeyProof", number);
  return {
    id: credentialIdMock(number),
    rawId: credentialIdMock(number),
    type: make.pick(["public-key"]),
    authenticatorAttachment: make.text({ maxLength: 40 }),
    clientExtensionResults: jsonObjectMock(number),
    response: {
      clientDataJSON: make.text({ maxLength: 4096 }),
      authenticatorData: make.text({ maxLength: 4096 }),
      signature: make.text({ maxLength: 8192 }),
      userHandle: make.text({ maxLength: 200 }),
    },
    ...given,
  };
}

export function credentialIdMock(number: number): CredentialId {
  const make = seeded("CredentialId", number);
  return make.text({ maxLength: 1400, minLength: 1, pattern: "^[A-Za-z0-9_-]+$" });
}

export function passkeySignInMock(number: number, given: Partial<PasskeySignIn> = {}): PasskeySignIn {
  return {
    credential: passkeyProofMock(number),
    keep: keepMock(number),
    ...given,
  };
}

export function passkeyMock(number: number, given: Partial<Passkey> = {}): Passkey {
  const make = seeded("Passkey", number);
  return {
    id: make.id("pk"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    name: make.text({ maxLength: 100, minLength: 1 }),
    credentialId: make.text(),
    publicKey: make.text(),
    counter: make.integer(),
    transports: make.list({}, () => make.text({ maxLength: 20 })),
    synced: make.boolean(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function setupMock(number: number, given: Partial<Setup> = {}): Setup {
  const make = seeded("Setup", number);
  return {
    firstAccount: make.boolean(),
    registration: make.boolean(),
    confirmation: make.boolean(),
    ...given,
  };
}

export function registrationMock(number: number, given: Partial<Registration> = {}): Registration {
  const make = seeded("Registration", number);
  return {
    email: make.text({ format: "email", maxLength: 254 }),
    password: newPasswordMock(number),
    name: make.text({ maxLength: 100, minLength: 1 }),
    organization: make.text({ maxLength: 100, minLength: 1 }),
    invitation: make.text({ maxLength: 200, minLength: 1 }),
    keep: keepMock(number),
    ...given,
  };
}

export function signUpRequestMock(number: number, given: Partial<SignUpRequest> = {}): SignUpRequest {
  const make = seeded("SignUpRequest", number);
  return {
    email: make.text({ format: "email", maxLength: 254 }),
    password: newPasswordMock(number),
    name: make.text({ maxLength: 100, minLength: 1 }),
    organization: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function signUpConfirmationMock(number: number, given: Partial<SignUpConfirmation> = {}): SignUpConfirmation {
  const make = seeded("SignUpConfirmation", number);
  return {
    token: make.text({ maxLength: 200, minLength: 1 }),
    password: make.text({ maxLength: 200, minLength: 1 }),
    keep: keepMock(number),
    ...given,
  };
}

export function signUpMock(number: number, given: Partial<SignUp> = {}): SignUp {
  const make = seeded("SignUp", number);
  return {
    id: make.id("su"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    email: make.text({ maxLength: 254 }),
    name: make.text({ maxLength: 100, minLength: 1 }),
    organization: make.text({ maxLength: 100 }),
    passwordHash: make.text(),
    hash: make.text(),
    expiresAt: make.time(),
    ...given,
  };
}

export function credentialsMock(number: number, given: Partial<Credentials> = {}): Credentials {
  const make = seeded("Credentials", number);
  return {
    email: make.text({ format: "email", maxLength: 254 }),
    password: make.text({ format: "password", maxLength: 200, minLength: 1 }),
    keep: keepMock(number),
    ...given,
  };
}

export function newPasswordMock(number: number): NewPassword {
  const make = seeded("NewPassword", number);
  return make.text({ maxLength: 200, minLength: 12 });
}

export function keepMock(number: number): Keep {
  const make = seeded("Keep", number);
  return make.pick(["body", "cookie"]);
}

export function refreshMock(number: number, given: Partial<Refresh> = {}): Refresh {
  const make = seeded("Refresh", number);
  return {
    refreshToken: make.text({ format: "password", maxLength: 200 }),
    ...given,
  };
}

export function signedInMock(number: number, given: Partial<SignedIn> = {}): SignedIn {
  const make = seeded("SignedIn", number);
  return {
    accessToken: make.text({ format: "password" }),
    expiresIn: make.integer(),
    refreshToken: make.text({ format: "password" }),
    user: personMock(number),
    ...given,
  };
}

export function personMock(number: number, given: Partial<Person> = {}): Person {
  const make = seeded("Person", number);
  return {
    id: make.text(),
    email: make.text(),
    name: make.text(),
    ...given,
  };
}

export function meMock(number: number, given: Partial<Me> = {}): Me {
  const make = seeded("Me", number);
  return {
    emailVerified: make.boolean(),
    lacks: make.list({}, () => make.pick(["verified_email", "second_factor"])),
    user: personMock(number),
    session: make.text(),
    organization: { id: make.text(), name: make.text() },
    roles: make.list({}, () => make.text()),
    permissions: make.list({}, () => make.text()),
    administrator: make.boolean(),
    ...given,
  };
}

export function switchMock(number: number, given: Partial<Switch> = {}): Switch {
  const make = seeded("Switch", number);
  return {
    organization: make.text({ maxLength: 40 }),
    ...given,
  };
}

export function organizationNameMock(number: number, given: Partial<OrganizationName> = {}): OrganizationName {
  const make = seeded("OrganizationName", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function invitationAcceptanceMock(number: number, given: Partial<InvitationAcceptance> = {}): InvitationAcceptance {
  const make = seeded("InvitationAcceptance", number);
  return {
    invitation: make.text({ maxLength: 200, minLength: 1 }),
    ...given,
  };
}

export function meChangeMock(number: number, given: Partial<MeChange> = {}): MeChange {
  const make = seeded("MeChange", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function passwordChangeMock(number: number, given: Partial<PasswordChange> = {}): PasswordChange {
  const make = seeded("PasswordChange", number);
  return {
    current: make.text({ maxLength: 200, minLength: 1 }),
    password: newPasswordMock(number),
    ...given,
  };
}

export function signOutEverywhereMock(number: number, given: Partial<SignOutEverywhere> = {}): SignOutEverywhere {
  const make = seeded("SignOutEverywhere", number);
  return {
    butHere: make.boolean(),
    ...given,
  };
}

export function newServiceTokenMock(number: number, given: Partial<NewServiceToken> = {}): NewServiceToken {
  const make = seeded("NewServiceToken", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    permissions: make.list({ maxItems: 200, minItems: 1 }, () => make.text({ maxLength: 100 })),
    expiresAt: make.time(),
    ...given,
  };
}

export function madeServiceTokenMock(number: number, given: Partial<MadeServiceToken> = {}): MadeServiceToken {
  const make = seeded("MadeServiceToken", number);
  return {
    token: make.text({ format: "password" }),
    serviceToken: serviceTokenShownMock(number),
    ...given,
  };
}

export function serviceTokenShownMock(number: number, given: Partial<ServiceTokenShown> = {}): ServiceTokenShown {
  const make = seeded("ServiceTokenShown", number);
  return {
    id: make.text(),
    name: make.text(),
    permissions: make.list({}, () => make.text()),
    createdAt: make.time(),
    createdBy: make.text(),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function accountMock(number: number, given: Partial<Account> = {}): Account {
  const make = seeded("Account", number);
  return {
    id: make.text(),
    email: make.text(),
    name: make.text(),
    administrator: make.boolean(),
    disabled: make.boolean(),
    createdAt: make.time(),
    ...given,
  };
}

export function newAccountMock(number: number, given: Partial<NewAccount> = {}): NewAccount {
  const make = seeded("NewAccount", number);
  return {
    email: make.text(),
    name: make.text(),
    password: make.text({ format: "password" }),
    ...given,
  };
}

export function givenPasswordMock(number: number, given: Partial<GivenPassword> = {}): GivenPassword {
  const make = seeded("GivenPassword", number);
  return {
    password: make.text({ format: "password" }),
    ...given,
  };
}

export function administrationMock(number: number, given: Partial<Administration> = {}): Administration {
  const make = seeded("Administration", number);
  return {
    administrator: make.boolean(),
    ...given,
  };
}

export function disablingMock(number: number, given: Partial<Disabling> = {}): Disabling {
  const make = seeded("Disabling", number);
  return {
    disabled: make.boolean(),
    ...given,
  };
}

export function sessionStandingMock(number: number, given: Partial<SessionStanding> = {}): SessionStanding {
  const make = seeded("SessionStanding", number);
  return {
    alive: make.boolean(),
    roles: make.list({}, () => make.text()),
    permissions: make.list({}, () => make.text()),
    teams: make.list({}, () => make.text()),
    everyTeam: make.boolean(),
    administrator: make.boolean(),
    ...given,
  };
}

export function serviceTokenStandingMock(number: number, given: Partial<ServiceTokenStanding> = {}): ServiceTokenStanding {
  const make = seeded("ServiceTokenStanding", number);
  return {
    alive: make.boolean(),
    id: make.text(),
    userId: make.text(),
    organization: make.text(),
    roles: make.list({}, () => make.text()),
    permissions: make.list({}, () => make.text()),
    teams: make.list({}, () => make.text()),
    everyTeam: make.boolean(),
    expiresAt: make.time(),
    ...given,
  };
}

export function userMock(number: number, given: Partial<User> = {}): User {
  const make = seeded("User", number);
  return {
    id: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    email: make.text({ maxLength: 254 }),
    emailVerifiedAt: make.time(),
    secondFactor: make.boolean(),
    name: make.text({ maxLength: 100, minLength: 1 }),
    passwordHash: make.text(),
    administrator: make.boolean(),
    disabledAt: make.time(),
    ...given,
  };
}

export function sessionMock(number: number, given: Partial<Session> = {}): Session {
  const make = seeded("Session", number);
  return {
    id: make.id("ss"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    signedInAt: make.time(),
    organization: make.text(),
    device: make.text({ maxLength: 300 }),
    address: make.text({ maxLength: 60 }),
    methods: make.list({}, () => make.text({ maxLength: 20 })),
    csrfHash: make.text(),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function linkRequestCreateMock(number: number, given: Partial<LinkRequestCreate> = {}): LinkRequestCreate {
  const make = seeded("LinkRequestCreate", number);
  return {
    purpose: make.pick(["reset_password", "magic_link", "change_email"]),
    email: make.text({ maxLength: 254 }),
    userId: make.id("us"),
    ...given,
  };
}

export function linkRequestPatchMock(number: number, given: Partial<LinkRequestPatch> = {}): LinkRequestPatch {
  const make = seeded("LinkRequestPatch", number);
  return {
    purpose: make.pick(["reset_password", "magic_link", "change_email"]),
    email: make.text({ maxLength: 254 }),
    userId: make.id("us"),
    ...given,
  };
}

export function linkCreateMock(number: number, given: Partial<LinkCreate> = {}): LinkCreate {
  const make = seeded("LinkCreate", number);
  return {
    purpose: make.pick(["verify_email", "change_email", "reset_password", "magic_link"]),
    hash: make.text(),
    userId: make.id("us"),
    email: make.text({ maxLength: 254 }),
    expiresAt: make.time(),
    ...given,
  };
}

export function linkPatchMock(number: number, given: Partial<LinkPatch> = {}): LinkPatch {
  const make = seeded("LinkPatch", number);
  return {
    purpose: make.pick(["verify_email", "change_email", "reset_password", "magic_link"]),
    email: make.text({ maxLength: 254 }),
    expiresAt: make.time(),
    ...given,
  };
}

export function providerAttemptCreateMock(number: number, given: Partial<ProviderAttemptCreate> = {}): ProviderAttemptCreate {
  const make = seeded("ProviderAttemptCreate", number);
  return {
    provider: make.text({ maxLength: 40 }),
    hash: make.text(),
    browser: make.text(),
    nonce: make.text(),
    verifier: make.text(),
    userId: make.id("us"),
    expiresAt: make.time(),
    ...given,
  };
}

export function providerAttemptPatchMock(number: number, given: Partial<ProviderAttemptPatch> = {}): ProviderAttemptPatch {
  const make = seeded("ProviderAttemptPatch", number);
  return {
    provider: make.text({ maxLength: 40 }),
    expiresAt: make.time(),
    ...given,
  };
}

export function identityCreateMock(number: number, given: Partial<IdentityCreate> = {}): IdentityCreate {
  const make = seeded("IdentityCreate", number);
  return {
    provider: make.text({ maxLength: 40 }),
    subject: make.text({ maxLength: 255 }),
    email: make.text({ maxLength: 254 }),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function identityPatchMock(number: number, given: Partial<IdentityPatch> = {}): IdentityPatch {
  const make = seeded("IdentityPatch", number);
  return {
    email: make.text({ maxLength: 254 }),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function deviceSignInCreateMock(number: number, given: Partial<DeviceSignInCreate> = {}): DeviceSignInCreate {
  const make = seeded("DeviceSignInCreate", number);
  return {
    client: make.text({ maxLength: 100 }),
    address: make.text({ maxLength: 60 }),
    hash: make.text(),
    userCodeHash: make.text(),
    state: make.pick(["waiting", "approved", "denied"]),
    userId: make.id("us"),
    sessionId: make.id("ss"),
    methods: make.list({}, () => make.text({ maxLength: 20 })),
    interval: make.integer(),
    askedAt: make.time(),
    expiresAt: make.time(),
    ...given,
  };
}

export function deviceSignInPatchMock(number: number, given: Partial<DeviceSignInPatch> = {}): DeviceSignInPatch {
  const make = seeded("DeviceSignInPatch", number);
  return {
    state: make.pick(["waiting", "approved", "denied"]),
    userId: make.id("us"),
    sessionId: make.id("ss"),
    methods: make.list({}, () => make.text({ maxLength: 20 })),
    interval: make.integer(),
    askedAt: make.time(),
    expiresAt: make.time(),
    ...given,
  };
}

export function totpCreateMock(number: number, given: Partial<TotpCreate> = {}): TotpCreate {
  const make = seeded("TotpCreate", number);
  return {
    userId: make.id("us"),
    secret: make.text(),
    confirmedAt: make.time(),
    lastStep: make.integer(),
    ...given,
  };
}

export function totpPatchMock(number: number, given: Partial<TotpPatch> = {}): TotpPatch {
  const make = seeded("TotpPatch", number);
  return {
    confirmedAt: make.time(),
    lastStep: make.integer(),
    ...given,
  };
}

export function recoveryCodeCreateMock(number: number, given: Partial<RecoveryCodeCreate> = {}): RecoveryCodeCreate {
  const make = seeded("RecoveryCodeCreate", number);
  return {
    userId: make.id("us"),
    hash: make.text(),
    ...given,
  };
}

export function trustedDeviceCreateMock(number: number, given: Partial<TrustedDeviceCreate> = {}): TrustedDeviceCreate {
  const make = seeded("TrustedDeviceCreate", number);
  return {
    hash: make.text(),
    device: make.text({ maxLength: 300 }),
    expiresAt: make.time(),
    ...given,
  };
}

export function trustedDevicePatchMock(number: number, given: Partial<TrustedDevicePatch> = {}): TrustedDevicePatch {
  const make = seeded("TrustedDevicePatch", number);
  return {
    device: make.text({ maxLength: 300 }),
    expiresAt: make.time(),
    ...given,
  };
}

export function challengeCreateMock(number: number, given: Partial<ChallengeCreate> = {}): ChallengeCreate {
  const make = seeded("ChallengeCreate", number);
  return {
    purpose: make.pick(["second_factor", "passkey", "passkey_sign_in", "passkey_second_factor"]),
    hash: make.text(),
    userId: make.id("us"),
    methods: make.list({}, () => make.text({ maxLength: 20 })),
    expiresAt: make.time(),
    ...given,
  };
}

export function challengePatchMock(number: number, given: Partial<ChallengePatch> = {}): ChallengePatch {
  const make = seeded("ChallengePatch", number);
  return {
    purpose: make.pick(["second_factor", "passkey", "passkey_sign_in", "passkey_second_factor"]),
    methods: make.list({}, () => make.text({ maxLength: 20 })),
    expiresAt: make.time(),
    ...given,
  };
}

export function passkeyCreateMock(number: number, given: Partial<PasskeyCreate> = {}): PasskeyCreate {
  const make = seeded("PasskeyCreate", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    credentialId: make.text(),
    publicKey: make.text(),
    counter: make.integer(),
    transports: make.list({}, () => make.text({ maxLength: 20 })),
    synced: make.boolean(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function passkeyPatchMock(number: number, given: Partial<PasskeyPatch> = {}): PasskeyPatch {
  const make = seeded("PasskeyPatch", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    counter: make.integer(),
    transports: make.list({}, () => make.text({ maxLength: 20 })),
    synced: make.boolean(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function signUpCreateMock(number: number, given: Partial<SignUpCreate> = {}): SignUpCreate {
  const make = seeded("SignUpCreate", number);
  return {
    email: make.text({ maxLength: 254 }),
    name: make.text({ maxLength: 100, minLength: 1 }),
    organization: make.text({ maxLength: 100 }),
    passwordHash: make.text(),
    hash: make.text(),
    expiresAt: make.time(),
    ...given,
  };
}

export function signUpPatchMock(number: number, given: Partial<SignUpPatch> = {}): SignUpPatch {
  const make = seeded("SignUpPatch", number);
  return {
    hash: make.text(),
    ...given,
  };
}

export function knownBrowserCreateMock(number: number, given: Partial<KnownBrowserCreate> = {}): KnownBrowserCreate {
  const make = seeded("KnownBrowserCreate", number);
  return {
    hash: make.text(),
    expiresAt: make.time(),
    ...given,
  };
}

export function knownBrowserPatchMock(number: number, given: Partial<KnownBrowserPatch> = {}): KnownBrowserPatch {
  const make = seeded("KnownBrowserPatch", number);
  return {
    expiresAt: make.time(),
    ...given,
  };
}

export function userCreateMock(number: number, given: Partial<UserCreate> = {}): UserCreate {
  const make = seeded("UserCreate", number);
  return {
    email: make.text({ maxLength: 254 }),
    emailVerifiedAt: make.time(),
    secondFactor: make.boolean(),
    name: make.text({ maxLength: 100, minLength: 1 }),
    passwordHash: make.text(),
    administrator: make.boolean(),
    disabledAt: make.time(),
    ...given,
  };
}

export function userPatchMock(number: number, given: Partial<UserPatch> = {}): UserPatch {
  const make = seeded("UserPatch", number);
  return {
    email: make.text({ maxLength: 254 }),
    emailVerifiedAt: make.time(),
    secondFactor: make.boolean(),
    name: make.text({ maxLength: 100, minLength: 1 }),
    passwordHash: make.text(),
    administrator: make.boolean(),
    disabledAt: make.time(),
    ...given,
  };
}

export function sessionCreateMock(number: number, given: Partial<SessionCreate> = {}): SessionCreate {
  const make = seeded("SessionCreate", number);
  return {
    signedInAt: make.time(),
    organization: make.text(),
    device: make.text({ maxLength: 300 }),
    address: make.text({ maxLength: 60 }),
    methods: make.list({}, () => make.text({ maxLength: 20 })),
    csrfHash: make.text(),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function sessionPatchMock(number: number, given: Partial<SessionPatch> = {}): SessionPatch {
  const make = seeded("SessionPatch", number);
  return {
    organization: make.text(),
    device: make.text({ maxLength: 300 }),
    address: make.text({ maxLength: 60 }),
    methods: make.list({}, () => make.text({ maxLength: 20 })),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function serviceTokenCreateMock(number: number, given: Partial<ServiceTokenCreate> = {}): ServiceTokenCreate {
  const make = seeded("ServiceTokenCreate", number);
  return {
    name: make.text({ maxLength: 100 }),
    hash: make.text(),
    ownerId: make.text(),
    permissions: make.list({}, () => make.text()),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function serviceTokenPatchMock(number: number, given: Partial<ServiceTokenPatch> = {}): ServiceTokenPatch {
  const make = seeded("ServiceTokenPatch", number);
  return {
    name: make.text({ maxLength: 100 }),
    permissions: make.list({}, () => make.text()),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function refreshTokenCreateMock(number: number, given: Partial<RefreshTokenCreate> = {}): RefreshTokenCreate {
  const make = seeded("RefreshTokenCreate", number);
  return {
    hash: make.text(),
    sessionId: make.id("ss"),
    userId: make.id("us"),
    expiresAt: make.time(),
    usedAt: make.time(),
    successorId: make.id("rt"),
    ...given,
  };
}

export function refreshTokenPatchMock(number: number, given: Partial<RefreshTokenPatch> = {}): RefreshTokenPatch {
  const make = seeded("RefreshTokenPatch", number);
  return {
    expiresAt: make.time(),
    usedAt: make.time(),
    successorId: make.id("rt"),
    ...given,
  };
}

/** Answers every operation, for MSW: with success and at once, unless `outcomes` says otherwise. */
export function authHandlers(base = "/api/v1", outcomes: MockOutcomes<keyof AuthService> = {}): HttpHandler[] {
  const operations: readonly MockOperation<keyof AuthService>[] = [
    { id: "beginDeviceSignIn", method: "post", path: "/auth/device", status: 200, make: () => deviceCodesMock(1) },
    { id: "decideDevice", method: "post", path: "/auth/device/decide", status: 204, answer: "none" },
    { id: "lookUpDevice", method: "post", path: "/auth/device/look-up", status: 200, make: () => deviceShownMock(1) },
    { id: "deviceToken", method: "post", path: "/auth/device/token", status: 200, make: () => deviceTokensMock(1) },
    { id: "changeEmail", method: "post", path: "/auth/email", status: 202, answer: "none" },
    { id: "confirmEmail", method: "post", path: "/auth/email/confirm", status: 200, make: () => provenAddressMock(1) },
    { id: "listIdentities", method: "get", path: "/auth/identities", status: 200, make: () => mockPage(identityMock) },
    { id: "linkIdentity", method: "post", path: "/auth/identities", status: 201, make: () => identityMock(1) },
    { id: "deleteIdentity", method: "delete", path: "/auth/identities/{id}", status: 204, answer: "none" },
    { id: "listIdentityAudit", method: "get", path: "/auth/identities/{id}/audit", status: 200, make: () => mockPage(auditRecordMock) },
    { id: "joinOrganization", method: "post", path: "/auth/invitations/accept", status: 200, make: () => signedInMock(1) },
    { id: "requestMagicLink", method: "post", path: "/auth/magic-link", status: 202, answer: "none" },
    { id: "signInByLink", method: "post", path: "/auth/magic-link/sign-in", status: 200, make: () => signedInMock(1) },
    { id: "getMe", method: "get", path: "/auth/me", status: 200, make: () => meMock(1) },
    { id: "changeMe", method: "patch", path: "/auth/me", status: 200, make: () => personMock(1) },
    { id: "foundOrganization", method: "post", path: "/auth/organizations", status: 201, make: () => signedInMock(1) },
    { id: "signInByPasskey", method: "post", path: "/auth/passkey-sign-in", status: 200, make: () => signedInMock(1) },
    { id: "passkeySignInOptions", method: "post", path: "/auth/passkey-sign-in/options", status: 200, make: () => jsonObjectMock(1) },
    {
      id: "listPasskeys",
      method: "get",
      path: "/auth/passkeys",
      status: 200,
      make: () => mockPage((number) => passkeyView(passkeyMock(number))),
    },
    { id: "addPasskey", method: "post", path: "/auth/passkeys", status: 201, make: () => passkeyView(passkeyMock(1)) },
    { id: "passkeyOptions", method: "post", path: "/auth/passkeys/options", status: 200, make: () => jsonObjectMock(1) },
    { id: "renamePasskey", method: "patch", path: "/auth/passkeys/{id}", status: 200, make: () => passkeyView(passkeyMock(1)) },
    { id: "deletePasskey", method: "delete", path: "/auth/passkeys/{id}", status: 204, answer: "none" },
    { id: "listPasskeyAudit", method: "get", path: "/auth/passkeys/{id}/audit", status: 200, make: () => mockPage(auditRecordMock) },
    { id: "changePassword", method: "post", path: "/auth/password", status: 204, answer: "none" },
    { id: "requestPasswordReset", method: "post", path: "/auth/password-reset", status: 202, answer: "none" },
    { id: "resetPassword", method: "post", path: "/auth/password-reset/confirm", status: 204, answer: "none" },
    { id: "signInByProvider", method: "post", path: "/auth/provider-sign-in", status: 200, make: () => signedInMock(1) },
    {
      id: "listProviders",
      method: "get",
      path: "/auth/providers",
      status: 200,
      make: () => [providerMock(1), providerMock(2), providerMock(3)],
    },
    { id: "beginProviderLink", method: "post", path: "/auth/providers/{provider}/link", status: 200, make: () => providerAddressMock(1) },
    {
      id: "beginProviderSignIn",
      method: "post",
      path: "/auth/providers/{provider}/sign-in",
      status: 200,
      make: () => providerAddressMock(1),
    },
    { id: "refresh", method: "post", path: "/auth/refresh", status: 200, make: () => signedInMock(1) },
    { id: "register", method: "post", path: "/auth/register", status: 201, make: () => signedInMock(1) },
    { id: "getSecondFactor", method: "get", path: "/auth/second-factor", status: 200, make: () => secondFactorMock(1) },
    { id: "turnOffSecondFactor", method: "post", path: "/auth/second-factor/off", status: 204, answer: "none" },
    { id: "turnOnSecondFactor", method: "post", path: "/auth/second-factor/on", status: 200, make: () => recoveryCodesMock(1) },
    {
      id: "secondFactorPasskeyOptions",
      method: "post",
      path: "/auth/second-factor/passkey-options",
      status: 200,
      make: () => jsonObjectMock(1),
    },
    { id: "renewRecoveryCodes", method: "post", path: "/auth/second-factor/recovery-codes", status: 200, make: () => recoveryCodesMock(1) },
    { id: "signInSecondFactor", method: "post", path: "/auth/second-factor/sign-in", status: 200, make: () => signedInMock(1) },
    { id: "beginTotp", method: "post", path: "/auth/second-factor/totp", status: 200, make: () => totpSecretMock(1) },
    { id: "confirmTotp", method: "post", path: "/auth/second-factor/totp/confirm", status: 200, make: () => recoveryCodesMock(1) },
    {
      id: "listServiceTokens",
      method: "get",
      path: "/auth/service-tokens",
      status: 200,
      make: () => [serviceTokenShownMock(1), serviceTokenShownMock(2), serviceTokenShownMock(3)],
    },
    { id: "createServiceToken", method: "post", path: "/auth/service-tokens", status: 201, make: () => madeServiceTokenMock(1) },
    { id: "revokeServiceToken", method: "delete", path: "/auth/service-tokens/{id}", status: 204, answer: "none" },
    {
      id: "listSessions",
      method: "get",
      path: "/auth/sessions",
      status: 200,
      make: () => mockPage((number) => sessionView(sessionMock(number))),
    },
    { id: "deleteSession", method: "delete", path: "/auth/sessions/{id}", status: 204, answer: "none" },
    { id: "getSetup", method: "get", path: "/auth/setup", status: 200, make: () => setupMock(1) },
    { id: "signIn", method: "post", path: "/auth/sign-in", status: 200, make: () => signedInMock(1) },
    { id: "signOut", method: "post", path: "/auth/sign-out", status: 204, answer: "none" },
    { id: "signOutEverywhere", method: "post", path: "/auth/sign-out/everywhere", status: 204, answer: "none" },
    { id: "signUp", method: "post", path: "/auth/sign-up", status: 202, answer: "none" },
    { id: "confirmSignUp", method: "post", path: "/auth/sign-up/confirm", status: 201, make: () => signedInMock(1) },
    { id: "switchOrganization", method: "post", path: "/auth/switch", status: 200, make: () => signedInMock(1) },
    {
      id: "listTrustedDevices",
      method: "get",
      path: "/auth/trusted-devices",
      status: 200,
      make: () => mockPage((number) => trustedDeviceView(trustedDeviceMock(number))),
    },
    { id: "deleteTrustedDevice", method: "delete", path: "/auth/trusted-devices/{id}", status: 204, answer: "none" },
    { id: "requestVerification", method: "post", path: "/auth/verification", status: 202, answer: "none" },
    { id: "verifyEmail", method: "post", path: "/auth/verification/confirm", status: 200, make: () => provenAddressMock(1) },
    {
      id: "listOrganizationServiceTokens",
      method: "get",
      path: "/organization/service-tokens",
      status: 200,
      make: () => [serviceTokenShownMock(1), serviceTokenShownMock(2), serviceTokenShownMock(3)],
    },
    {
      id: "createOrganizationServiceToken",
      method: "post",
      path: "/organization/service-tokens",
      status: 201,
      make: () => madeServiceTokenMock(1),
    },
    { id: "revokeOrganizationServiceToken", method: "delete", path: "/organization/service-tokens/{id}", status: 204, answer: "none" },
  ];
  return mockHandlers(base, operations, outcomes);
}
