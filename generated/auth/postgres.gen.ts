// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Selectable } from "kysely";
import type { Context } from "../../internal/core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../internal/core/database/database.ts";
import { changedOne, checkVersion, missing, ownerUser, uniqueConflict } from "../../internal/core/database/rows.ts";
import type { RefreshTokenRepository, SessionRepository, UserRepository } from "./repository.gen.ts";
import {
  changedRefreshToken,
  changedSession,
  changedUser,
  newRefreshToken,
  newSession,
  newUser,
  refreshTokenList,
  refreshTokenUnique,
  sessionList,
  userList,
  userUnique,
} from "./rows.gen.ts";
import type { AuthPostgresTables } from "./tables.gen.ts";
import type { RefreshToken, RefreshTokenId, Session, SessionId, User, UserId } from "./types.gen.ts";

const userColumns = ["id", "created_at", "updated_at", "version", "email", "name", "password_hash"] as const;

type UserRow = Pick<Selectable<AuthPostgresTables["users"]>, (typeof userColumns)[number]>;

function toUser(row: UserRow): User {
  return {
    id: row.id as UserId,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    email: row.email,
    name: row.name,
    passwordHash: row.password_hash,
  };
}

function fromUser(user: User): UserRow {
  return {
    id: user.id,
    created_at: new Date(user.createdAt),
    updated_at: new Date(user.updatedAt),
    version: user.version,
    email: user.email,
    name: user.name,
    password_hash: user.passwordHash,
  };
}

export function postgresUsers(db: SqlDatabase<AuthPostgresTables>): UserRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query
      .selectFrom("users")
      .select(userColumns)
      .where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("users").select(userColumns), userList);
  const insertOne = db.statement((query, param: Placeholders<UserRow>) =>
    query.insertInto("users").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      email: param.email,
      name: param.name,
      password_hash: param.password_hash,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<UserRow & { expectedVersion: number }>) =>
    query
      .updateTable("users")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        name: param.name,
        password_hash: param.password_hash,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("users")
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const countAllQuery = db.statement((query) =>
    query
      .selectFrom("users")
      .select((eb) => eb.fn.countAll<number>().as("count")),
  );
  const findByEmailQuery = db.statement((query, param: Placeholders<{ email: string }>) =>
    query
      .selectFrom("users")
      .select(userColumns)
      .where("email", "=", param.email),
  );
  const conflict = uniqueConflict("User", userUnique);

  async function existing(ctx: Context, id: string): Promise<User> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("User", id);
    return toUser(row);
  }

  return {
    async find(ctx, id) {
      const row = await findOne.first(ctx, { id });
      return row && toUser(row);
    },
    list: (ctx, query) => listed.page(ctx, {}, query, toUser),
    async insert(ctx, input) {
      const user = newUser(input);
      await insertOne.run(ctx, fromUser(user)).catch(conflict);
      return user;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("User", before, expected);
      const user = changedUser(before, patch);
      const row = { ...fromUser(user), expectedVersion: before.version };
      changedOne("User", id, await updateOne.run(ctx, row));
      return user;
    },
    async delete(ctx, id, expected) {
      const user = await existing(ctx, id);
      checkVersion("User", user, expected);
      const row = { id, expectedVersion: user.version };
      changedOne("User", id, await deleteOne.run(ctx, row));
      return user;
    },
    async countAll(ctx) {
      const row = await countAllQuery.first(ctx, {});
      return row?.count ?? 0;
    },
    async findByEmail(ctx, email) {
      const row = await findByEmailQuery.first(ctx, { email });
      return row && toUser(row);
    },
  };
}

const sessionColumns = [
  "id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "organization",
  "device",
  "expires_at",
  "last_used_at",
  "revoked_at",
] as const;

type SessionRow = Pick<Selectable<AuthPostgresTables["sessions"]>, (typeof sessionColumns)[number]>;

function toSession(row: SessionRow): Session {
  return {
    id: row.id as SessionId,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    organization: row.organization,
    device: row.device,
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}

function fromSession(session: Session): SessionRow {
  return {
    id: session.id,
    created_by: session.createdBy,
    created_at: new Date(session.createdAt),
    updated_at: new Date(session.updatedAt),
    version: session.version,
    organization: session.organization,
    device: session.device,
    expires_at: new Date(session.expiresAt),
    last_used_at: new Date(session.lastUsedAt),
    revoked_at: session.revokedAt === null ? null : new Date(session.revokedAt),
  };
}

export function postgresSessions(db: SqlDatabase<AuthPostgresTables>): SessionRepository {
  const findOne = db.statement((query, param: Placeholders<{ created_by: string; id: string }>) =>
    query
      .selectFrom("sessions")
      .select(sessionColumns)
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ created_by: string }>) =>
      query
        .selectFrom("sessions")
        .select(sessionColumns)
        .where("created_by", "=", param.created_by),
    sessionList,
  );
  const insertOne = db.statement((query, param: Placeholders<SessionRow>) =>
    query.insertInto("sessions").values({
      id: param.id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      organization: param.organization,
      device: param.device,
      expires_at: param.expires_at,
      last_used_at: param.last_used_at,
      revoked_at: param.revoked_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<SessionRow & { expectedVersion: number }>) =>
    query
      .updateTable("sessions")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        organization: param.organization,
        device: param.device,
        expires_at: param.expires_at,
        last_used_at: param.last_used_at,
        revoked_at: param.revoked_at,
      })
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ created_by: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("sessions")
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );

  async function existing(ctx: Context, id: string): Promise<Session> {
    const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
    if (row === undefined) throw missing("Session", id);
    return toSession(row);
  }

  return {
    async find(ctx, id) {
      const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
      return row && toSession(row);
    },
    list: (ctx, query) => listed.page(ctx, { created_by: ownerUser(ctx) }, query, toSession),
    async insert(ctx, input) {
      const session = newSession(ctx, input);
      await insertOne.run(ctx, fromSession(session));
      return session;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Session", before, expected);
      const session = changedSession(before, patch);
      const row = { ...fromSession(session), created_by: ownerUser(ctx), expectedVersion: before.version };
      changedOne("Session", id, await updateOne.run(ctx, row));
      return session;
    },
    async delete(ctx, id, expected) {
      const session = await existing(ctx, id);
      checkVersion("Session", session, expected);
      const row = { created_by: ownerUser(ctx), id, expectedVersion: session.version };
      changedOne("Session", id, await deleteOne.run(ctx, row));
      return session;
    },
  };
}

const refreshTokenColumns = [
  "id",
  "created_at",
  "updated_at",
  "version",
  "hash",
  "session_id",
  "user_id",
  "expires_at",
  "used_at",
] as const;

type RefreshTokenRow = Pick<Selectable<AuthPostgresTables["refresh_tokens"]>, (typeof refreshTokenColumns)[number]>;

function toRefreshToken(row: RefreshTokenRow): RefreshToken {
  return {
    id: row.id as RefreshTokenId,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    hash: row.hash,
    sessionId: row.session_id as SessionId,
    userId: row.user_id as UserId,
    expiresAt: row.expires_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null,
  };
}

function fromRefreshToken(refreshToken: RefreshToken): RefreshTokenRow {
  return {
    id: refreshToken.id,
    created_at: new Date(refreshToken.createdAt),
    updated_at: new Date(refreshToken.updatedAt),
    version: refreshToken.version,
    hash: refreshToken.hash,
    session_id: refreshToken.sessionId,
    user_id: refreshToken.userId,
    expires_at: new Date(refreshToken.expiresAt),
    used_at: refreshToken.usedAt === null ? null : new Date(refreshToken.usedAt),
  };
}

export function postgresRefreshTokens(db: SqlDatabase<AuthPostgresTables>): RefreshTokenRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query
      .selectFrom("refresh_tokens")
      .select(refreshTokenColumns)
      .where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("refresh_tokens").select(refreshTokenColumns), refreshTokenList);
  const insertOne = db.statement((query, param: Placeholders<RefreshTokenRow>) =>
    query.insertInto("refresh_tokens").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      hash: param.hash,
      session_id: param.session_id,
      user_id: param.user_id,
      expires_at: param.expires_at,
      used_at: param.used_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<RefreshTokenRow & { expectedVersion: number }>) =>
    query
      .updateTable("refresh_tokens")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        expires_at: param.expires_at,
        used_at: param.used_at,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("refresh_tokens")
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ hash: string }>) =>
    query
      .selectFrom("refresh_tokens")
      .select(refreshTokenColumns)
      .where("hash", "=", param.hash),
  );
  const conflict = uniqueConflict("RefreshToken", refreshTokenUnique);

  async function existing(ctx: Context, id: string): Promise<RefreshToken> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("RefreshToken", id);
    return toRefreshToken(row);
  }

  return {
    async find(ctx, id) {
      const row = await findOne.first(ctx, { id });
      return row && toRefreshToken(row);
    },
    list: (ctx, query) => listed.page(ctx, {}, query, toRefreshToken),
    async insert(ctx, input) {
      const refreshToken = newRefreshToken(input);
      await insertOne.run(ctx, fromRefreshToken(refreshToken)).catch(conflict);
      return refreshToken;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("RefreshToken", before, expected);
      const refreshToken = changedRefreshToken(before, patch);
      const row = { ...fromRefreshToken(refreshToken), expectedVersion: before.version };
      changedOne("RefreshToken", id, await updateOne.run(ctx, row));
      return refreshToken;
    },
    async delete(ctx, id, expected) {
      const refreshToken = await existing(ctx, id);
      checkVersion("RefreshToken", refreshToken, expected);
      const row = { id, expectedVersion: refreshToken.version };
      changedOne("RefreshToken", id, await deleteOne.run(ctx, row));
      return refreshToken;
    },
    async findByHash(ctx, hash) {
      const row = await findByHashQuery.first(ctx, { hash });
      return row && toRefreshToken(row);
    },
  };
}
