// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import { type AuditQuery, type AuditRecord, auditPage } from "../../internal/core/audit/audit-page.ts";
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page } from "../../internal/core/database/lists.ts";
import type { Reply } from "../../internal/core/http/operation.ts";
import type { Background, Core } from "../../internal/core/modules/domain.ts";
import type { JsonObject } from "../common/types.gen.ts";
import type { OrganizationsService } from "../contracts/organizations.gen.ts";
import type { AuthConfig } from "./config.gen.ts";
import type { AuthConsumers, AuthEvents } from "./events.gen.ts";
import type { AuthRepositories } from "./repository.gen.ts";
import { identityAudit, passkeyAudit } from "./rows.gen.ts";
import type {
  Account,
  AddPasskeyInput,
  BeginDeviceSignInInput,
  BeginProviderLinkInput,
  BeginProviderSignInInput,
  ChangeEmailInput,
  ChangeMeInput,
  ChangePasswordInput,
  ConfirmEmailInput,
  ConfirmSignUpInput,
  ConfirmTotpInput,
  CreateOrganizationServiceTokenInput,
  CreateServiceTokenInput,
  CreateUserInput,
  DecideDeviceInput,
  DeviceCodes,
  DeviceShown,
  DeviceTokenInput,
  DeviceTokens,
  EndSessionsInput,
  FoundOrganizationInput,
  Identity,
  IdentityFilter,
  IdentityId,
  IdentitySort,
  JoinOrganizationInput,
  LinkIdentityInput,
  LookUpDeviceInput,
  MadeServiceToken,
  Me,
  PasskeyFilter,
  PasskeyId,
  PasskeySort,
  PasskeyView,
  Person,
  ProvenAddress,
  Provider,
  ProviderAddress,
  RecoveryCodes,
  RefreshInput,
  RegisterInput,
  RenamePasskeyInput,
  RequestMagicLinkInput,
  RequestPasswordResetInput,
  ResetPasswordInput,
  ResetSecondFactorInput,
  RevokeOrganizationServiceTokenInput,
  RevokeServiceTokenInput,
  SecondFactor,
  SecondFactorPasskeyOptionsInput,
  ServiceTokenShown,
  ServiceTokenStanding,
  ServiceTokenStandingInput,
  SessionFilter,
  SessionId,
  SessionSort,
  SessionStanding,
  SessionStandingInput,
  SessionView,
  SetAdministratorInput,
  SetDisabledInput,
  SetPasswordInput,
  Setup,
  SignedIn,
  SignInByLinkInput,
  SignInByPasskeyInput,
  SignInByProviderInput,
  SignInInput,
  SignInSecondFactorInput,
  SignOutEverywhereInput,
  SignUpInput,
  SwitchOrganizationInput,
  TotpSecret,
  TrustedDeviceFilter,
  TrustedDeviceId,
  TrustedDeviceSort,
  TrustedDeviceView,
  VerifyEmailInput,
} from "./types.gen.ts";
import { passkeyView, sessionView, trustedDeviceView } from "./views.gen.ts";

/** Users, their sessions and tokens. */
export interface AuthService {
  /** Codes for a program without a browser, whose user types one of them into the page /device (RFC 8628, 3.1). */
  beginDeviceSignIn(ctx: Context, input: BeginDeviceSignInInput): Promise<DeviceCodes>;
  /** Let the program behind a user code act for the caller, or not. */
  decideDevice(ctx: Context, input: DecideDeviceInput): Promise<void>;
  /** What the program behind a user code says of itself, for the caller to decide on. */
  lookUpDevice(ctx: Context, input: LookUpDeviceInput): Promise<DeviceShown>;
  /** Tokens, once the user has approved; until then a 400 with `authorization_pending` or `slow_down` (RFC 8628, 3.5). */
  deviceToken(ctx: Context, input: DeviceTokenInput): Promise<DeviceTokens>;
  /** Ask for another e-mail address. It changes when the link that goes there is opened. */
  changeEmail(ctx: Context, input: ChangeEmailInput): Promise<void>;
  /** Change the caller's e-mail address with the link that was sent to the new one. The old one gets a notice. */
  confirmEmail(ctx: Context, input: ConfirmEmailInput): Promise<ProvenAddress>;
  /** List identities. */
  listIdentities(ctx: Context, query: ListQuery<IdentityFilter, IdentitySort>): Promise<Page<Identity>>;
  /** Let the caller sign in with what came back from elsewhere. */
  linkIdentity(ctx: Context, input: LinkIdentityInput): Promise<Identity>;
  /** Delete an identity. */
  deleteIdentity(ctx: Context, id: IdentityId, expected?: number): Promise<void>;
  /** Who changed an identity, and what. */
  listIdentityAudit(ctx: Context, id: IdentityId, query: AuditQuery): Promise<Page<AuditRecord>>;
  /** Accept an invitation that was sent to the caller's address, and act in its organization. */
  joinOrganization(ctx: Context, input: JoinOrganizationInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Send a link that signs in. The answer is the same whether the address has an account or not. */
  requestMagicLink(ctx: Context, input: RequestMagicLinkInput): Promise<void>;
  /** Sign in with the link, in whatever browser. */
  signInByLink(ctx: Context, input: SignInByLinkInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Who the caller is, and what they may do. */
  getMe(ctx: Context): Promise<Me>;
  /** Change the caller's own profile. */
  changeMe(ctx: Context, input: ChangeMeInput): Promise<Person>;
  /** Create another organization, owned by the caller, and act in it. */
  foundOrganization(ctx: Context, input: FoundOrganizationInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Sign in with a passkey. It is two factors at once, since the device has asked who holds it. */
  signInByPasskey(ctx: Context, input: SignInByPasskeyInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** What a browser needs to sign somebody in with a passkey that it knows. */
  passkeySignInOptions(ctx: Context): Promise<JsonObject>;
  /** List passkeys. */
  listPasskeys(ctx: Context, query: ListQuery<PasskeyFilter, PasskeySort>): Promise<Page<PasskeyView>>;
  /** Keep a passkey that the browser has made. */
  addPasskey(ctx: Context, input: AddPasskeyInput): Promise<PasskeyView>;
  /** What a browser needs to make a passkey for the caller. */
  passkeyOptions(ctx: Context): Promise<JsonObject>;
  /** Give a passkey of the caller another name. */
  renamePasskey(ctx: Context, input: RenamePasskeyInput): Promise<PasskeyView>;
  /** Delete a passkey. */
  deletePasskey(ctx: Context, id: PasskeyId, expected?: number): Promise<void>;
  /** Who changed a passkey, and what. */
  listPasskeyAudit(ctx: Context, id: PasskeyId, query: AuditQuery): Promise<Page<AuditRecord>>;
  /** Change the caller's password. All their other sessions end. */
  changePassword(ctx: Context, input: ChangePasswordInput): Promise<void>;
  /** Send a link that sets a new password. The answer is the same whether the address has an account or not. */
  requestPasswordReset(ctx: Context, input: RequestPasswordResetInput): Promise<void>;
  /** Set a new password with the link. Every session of the account ends. */
  resetPassword(ctx: Context, input: ResetPasswordInput): Promise<void>;
  /** Sign in with what came back from elsewhere. */
  signInByProvider(ctx: Context, input: SignInByProviderInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Where else people can sign in from. */
  listProviders(ctx: Context): Promise<readonly Provider[]>;
  /** Where to send a browser so that the caller can sign in from there too. */
  beginProviderLink(ctx: Context, input: BeginProviderLinkInput): Promise<Reply<ProviderAddress, { readonly "Set-Cookie"?: string }>>;
  /** Where to send a browser for signing in elsewhere. It comes back to the page /sign-in/callback. */
  beginProviderSignIn(ctx: Context, input: BeginProviderSignInInput): Promise<Reply<ProviderAddress, { readonly "Set-Cookie"?: string }>>;
  /**
   * Trade a refresh token for new tokens. A second use of an old one ends the session.
   * Works once for each token. The same client may ask again within ten seconds, in case the answer was lost: then what it did not get is worth nothing any more. A session in cookies also needs the header `X-CSRF-Token`.
   */
  refresh(ctx: Context, input: RefreshInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /**
   * Create an account, with an organization of its own or the one that it was invited to, and sign in.
   * For the first account, for who has an invitation, and where only this machine reaches the platform and no mail is sent. Elsewhere it is refused, whatever the address, and an account begins with `signUp`.
   */
  register(ctx: Context, input: RegisterInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Whether signing in takes a second step, and what the caller can show for it. */
  getSecondFactor(ctx: Context): Promise<SecondFactor>;
  /** Forget the authenticator app, the recovery codes and the trusted devices. Passkeys stay. */
  turnOffSecondFactor(ctx: Context): Promise<void>;
  /** Make signing in take a second step, with the passkeys that the caller has. */
  turnOnSecondFactor(ctx: Context): Promise<RecoveryCodes>;
  /** What a browser needs to show a passkey as the second factor. */
  secondFactorPasskeyOptions(ctx: Context, input: SecondFactorPasskeyOptionsInput): Promise<JsonObject>;
  /** Ten new recovery codes. Those from before are worth nothing any more. */
  renewRecoveryCodes(ctx: Context): Promise<RecoveryCodes>;
  /** The second step of signing in, with one of a code, a recovery code and a passkey. */
  signInSecondFactor(ctx: Context, input: SignInSecondFactorInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** A new secret for an authenticator app. It counts when a code of it has been confirmed. */
  beginTotp(ctx: Context): Promise<TotpSecret>;
  /** Show that the authenticator app knows the secret. From then on signing in takes a second step. */
  confirmTotp(ctx: Context, input: ConfirmTotpInput): Promise<RecoveryCodes>;
  /** The caller's own service tokens in the organization that they act in. */
  listServiceTokens(ctx: Context): Promise<readonly ServiceTokenShown[]>;
  /** Make a service token for the caller. It may never do more than they may themselves. */
  createServiceToken(ctx: Context, input: CreateServiceTokenInput): Promise<MadeServiceToken>;
  /** Revoke one of the caller's own service tokens. It ends at once. */
  revokeServiceToken(ctx: Context, input: RevokeServiceTokenInput): Promise<void>;
  /** List sessions. */
  listSessions(ctx: Context, query: ListQuery<SessionFilter, SessionSort>): Promise<Page<SessionView>>;
  /** Delete a session. */
  deleteSession(ctx: Context, id: SessionId, expected?: number): Promise<void>;
  /** Whether this installation still waits for its first account. */
  getSetup(ctx: Context): Promise<Setup>;
  /**
   * Sign in with e-mail and password. Ten tries a minute for each address, and for each account.
   * Browsers in which somebody has signed in to the account before are counted by themselves: what others try does not lock them out.
   */
  signIn(ctx: Context, input: SignInInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** End the session of the caller. */
  signOut(ctx: Context): Promise<Reply<undefined, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** End all sessions of the caller, this one too unless told otherwise. */
  signOutEverywhere(ctx: Context, input: SignOutEverywhereInput): Promise<Reply<undefined, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Ask for an account. What goes to the address tells how to go on, and alone knows whether it has one already. */
  signUp(ctx: Context, input: SignUpInput): Promise<void>;
  /** Create the account that was asked for, with the link from the mail and the password that was chosen, and sign in. */
  confirmSignUp(ctx: Context, input: ConfirmSignUpInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Act in another organization of the caller's. The session remembers it. */
  switchOrganization(ctx: Context, input: SwitchOrganizationInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** List trusted devices. */
  listTrustedDevices(ctx: Context, query: ListQuery<TrustedDeviceFilter, TrustedDeviceSort>): Promise<Page<TrustedDeviceView>>;
  /** Delete a trusted device. */
  deleteTrustedDevice(ctx: Context, id: TrustedDeviceId, expected?: number): Promise<void>;
  /** Send the caller another link that proves their e-mail address. Links sent before end. */
  requestVerification(ctx: Context): Promise<void>;
  /** Prove the caller's e-mail address with the link that was sent there. */
  verifyEmail(ctx: Context, input: VerifyEmailInput): Promise<ProvenAddress>;
  /** Take every second factor from an account whose owner has lost them. Its sessions end. */
  resetSecondFactor(ctx: Context, input: ResetSecondFactorInput): Promise<void>;
  /** Whether there is a service token of this hash, for whom it speaks and what it may do. */
  serviceTokenStanding(ctx: Context, input: ServiceTokenStandingInput): Promise<ServiceTokenStanding>;
  /** Whether a session goes on in an organization, and what its user may do there. */
  sessionStanding(ctx: Context, input: SessionStandingInput): Promise<SessionStanding>;
  /** Everybody who has an account, the oldest first. */
  listUsers(ctx: Context): Promise<readonly Account[]>;
  /** Create an account with an organization of its own, whether registration is open or not. */
  createUser(ctx: Context, input: CreateUserInput): Promise<Account>;
  /** Say whether an account runs the platform. */
  setAdministrator(ctx: Context, input: SetAdministratorInput): Promise<void>;
  /** Close an account to everybody, its owner too, or open it again. All its sessions end. */
  setDisabled(ctx: Context, input: SetDisabledInput): Promise<void>;
  /** Give an account another password. All its sessions end. */
  setPassword(ctx: Context, input: SetPasswordInput): Promise<void>;
  /** End all sessions of an account. */
  endSessions(ctx: Context, input: EndSessionsInput): Promise<void>;
  /** The service tokens of the organization itself. */
  listOrganizationServiceTokens(ctx: Context): Promise<readonly ServiceTokenShown[]>;
  /** Make a service token for the organization, which stays when its maker leaves. It may not do more than its maker may. */
  createOrganizationServiceToken(ctx: Context, input: CreateOrganizationServiceTokenInput): Promise<MadeServiceToken>;
  /** Revoke a service token of the organization. It ends at once. */
  revokeOrganizationServiceToken(ctx: Context, input: RevokeOrganizationServiceTokenInput): Promise<void>;
}

/** What the service is made of. */
export interface AuthParts extends AuthRepositories {
  readonly events: AuthEvents;
  readonly config: AuthConfig;
  readonly core: Core;
  /** Services of the domains that this one requires. */
  readonly contracts: {
    readonly organizations: OrganizationsService;
  };
}

export type AuthDefaults = Pick<
  AuthService,
  | "listIdentities"
  | "deleteIdentity"
  | "listIdentityAudit"
  | "listPasskeys"
  | "deletePasskey"
  | "listPasskeyAudit"
  | "listSessions"
  | "deleteSession"
  | "listTrustedDevices"
  | "deleteTrustedDevice"
>;

/** What the spec alone says of each operation: its rows and their events, in one transaction. */
export function authDefaults({ core, identities, passkeys, sessions, trustedDevices }: AuthParts): AuthDefaults {
  return {
    listIdentities: (ctx, query) => identities.list(ctx, query),
    async deleteIdentity(ctx, id, expected) {
      await identities.delete(ctx, id, expected);
    },
    listIdentityAudit: (ctx, id, query) => auditPage(ctx, core.database, identities, identityAudit, id, query),
    async listPasskeys(ctx, query) {
      const page = await passkeys.list(ctx, query);
      return { ...page, items: page.items.map(passkeyView) };
    },
    async deletePasskey(ctx, id, expected) {
      await passkeys.delete(ctx, id, expected);
    },
    listPasskeyAudit: (ctx, id, query) => auditPage(ctx, core.database, passkeys, passkeyAudit, id, query),
    async listSessions(ctx, query) {
      const page = await sessions.list(ctx, query);
      return { ...page, items: page.items.map(sessionView) };
    },
    async deleteSession(ctx, id, expected) {
      await sessions.delete(ctx, id, expected);
    },
    async listTrustedDevices(ctx, query) {
      const page = await trustedDevices.list(ctx, query);
      return { ...page, items: page.items.map(trustedDeviceView) };
    },
    async deleteTrustedDevice(ctx, id, expected) {
      await trustedDevices.delete(ctx, id, expected);
    },
  };
}

/** What internal/auth/module.ts provides. */
export interface AuthModule {
  /** The operations that the spec alone does not decide, and others where they differ from the defaults. */
  service(parts: AuthParts): AuthService;
  consumers(parts: AuthParts, service: AuthService): AuthConsumers;
  /** Removes what a purged organization leaves besides its rows: files, rows that are not bound to it. May run again. */
  forget?(parts: AuthParts, organization: string): Promise<void>;
  /** Work beside requests: workers, start-up chores. */
  start?(parts: AuthParts, service: AuthService): Promise<Background>;
  /** Work that one process does for all: sweeps, schedules. */
  startAlone?(parts: AuthParts, service: AuthService): Promise<Background>;
}
