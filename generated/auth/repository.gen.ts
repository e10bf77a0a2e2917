// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page } from "../../internal/core/database/lists.ts";
import type {
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
  User,
  UserCreate,
  UserFilter,
  UserPatch,
  UserSort,
} from "./types.gen.ts";

/** All users: they have no owner. */
export interface UserRepository {
  find(ctx: Context, id: string): Promise<User | undefined>;
  list(ctx: Context, query: ListQuery<UserFilter, UserSort>): Promise<Page<User>>;
  /** 409 when another has the same values of `email`. */
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
  find(ctx: Context, id: string): Promise<Session | undefined>;
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
  find(ctx: Context, id: string): Promise<ServiceToken | undefined>;
  list(ctx: Context, query: ListQuery<ServiceTokenFilter, ServiceTokenSort>): Promise<Page<ServiceToken>>;
  /** 409 when another has the same values of `hash`. */
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
  find(ctx: Context, id: string): Promise<RefreshToken | undefined>;
  list(ctx: Context, query: ListQuery<RefreshTokenFilter, RefreshTokenSort>): Promise<Page<RefreshToken>>;
  /** 409 when another has the same values of `hash`. */
  insert(ctx: Context, input: RefreshTokenCreate): Promise<RefreshToken>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: RefreshTokenPatch, expected?: number): Promise<RefreshToken>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<RefreshToken>;
  findByHash(ctx: Context, hash: string): Promise<RefreshToken | undefined>;
}

/** All repositories of the domain. */
export interface AuthRepositories {
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
  readonly serviceTokens: ServiceTokenRepository;
  readonly refreshTokens: RefreshTokenRepository;
}
