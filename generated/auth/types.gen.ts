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
  readonly passwordHash: string;
}

/** A User as others see it. */
export interface UserView {
  readonly id: UserId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly email: string;
  readonly name: string;
}

/** What creates an User. */
export interface UserCreate {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface UserPatch {
  readonly name?: string;
  readonly passwordHash?: string;
}

export type UserFilter = Readonly<Record<string, never>>;

export type UserSort = never;

export type SessionId = `ss-${string}`;

/** A sign-in on one device. */
export interface Session {
  readonly id: SessionId;
  readonly createdBy: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  /** The organization that the session acts in. */
  readonly organization: string | null;
  readonly device: string | null;
  readonly expiresAt: Timestamp;
  readonly lastUsedAt: Timestamp;
  readonly revokedAt: Timestamp | null;
}

/** What creates a Session. */
export interface SessionCreate {
  readonly organization?: string;
  readonly device?: string | null;
  readonly expiresAt: Timestamp;
  readonly lastUsedAt: Timestamp;
  readonly revokedAt?: Timestamp | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface SessionPatch {
  readonly organization?: string | null;
  readonly device?: string | null;
  readonly expiresAt?: Timestamp;
  readonly lastUsedAt?: Timestamp;
  readonly revokedAt?: Timestamp | null;
}

export type SessionFilter = Readonly<Record<string, never>>;

export type SessionSort = "createdAt" | "-createdAt";

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
}

/** What creates a RefreshToken. */
export interface RefreshTokenCreate {
  readonly hash: string;
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly expiresAt: Timestamp;
  readonly usedAt?: Timestamp | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface RefreshTokenPatch {
  readonly expiresAt?: Timestamp;
  readonly usedAt?: Timestamp | null;
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
  readonly password: string;
  readonly name: string;
  /** Name of the organization to create; the person's name unless told. */
  readonly organization?: string;
  readonly keep?: Keep;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly keep?: Keep;
}

/** Where the refresh token goes. A browser asks for cookie, so that no script can read it. */
export type Keep = "body" | "cookie";

export interface Refresh {
  readonly refreshToken?: string;
}

export interface SignedIn {
  readonly accessToken: string;
  /** Seconds. */
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
  readonly organization: { readonly id: string; readonly name: string };
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
}

/** What refresh is given. */
export interface RefreshInput {
  /** The refresh token of a browser. */
  readonly archwrightRefresh?: string;
  readonly body?: Refresh;
}

/** What register is given. */
export interface RegisterInput {
  readonly body: Registration;
}

/** What signIn is given. */
export interface SignInInput {
  readonly body: Credentials;
}
