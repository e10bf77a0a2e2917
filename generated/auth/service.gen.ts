// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page } from "../../internal/core/database/lists.ts";
import type { Reply } from "../../internal/core/http/operation.ts";
import type { Background, Core } from "../../internal/core/modules/domain.ts";
import type { OrganizationsService } from "../contracts/organizations.gen.ts";
import type { AuthConfig } from "./config.gen.ts";
import type { AuthConsumers, AuthEvents } from "./events.gen.ts";
import type { AuthRepositories } from "./repository.gen.ts";
import type {
  ChangeMeInput,
  ChangePasswordInput,
  CreateOrganizationServiceTokenInput,
  CreateServiceTokenInput,
  FoundOrganizationInput,
  JoinOrganizationInput,
  MadeServiceToken,
  Me,
  Person,
  RefreshInput,
  RegisterInput,
  RevokeOrganizationServiceTokenInput,
  RevokeServiceTokenInput,
  ServiceTokenShown,
  ServiceTokenStanding,
  ServiceTokenStandingInput,
  SessionFilter,
  SessionId,
  SessionSort,
  SessionStanding,
  SessionStandingInput,
  SessionView,
  Setup,
  SignInInput,
  SignOutEverywhereInput,
  SignedIn,
  SwitchOrganizationInput,
} from "./types.gen.ts";
import { sessionView } from "./views.gen.ts";

/** Users, their sessions and tokens. */
export interface AuthService {
  /** Accept an invitation that was sent to the caller's address, and act in its organization. */
  joinOrganization(ctx: Context, input: JoinOrganizationInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Who the caller is, and what they may do. */
  getMe(ctx: Context): Promise<Me>;
  /** Change the caller's own profile. */
  changeMe(ctx: Context, input: ChangeMeInput): Promise<Person>;
  /** Create another organization, owned by the caller, and act in it. */
  foundOrganization(ctx: Context, input: FoundOrganizationInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Change the caller's password. All their other sessions end. */
  changePassword(ctx: Context, input: ChangePasswordInput): Promise<void>;
  /**
   * Trade a refresh token for new tokens. A second use of an old one ends the session.
   * Works once for each token. The same client may ask again within ten seconds, in case the answer was lost: then what it did not get is worth nothing any more. A session in cookies also needs the header `X-CSRF-Token`.
   */
  refresh(ctx: Context, input: RefreshInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Create an account, with an organization of its own or the one that it was invited to, and sign in. */
  register(ctx: Context, input: RegisterInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
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
  /** Sign in with e-mail and password. Ten tries a minute for each address, and for each account. */
  signIn(ctx: Context, input: SignInInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** End the session of the caller. */
  signOut(ctx: Context): Promise<Reply<undefined, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** End all sessions of the caller, this one too unless told otherwise. */
  signOutEverywhere(ctx: Context, input: SignOutEverywhereInput): Promise<Reply<undefined, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Act in another organization of the caller's. The session remembers it. */
  switchOrganization(ctx: Context, input: SwitchOrganizationInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: readonly string[] }>>;
  /** Whether there is a service token of this hash, for whom it speaks and what it may do. */
  serviceTokenStanding(ctx: Context, input: ServiceTokenStandingInput): Promise<ServiceTokenStanding>;
  /** Whether a session goes on in an organization, and what its user may do there. */
  sessionStanding(ctx: Context, input: SessionStandingInput): Promise<SessionStanding>;
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

export type AuthDefaults = Pick<AuthService, "listSessions" | "deleteSession">;

/** What the spec alone says of each operation: its rows and their events, in one transaction. */
export function authDefaults({ sessions }: AuthParts): AuthDefaults {
  return {
    async listSessions(ctx, query) {
      const page = await sessions.list(ctx, query);
      return { ...page, items: page.items.map(sessionView) };
    },
    async deleteSession(ctx, id, expected) {
      await sessions.delete(ctx, id, expected);
    },
  };
}

/** What internal/auth/module.ts provides. */
export interface AuthModule {
  /** The operations that the spec alone does not decide, and others where they differ from the defaults. */
  service(parts: AuthParts): AuthService;
  consumers(parts: AuthParts, service: AuthService): AuthConsumers;
  /** Removes what else than its rows there is of an organization that is purged: files, rows that are not bound to it. May run again. */
  forget?(parts: AuthParts, organization: string): Promise<void>;
  /** Work beside requests: workers, start-up chores. */
  start?(parts: AuthParts, service: AuthService): Promise<Background>;
  /** Work that one process does for all: sweeps, schedules. */
  startAlone?(parts: AuthParts, service: AuthService): Promise<Background>;
}
