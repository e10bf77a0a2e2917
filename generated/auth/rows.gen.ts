// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { AuditSubject } from "../../internal/core/audit/audited.ts";
import type { Context } from "../../internal/core/context/context.ts";
import type { ListColumn } from "../../internal/core/database/database.ts";
import { instant } from "../../internal/core/database/instant.ts";
import { type Unique, actorId, ownerOrganization, ownerUser, timestamp } from "../../internal/core/database/rows.ts";
import { newId } from "../../internal/core/ids/ids.ts";
import type {
  RefreshToken,
  RefreshTokenCreate,
  RefreshTokenPatch,
  ServiceToken,
  ServiceTokenCreate,
  ServiceTokenPatch,
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
    passwordHash: input.passwordHash ?? null,
    administrator: input.administrator ?? false,
  };
}

/** The next version of a User: absent fields stay, null clears. */
export function changedUser(before: User, patch: UserPatch): User {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: patch.name ?? before.name,
    passwordHash: patch.passwordHash === undefined ? before.passwordHash : patch.passwordHash,
    administrator: patch.administrator ?? before.administrator,
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

/** What lists of ServiceTokens may be filtered and sorted by. */
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

/** What lists of RefreshTokens may be filtered and sorted by. */
export const refreshTokenList: Readonly<Record<string, ListColumn>> = {};
