// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page } from "../../internal/core/database/lists.ts";
import type { Eventual } from "../../internal/core/eventual/eventual.ts";
import type {
  Challenge,
  ChallengeCreate,
  ChallengeFilter,
  ChallengePatch,
  ChallengeSort,
  DeviceSignIn,
  DeviceSignInCreate,
  DeviceSignInFilter,
  DeviceSignInPatch,
  DeviceSignInSort,
  Identity,
  IdentityCreate,
  IdentityFilter,
  IdentityPatch,
  IdentitySort,
  KnownBrowser,
  KnownBrowserCreate,
  KnownBrowserFilter,
  KnownBrowserPatch,
  KnownBrowserSort,
  Link,
  LinkCreate,
  LinkFilter,
  LinkPatch,
  LinkRequest,
  LinkRequestCreate,
  LinkRequestFilter,
  LinkRequestPatch,
  LinkRequestSort,
  LinkSort,
  Passkey,
  PasskeyCreate,
  PasskeyFilter,
  PasskeyPatch,
  PasskeySort,
  ProviderAttempt,
  ProviderAttemptCreate,
  ProviderAttemptFilter,
  ProviderAttemptPatch,
  ProviderAttemptSort,
  RecoveryCode,
  RecoveryCodeCreate,
  RecoveryCodeFilter,
  RecoveryCodeSort,
  RefreshToken,
  RefreshTokenCreate,
  RefreshTokenFilter,
  RefreshTokenPatch,
  RefreshTokenSort,
  ServiceToken,
  ServiceTokenCreate,
  ServiceTokenFilter,
  ServiceTokenPatch,
  ServiceTokenSort,
  Session,
  SessionCreate,
  SessionFilter,
  SessionPatch,
  SessionSort,
  SignUp,
  SignUpCreate,
  SignUpFilter,
  SignUpPatch,
  SignUpSort,
  Totp,
  TotpCreate,
  TotpFilter,
  TotpPatch,
  TotpSort,
  TrustedDevice,
  TrustedDeviceCreate,
  TrustedDeviceFilter,
  TrustedDevicePatch,
  TrustedDeviceSort,
  User,
  UserCreate,
  UserFilter,
  UserPatch,
  UserSort,
} from "./types.gen.ts";

/** All link requests: they have no owner. */
export interface LinkRequestRepository {
  find(ctx: Context, id: string): Eventual<LinkRequest | undefined>;
  list(ctx: Context, query: ListQuery<LinkRequestFilter, LinkRequestSort>): Promise<Page<LinkRequest>>;
  insert(ctx: Context, input: LinkRequestCreate): Promise<LinkRequest>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: LinkRequestPatch, expected?: number): Promise<LinkRequest>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<LinkRequest>;
}

/** All links: they have no owner. */
export interface LinkRepository {
  find(ctx: Context, id: string): Eventual<Link | undefined>;
  list(ctx: Context, query: ListQuery<LinkFilter, LinkSort>): Promise<Page<Link>>;
  /** 409 when another has the same `hash`. */
  insert(ctx: Context, input: LinkCreate): Promise<Link>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: LinkPatch, expected?: number): Promise<Link>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Link>;
  findByHash(ctx: Context, hash: string): Promise<Link | undefined>;
  listOfUser(ctx: Context, userId: string, purpose: Link["purpose"]): Promise<Link[]>;
}

/** All provider attempts: they have no owner. */
export interface ProviderAttemptRepository {
  find(ctx: Context, id: string): Eventual<ProviderAttempt | undefined>;
  list(ctx: Context, query: ListQuery<ProviderAttemptFilter, ProviderAttemptSort>): Promise<Page<ProviderAttempt>>;
  /** 409 when another has the same `hash`. */
  insert(ctx: Context, input: ProviderAttemptCreate): Promise<ProviderAttempt>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: ProviderAttemptPatch, expected?: number): Promise<ProviderAttempt>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<ProviderAttempt>;
  findByHash(ctx: Context, hash: string): Promise<ProviderAttempt | undefined>;
}

/** The caller's own identities. */
export interface IdentityRepository {
  find(ctx: Context, id: string): Eventual<Identity | undefined>;
  list(ctx: Context, query: ListQuery<IdentityFilter, IdentitySort>): Promise<Page<Identity>>;
  /** 409 when another has the same `provider` and `subject`. */
  insert(ctx: Context, input: IdentityCreate): Promise<Identity>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: IdentityPatch, expected?: number): Promise<Identity>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Identity>;
  /** Whoever they belong to: for code that acts before a tenant is known. */
  findBySubject(ctx: Context, provider: string, subject: string): Promise<Identity | undefined>;
  listAll(ctx: Context): Promise<Identity[]>;
}

/** All device sign ins: they have no owner. */
export interface DeviceSignInRepository {
  find(ctx: Context, id: string): Eventual<DeviceSignIn | undefined>;
  list(ctx: Context, query: ListQuery<DeviceSignInFilter, DeviceSignInSort>): Promise<Page<DeviceSignIn>>;
  /** 409 when another has the same `hash`, or the same `userCodeHash`. */
  insert(ctx: Context, input: DeviceSignInCreate): Promise<DeviceSignIn>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: DeviceSignInPatch, expected?: number): Promise<DeviceSignIn>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<DeviceSignIn>;
  findByHash(ctx: Context, hash: string): Promise<DeviceSignIn | undefined>;
  findByUserCode(ctx: Context, userCodeHash: string): Promise<DeviceSignIn | undefined>;
}

/** All totps: they have no owner. */
export interface TotpRepository {
  find(ctx: Context, id: string): Eventual<Totp | undefined>;
  list(ctx: Context, query: ListQuery<TotpFilter, TotpSort>): Promise<Page<Totp>>;
  /** 409 when another has the same `userId`. */
  insert(ctx: Context, input: TotpCreate): Promise<Totp>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: TotpPatch, expected?: number): Promise<Totp>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Totp>;
  findOfUser(ctx: Context, userId: string): Promise<Totp | undefined>;
}

/** All recovery codes: they have no owner. */
export interface RecoveryCodeRepository {
  find(ctx: Context, id: string): Eventual<RecoveryCode | undefined>;
  list(ctx: Context, query: ListQuery<RecoveryCodeFilter, RecoveryCodeSort>): Promise<Page<RecoveryCode>>;
  /** 409 when another has the same `userId` and `hash`. */
  insert(ctx: Context, input: RecoveryCodeCreate): Promise<RecoveryCode>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<RecoveryCode>;
  findOfUser(ctx: Context, userId: string, hash: string): Promise<RecoveryCode | undefined>;
  listOfUser(ctx: Context, userId: string): Promise<RecoveryCode[]>;
}

/** The caller's own trusted devices. */
export interface TrustedDeviceRepository {
  find(ctx: Context, id: string): Eventual<TrustedDevice | undefined>;
  list(ctx: Context, query: ListQuery<TrustedDeviceFilter, TrustedDeviceSort>): Promise<Page<TrustedDevice>>;
  /** 409 when another has the same `hash`. */
  insert(ctx: Context, input: TrustedDeviceCreate): Promise<TrustedDevice>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: TrustedDevicePatch, expected?: number): Promise<TrustedDevice>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<TrustedDevice>;
  findByHash(ctx: Context, hash: string): Promise<TrustedDevice | undefined>;
  listAll(ctx: Context): Promise<TrustedDevice[]>;
}

/** All challenges: they have no owner. */
export interface ChallengeRepository {
  find(ctx: Context, id: string): Eventual<Challenge | undefined>;
  list(ctx: Context, query: ListQuery<ChallengeFilter, ChallengeSort>): Promise<Page<Challenge>>;
  /** 409 when another has the same `hash`. */
  insert(ctx: Context, input: ChallengeCreate): Promise<Challenge>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: ChallengePatch, expected?: number): Promise<Challenge>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Challenge>;
  findByHash(ctx: Context, hash: string): Promise<Challenge | undefined>;
}

/** The caller's own passkeys. */
export interface PasskeyRepository {
  find(ctx: Context, id: string): Eventual<Passkey | undefined>;
  list(ctx: Context, query: ListQuery<PasskeyFilter, PasskeySort>): Promise<Page<Passkey>>;
  /** 409 when another has the same `credentialId`. */
  insert(ctx: Context, input: PasskeyCreate): Promise<Passkey>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: PasskeyPatch, expected?: number): Promise<Passkey>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Passkey>;
  /** Whoever they belong to: for code that acts before a tenant is known. */
  findByCredential(ctx: Context, credentialId: string): Promise<Passkey | undefined>;
  listAll(ctx: Context): Promise<Passkey[]>;
}

/** All sign ups: they have no owner. */
export interface SignUpRepository {
  find(ctx: Context, id: string): Eventual<SignUp | undefined>;
  list(ctx: Context, query: ListQuery<SignUpFilter, SignUpSort>): Promise<Page<SignUp>>;
  /** 409 when another has the same `hash`. */
  insert(ctx: Context, input: SignUpCreate): Promise<SignUp>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: SignUpPatch, expected?: number): Promise<SignUp>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<SignUp>;
  findByHash(ctx: Context, hash: string): Promise<SignUp | undefined>;
}

/** The caller's own known browsers. */
export interface KnownBrowserRepository {
  find(ctx: Context, id: string): Eventual<KnownBrowser | undefined>;
  list(ctx: Context, query: ListQuery<KnownBrowserFilter, KnownBrowserSort>): Promise<Page<KnownBrowser>>;
  /** 409 when another has the same `hash`. */
  insert(ctx: Context, input: KnownBrowserCreate): Promise<KnownBrowser>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: KnownBrowserPatch, expected?: number): Promise<KnownBrowser>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<KnownBrowser>;
  /** Whoever they belong to: for code that acts before a tenant is known. */
  findByHash(ctx: Context, hash: string): Promise<KnownBrowser | undefined>;
  listAll(ctx: Context): Promise<KnownBrowser[]>;
}

/** All users: they have no owner. */
export interface UserRepository {
  find(ctx: Context, id: string): Eventual<User | undefined>;
  list(ctx: Context, query: ListQuery<UserFilter, UserSort>): Promise<Page<User>>;
  /** 409 when another has the same `email`. */
  insert(ctx: Context, input: UserCreate): Promise<User>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: UserPatch, expected?: number): Promise<User>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<User>;
  countAll(ctx: Context): Promise<number>;
  findByEmail(ctx: Context, email: string): Promise<User | undefined>;
}

/** The caller's own sessions. */
export interface SessionRepository {
  find(ctx: Context, id: string): Eventual<Session | undefined>;
  list(ctx: Context, query: ListQuery<SessionFilter, SessionSort>): Promise<Page<Session>>;
  insert(ctx: Context, input: SessionCreate): Promise<Session>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: SessionPatch, expected?: number): Promise<Session>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Session>;
  listAll(ctx: Context): Promise<Session[]>;
}

/** The service tokens of the caller's organization. */
export interface ServiceTokenRepository {
  find(ctx: Context, id: string): Eventual<ServiceToken | undefined>;
  list(ctx: Context, query: ListQuery<ServiceTokenFilter, ServiceTokenSort>): Promise<Page<ServiceToken>>;
  /** 409 when another has the same `hash`. */
  insert(ctx: Context, input: ServiceTokenCreate): Promise<ServiceToken>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: ServiceTokenPatch, expected?: number): Promise<ServiceToken>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<ServiceToken>;
  /** Whoever they belong to: for code that acts before a tenant is known. */
  findByHash(ctx: Context, hash: string): Promise<ServiceToken | undefined>;
  listOfOwner(ctx: Context, ownerId: string): Promise<ServiceToken[]>;
}

/** All refresh tokens: they have no owner. */
export interface RefreshTokenRepository {
  find(ctx: Context, id: string): Eventual<RefreshToken | undefined>;
  list(ctx: Context, query: ListQuery<RefreshTokenFilter, RefreshTokenSort>): Promise<Page<RefreshToken>>;
  /** 409 when another has the same `hash`. */
  insert(ctx: Context, input: RefreshTokenCreate): Promise<RefreshToken>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: RefreshTokenPatch, expected?: number): Promise<RefreshToken>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<RefreshToken>;
  findByHash(ctx: Context, hash: string): Promise<RefreshToken | undefined>;
}

/** All repositories of the domain. */
export interface AuthRepositories {
  readonly linkRequests: LinkRequestRepository;
  readonly links: LinkRepository;
  readonly providerAttempts: ProviderAttemptRepository;
  readonly identities: IdentityRepository;
  readonly deviceSignIns: DeviceSignInRepository;
  readonly totps: TotpRepository;
  readonly recoveryCodes: RecoveryCodeRepository;
  readonly trustedDevices: TrustedDeviceRepository;
  readonly challenges: ChallengeRepository;
  readonly passkeys: PasskeyRepository;
  readonly signUps: SignUpRepository;
  readonly knownBrowsers: KnownBrowserRepository;
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
  readonly serviceTokens: ServiceTokenRepository;
  readonly refreshTokens: RefreshTokenRepository;
}
