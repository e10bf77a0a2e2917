// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListColumn } from "../../internal/core/database/database.ts";
import { instant } from "../../internal/core/database/instant.ts";
import { type Unique, ownerUser, timestamp } from "../../internal/core/database/rows.ts";
import { newId } from "../../internal/core/ids/ids.ts";
import type {
  RefreshToken,
  RefreshTokenCreate,
  RefreshTokenPatch,
  Session,
  SessionCreate,
  SessionPatch,
  User,
  UserCreate,
  UserPatch,
} from "./types.gen.ts";

/** A new User: what was given, the spec's defaults, and what the server decides. */
export function newUser(input: UserCreate): User {
  const now = timestamp();
  return {
    id: newId("us"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    email: input.email,
    name: input.name,
    passwordHash: input.passwordHash,
  };
}

/** The next version of a User: absent fields stay, null clears. */
export function changedUser(before: User, patch: UserPatch): User {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: patch.name ?? before.name,
    passwordHash: patch.passwordHash ?? before.passwordHash,
  };
}

export const userUnique: readonly Unique[] = [{ index: "users_email_key", fields: ["email"] }];

/** What lists of Users may be filtered and sorted by. */
export const userList: Readonly<Record<string, ListColumn>> = {};

/** A new Session: what was given, the spec's defaults, and what the server decides. */
export function newSession(ctx: Context, input: SessionCreate): Session {
  const now = timestamp();
  return {
    id: newId("ss"),
    createdBy: ownerUser(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    organization: input.organization ?? null,
    device: input.device ?? null,
    expiresAt: instant(input.expiresAt),
    lastUsedAt: instant(input.lastUsedAt),
    revokedAt: instant(input.revokedAt ?? null),
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
    expiresAt: instant(patch.expiresAt ?? before.expiresAt),
    lastUsedAt: instant(patch.lastUsedAt ?? before.lastUsedAt),
    revokedAt: instant(patch.revokedAt === undefined ? before.revokedAt : patch.revokedAt),
  };
}

/** What lists of Sessions may be filtered and sorted by. */
export const sessionList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: false, sort: true },
};

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
  };
}

export const refreshTokenUnique: readonly Unique[] = [{ index: "refresh_tokens_hash_key", fields: ["hash"] }];

/** What lists of RefreshTokens may be filtered and sorted by. */
export const refreshTokenList: Readonly<Record<string, ListColumn>> = {};
