// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { AuditSubject } from "../../internal/core/audit/audited.ts";
import type { Context } from "../../internal/core/context/context.ts";
import type { ListColumn } from "../../internal/core/database/database.ts";
import { instant } from "../../internal/core/database/instant.ts";
import { actorId, ownerOrganization, ownerUser, timestamp, type Unique } from "../../internal/core/database/rows.ts";
import { newId } from "../../internal/core/ids/ids.ts";
import type {
  Challenge,
  ChallengeCreate,
  ChallengePatch,
  DeviceSignIn,
  DeviceSignInCreate,
  DeviceSignInPatch,
  Identity,
  IdentityCreate,
  IdentityPatch,
  KnownBrowser,
  KnownBrowserCreate,
  KnownBrowserPatch,
  Link,
  LinkCreate,
  LinkPatch,
  LinkRequest,
  LinkRequestCreate,
  LinkRequestPatch,
  Passkey,
  PasskeyCreate,
  PasskeyPatch,
  ProviderAttempt,
  ProviderAttemptCreate,
  ProviderAttemptPatch,
  RecoveryCode,
  RecoveryCodeCreate,
  RefreshToken,
  RefreshTokenCreate,
  RefreshTokenPatch,
  ServiceToken,
  ServiceTokenCreate,
  ServiceTokenPatch,
  Session,
  SessionCreate,
  SessionPatch,
  SignUp,
  SignUpCreate,
  SignUpPatch,
  Totp,
  TotpCreate,
  TotpPatch,
  TrustedDevice,
  TrustedDeviceCreate,
  TrustedDevicePatch,
  User,
  UserCreate,
  UserPatch,
} from "./types.gen.ts";

/** A new LinkRequest: what was given, the spec's defaults, and what the server decides. */
export function newLinkRequest(input: LinkRequestCreate): LinkRequest {
  const now = timestamp();
  return {
    id: newId("lr"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    purpose: input.purpose,
    email: input.email,
    userId: input.userId ?? null,
  };
}

/** The next version of a LinkRequest: absent fields stay, null clears. */
export function changedLinkRequest(before: LinkRequest, patch: LinkRequestPatch): LinkRequest {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    purpose: patch.purpose ?? before.purpose,
    email: patch.email ?? before.email,
    userId: patch.userId === undefined ? before.userId : patch.userId,
  };
}

/** Lists of LinkRequests can be neither filtered nor sorted. */
export const linkRequestList: Readonly<Record<string, ListColumn>> = {};

/** A new Link: what was given, the spec's defaults, and what the server decides. */
export function newLink(input: LinkCreate): Link {
  const now = timestamp();
  return {
    id: newId("lk"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    purpose: input.purpose,
    hash: input.hash,
    userId: input.userId,
    email: input.email,
    expiresAt: instant(input.expiresAt),
  };
}

/** The next version of a Link: absent fields stay, null clears. */
export function changedLink(before: Link, patch: LinkPatch): Link {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    purpose: patch.purpose ?? before.purpose,
    email: patch.email ?? before.email,
    expiresAt: instant(patch.expiresAt ?? before.expiresAt),
  };
}

export const linkUnique: readonly Unique[] = [{ index: "links_hash_key", fields: ["hash"] }];

/** What lists of Links may be filtered and sorted by. */
export const linkList: Readonly<Record<string, ListColumn>> = {
  expiresAt: { column: "expires_at", type: "time", filter: true, sort: false },
};

/** A new ProviderAttempt: what was given, the spec's defaults, and what the server decides. */
export function newProviderAttempt(input: ProviderAttemptCreate): ProviderAttempt {
  const now = timestamp();
  return {
    id: newId("pa"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    provider: input.provider,
    hash: input.hash,
    browser: input.browser,
    nonce: input.nonce,
    verifier: input.verifier,
    userId: input.userId ?? null,
    expiresAt: instant(input.expiresAt),
  };
}

/** The next version of a ProviderAttempt: absent fields stay, null clears. */
export function changedProviderAttempt(before: ProviderAttempt, patch: ProviderAttemptPatch): ProviderAttempt {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    provider: patch.provider ?? before.provider,
    expiresAt: instant(patch.expiresAt ?? before.expiresAt),
  };
}

export const providerAttemptUnique: readonly Unique[] = [{ index: "provider_attempts_hash_key", fields: ["hash"] }];

/** Lists of ProviderAttempts can be neither filtered nor sorted. */
export const providerAttemptList: Readonly<Record<string, ListColumn>> = {};

/** A new Identity: what was given, the spec's defaults, and what the server decides. */
export function newIdentity(ctx: Context, input: IdentityCreate): Identity {
  const now = timestamp();
  return {
    id: newId("ie"),
    createdBy: ownerUser(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    provider: input.provider,
    subject: input.subject,
    email: input.email,
    lastUsedAt: instant(input.lastUsedAt ?? null),
  };
}

/** The next version of an Identity: absent fields stay, null clears. */
export function changedIdentity(before: Identity, patch: IdentityPatch): Identity {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    email: patch.email ?? before.email,
    lastUsedAt: instant(patch.lastUsedAt === undefined ? before.lastUsedAt : patch.lastUsedAt),
  };
}

export const identityUnique: readonly Unique[] = [
  { index: "identities_provider_subject_key", fields: ["provider", "subject"], owner: "createdBy" },
];

/** What lists of Identities may be filtered and sorted by. */
export const identityList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: false, sort: true },
};

/** How changes of Identities are written down. */
export const identityAudit: AuditSubject = { entity: "auth.Identity", owner: "createdBy", masked: [] };

/** A new DeviceSignIn: what was given, the spec's defaults, and what the server decides. */
export function newDeviceSignIn(input: DeviceSignInCreate): DeviceSignIn {
  const now = timestamp();
  return {
    id: newId("ds"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    client: input.client,
    address: input.address ?? null,
    hash: input.hash,
    userCodeHash: input.userCodeHash,
    state: input.state ?? "waiting",
    userId: input.userId ?? null,
    sessionId: input.sessionId ?? null,
    methods: input.methods ?? [],
    interval: input.interval ?? 5,
    askedAt: instant(input.askedAt ?? null),
    expiresAt: instant(input.expiresAt),
  };
}

/** The next version of a DeviceSignIn: absent fields stay, null clears. */
export function changedDeviceSignIn(before: DeviceSignIn, patch: DeviceSignInPatch): DeviceSignIn {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    state: patch.state ?? before.state,
    userId: patch.userId === undefined ? before.userId : patch.userId,
    sessionId: patch.sessionId === undefined ? before.sessionId : patch.sessionId,
    methods: patch.methods ?? before.methods,
    interval: patch.interval ?? before.interval,
    askedAt: instant(patch.askedAt === undefined ? before.askedAt : patch.askedAt),
    expiresAt: instant(patch.expiresAt ?? before.expiresAt),
  };
}

export const deviceSignInUnique: readonly Unique[] = [
  { index: "device_sign_ins_hash_key", fields: ["hash"] },
  { index: "device_sign_ins_user_code_hash_key", fields: ["userCodeHash"] },
];

/** Lists of DeviceSignIns can be neither filtered nor sorted. */
export const deviceSignInList: Readonly<Record<string, ListColumn>> = {};

/** A new Totp: what was given, the spec's defaults, and what the server decides. */
export function newTotp(input: TotpCreate): Totp {
  const now = timestamp();
  return {
    id: newId("tp"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    userId: input.userId,
    secret: input.secret,
    confirmedAt: instant(input.confirmedAt ?? null),
    lastStep: input.lastStep ?? 0,
  };
}

/** The next version of a Totp: absent fields stay, null clears. */
export function changedTotp(before: Totp, patch: TotpPatch): Totp {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    confirmedAt: instant(patch.confirmedAt === undefined ? before.confirmedAt : patch.confirmedAt),
    lastStep: patch.lastStep ?? before.lastStep,
  };
}

export const totpUnique: readonly Unique[] = [{ index: "totps_user_id_key", fields: ["userId"] }];

/** Lists of Totps can be neither filtered nor sorted. */
export const totpList: Readonly<Record<string, ListColumn>> = {};

/** A new RecoveryCode: what was given, the spec's defaults, and what the server decides. */
export function newRecoveryCode(input: RecoveryCodeCreate): RecoveryCode {
  const now = timestamp();
  return {
    id: newId("rc"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    userId: input.userId,
    hash: input.hash,
  };
}

export const recoveryCodeUnique: readonly Unique[] = [{ index: "recovery_codes_user_id_hash_key", fields: ["userId", "hash"] }];

/** Lists of RecoveryCodes can be neither filtered nor sorted. */
export const recoveryCodeList: Readonly<Record<string, ListColumn>> = {};

/** A new TrustedDevice: what was given, the spec's defaults, and what the server decides. */
export function newTrustedDevice(ctx: Context, input: TrustedDeviceCreate): TrustedDevice {
  const now = timestamp();
  return {
    id: newId("td"),
    createdBy: ownerUser(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    hash: input.hash,
    device: input.device ?? null,
    expiresAt: instant(input.expiresAt),
  };
}

/** The next version of a TrustedDevice: absent fields stay, null clears. */
export function changedTrustedDevice(before: TrustedDevice, patch: TrustedDevicePatch): TrustedDevice {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    device: patch.device === undefined ? before.device : patch.device,
    expiresAt: instant(patch.expiresAt ?? before.expiresAt),
  };
}

export const trustedDeviceUnique: readonly Unique[] = [{ index: "trusted_devices_hash_key", fields: ["hash"], owner: "createdBy" }];

/** What lists of TrustedDevices may be filtered and sorted by. */
export const trustedDeviceList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: false, sort: true },
};

/** A new Challenge: what was given, the spec's defaults, and what the server decides. */
export function newChallenge(input: ChallengeCreate): Challenge {
  const now = timestamp();
  return {
    id: newId("ch"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    purpose: input.purpose,
    hash: input.hash,
    userId: input.userId ?? null,
    methods: input.methods ?? [],
    expiresAt: instant(input.expiresAt),
  };
}

/** The next version of a Challenge: absent fields stay, null clears. */
export function changedChallenge(before: Challenge, patch: ChallengePatch): Challenge {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    purpose: patch.purpose ?? before.purpose,
    methods: patch.methods ?? before.methods,
    expiresAt: instant(patch.expiresAt ?? before.expiresAt),
  };
}

export const challengeUnique: readonly Unique[] = [{ index: "challenges_hash_key", fields: ["hash"] }];

/** Lists of Challenges can be neither filtered nor sorted. */
export const challengeList: Readonly<Record<string, ListColumn>> = {};

/** A new Passkey: what was given, the spec's defaults, and what the server decides. */
export function newPasskey(ctx: Context, input: PasskeyCreate): Passkey {
  const now = timestamp();
  return {
    id: newId("pk"),
    createdBy: ownerUser(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    name: input.name,
    credentialId: input.credentialId,
    publicKey: input.publicKey,
    counter: input.counter,
    transports: input.transports ?? [],
    synced: input.synced ?? false,
    lastUsedAt: instant(input.lastUsedAt ?? null),
  };
}

/** The next version of a Passkey: absent fields stay, null clears. */
export function changedPasskey(before: Passkey, patch: PasskeyPatch): Passkey {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: patch.name ?? before.name,
    counter: patch.counter ?? before.counter,
    transports: patch.transports ?? before.transports,
    synced: patch.synced ?? before.synced,
    lastUsedAt: instant(patch.lastUsedAt === undefined ? before.lastUsedAt : patch.lastUsedAt),
  };
}

export const passkeyUnique: readonly Unique[] = [{ index: "passkeys_credential_id_key", fields: ["credentialId"], owner: "createdBy" }];

/** What lists of Passkeys may be filtered and sorted by. */
export const passkeyList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: false, sort: true },
};

/** How changes of Passkeys are written down. */
export const passkeyAudit: AuditSubject = { entity: "auth.Passkey", owner: "createdBy", masked: ["publicKey"] };

/** A new SignUp: what was given, the spec's defaults, and what the server decides. */
export function newSignUp(input: SignUpCreate): SignUp {
  const now = timestamp();
  return {
    id: newId("su"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    email: input.email,
    name: input.name,
    organization: input.organization ?? null,
    passwordHash: input.passwordHash,
    hash: input.hash ?? null,
    expiresAt: instant(input.expiresAt),
  };
}

/** The next version of a SignUp: absent fields stay, null clears. */
export function changedSignUp(before: SignUp, patch: SignUpPatch): SignUp {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    hash: patch.hash === undefined ? before.hash : patch.hash,
  };
}

export const signUpUnique: readonly Unique[] = [{ index: "sign_ups_hash_key", fields: ["hash"] }];

/** Lists of SignUps can be neither filtered nor sorted. */
export const signUpList: Readonly<Record<string, ListColumn>> = {};

/** A new KnownBrowser: what was given, the spec's defaults, and what the server decides. */
export function newKnownBrowser(ctx: Context, input: KnownBrowserCreate): KnownBrowser {
  const now = timestamp();
  return {
    id: newId("kb"),
    createdBy: ownerUser(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    hash: input.hash,
    expiresAt: instant(input.expiresAt),
  };
}

/** The next version of a KnownBrowser: absent fields stay, null clears. */
export function changedKnownBrowser(before: KnownBrowser, patch: KnownBrowserPatch): KnownBrowser {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    expiresAt: instant(patch.expiresAt ?? before.expiresAt),
  };
}

export const knownBrowserUnique: readonly Unique[] = [{ index: "known_browsers_hash_key", fields: ["hash"], owner: "createdBy" }];

/** Lists of KnownBrowsers can be neither filtered nor sorted. */
export const knownBrowserList: Readonly<Record<string, ListColumn>> = {};

/** A new User: what was given, the spec's defaults, and what the server decides. */
export function newUser(input: UserCreate): User {
  const now = timestamp();
  return {
    id: newId("us"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    email: input.email,
    emailVerifiedAt: instant(input.emailVerifiedAt ?? null),
    secondFactor: input.secondFactor ?? false,
    name: input.name,
    passwordHash: input.passwordHash ?? null,
    administrator: input.administrator ?? false,
    disabledAt: instant(input.disabledAt ?? null),
  };
}

/** The next version of a User: absent fields stay, null clears. */
export function changedUser(before: User, patch: UserPatch): User {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    email: patch.email ?? before.email,
    emailVerifiedAt: instant(patch.emailVerifiedAt === undefined ? before.emailVerifiedAt : patch.emailVerifiedAt),
    secondFactor: patch.secondFactor ?? before.secondFactor,
    name: patch.name ?? before.name,
    passwordHash: patch.passwordHash === undefined ? before.passwordHash : patch.passwordHash,
    administrator: patch.administrator ?? before.administrator,
    disabledAt: instant(patch.disabledAt === undefined ? before.disabledAt : patch.disabledAt),
  };
}

export const userUnique: readonly Unique[] = [{ index: "users_email_key", fields: ["email"] }];

/** What lists of Users may be filtered and sorted by. */
export const userList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: false, sort: true },
};

/** A new Session: what was given, the spec's defaults, and what the server decides. */
export function newSession(ctx: Context, input: SessionCreate): Session {
  const now = timestamp();
  return {
    id: newId("ss"),
    createdBy: ownerUser(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    signedInAt: instant(input.signedInAt),
    organization: input.organization ?? null,
    device: input.device ?? null,
    address: input.address ?? null,
    methods: input.methods ?? [],
    csrfHash: input.csrfHash ?? null,
    expiresAt: instant(input.expiresAt),
    lastUsedAt: instant(input.lastUsedAt),
  };
}

/** The next version of a Session: absent fields stay, null clears. */
export function changedSession(before: Session, patch: SessionPatch): Session {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    organization: patch.organization === undefined ? before.organization : patch.organization,
    device: patch.device === undefined ? before.device : patch.device,
    address: patch.address === undefined ? before.address : patch.address,
    methods: patch.methods ?? before.methods,
    expiresAt: instant(patch.expiresAt ?? before.expiresAt),
    lastUsedAt: instant(patch.lastUsedAt ?? before.lastUsedAt),
  };
}

/** What lists of Sessions may be filtered and sorted by. */
export const sessionList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: false, sort: true },
  lastUsedAt: { column: "last_used_at", type: "time", filter: false, sort: true },
};

/** A new ServiceToken: what was given, the spec's defaults, and what the server decides. */
export function newServiceToken(ctx: Context, input: ServiceTokenCreate): ServiceToken {
  const now = timestamp();
  return {
    id: newId("st"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    name: input.name,
    hash: input.hash,
    ownerId: input.ownerId,
    permissions: input.permissions,
    expiresAt: instant(input.expiresAt),
    lastUsedAt: instant(input.lastUsedAt ?? null),
  };
}

/** The next version of a ServiceToken: absent fields stay, null clears. */
export function changedServiceToken(before: ServiceToken, patch: ServiceTokenPatch): ServiceToken {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: patch.name ?? before.name,
    permissions: patch.permissions ?? before.permissions,
    expiresAt: instant(patch.expiresAt ?? before.expiresAt),
    lastUsedAt: instant(patch.lastUsedAt === undefined ? before.lastUsedAt : patch.lastUsedAt),
  };
}

export const serviceTokenUnique: readonly Unique[] = [{ index: "service_tokens_hash_key", fields: ["hash"], owner: "organizationId" }];

/** Lists of ServiceTokens can be neither filtered nor sorted. */
export const serviceTokenList: Readonly<Record<string, ListColumn>> = {};

/** How changes of ServiceTokens are written down. */
export const serviceTokenAudit: AuditSubject = { entity: "auth.ServiceToken", owner: "organizationId", masked: ["hash"] };

/** A new RefreshToken: what was given, the spec's defaults, and what the server decides. */
export function newRefreshToken(input: RefreshTokenCreate): RefreshToken {
  const now = timestamp();
  return {
    id: newId("rt"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    hash: input.hash,
    sessionId: input.sessionId,
    userId: input.userId,
    expiresAt: instant(input.expiresAt),
    usedAt: instant(input.usedAt ?? null),
    successorId: input.successorId ?? null,
  };
}

/** The next version of a RefreshToken: absent fields stay, null clears. */
export function changedRefreshToken(before: RefreshToken, patch: RefreshTokenPatch): RefreshToken {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    expiresAt: instant(patch.expiresAt ?? before.expiresAt),
    usedAt: instant(patch.usedAt === undefined ? before.usedAt : patch.usedAt),
    successorId: patch.successorId === undefined ? before.successorId : patch.successorId,
  };
}

export const refreshTokenUnique: readonly Unique[] = [{ index: "refresh_tokens_hash_key", fields: ["hash"] }];

/** Lists of RefreshTokens can be neither filtered nor sorted. */
export const refreshTokenList: Readonly<Record<string, ListColumn>> = {};
