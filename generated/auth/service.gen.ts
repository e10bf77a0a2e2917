// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { Reply } from "../../internal/core/http/operation.ts";
import type { Background, Core } from "../../internal/core/modules/domain.ts";
import type { OrganizationsService } from "../contracts/organizations.gen.ts";
import type { AuthConfig } from "./config.gen.ts";
import type { AuthEvents } from "./events.gen.ts";
import type { AuthRepositories } from "./repository.gen.ts";
import type { Me, RefreshInput, RegisterInput, Setup, SignInInput, SignedIn } from "./types.gen.ts";

/** Users, their sessions and tokens. */
export interface AuthService {
  /** Who the caller is, and what they may do. */
  getMe(ctx: Context): Promise<Me>;
  /** Trade a refresh token for a new pair. A second use of an old one ends the session. */
  refresh(ctx: Context, input: RefreshInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: string }>>;
  /** Create an account with an organization of its own, and sign in. */
  register(ctx: Context, input: RegisterInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: string }>>;
  /** Whether this installation still waits for its first account. */
  getSetup(ctx: Context): Promise<Setup>;
  /** Sign in with e-mail and password. */
  signIn(ctx: Context, input: SignInInput): Promise<Reply<SignedIn, { readonly "Set-Cookie"?: string }>>;
  /** End the session of the caller. */
  signOut(ctx: Context): Promise<Reply<undefined, { readonly "Set-Cookie"?: string }>>;
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

/** What internal/auth/module.ts provides. */
export interface AuthModule {
  /** The operations that the spec alone does not decide, and others where they differ from the defaults. */
  service(parts: AuthParts): AuthService;
  /** Work beside requests: workers, start-up chores. */
  start?(parts: AuthParts, service: AuthService): Promise<Background>;
  /** Work that one process does for all: sweeps, schedules. */
  startAlone?(parts: AuthParts, service: AuthService): Promise<Background>;
}
