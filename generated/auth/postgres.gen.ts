// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Selectable } from "kysely";
import type { Context } from "../../internal/core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../internal/core/database/database.ts";
import { changedOne, checkVersion, missing, ownerUser, uniqueConflict } from "../../internal/core/database/rows.ts";
import type { RefreshTokenRepository, ServiceTokenRepository, SessionRepository, UserRepository } from "./repository.gen.ts";
import {
  changedRefreshToken,
  changedServiceToken,
  changedSession,
  changedUser,
  newRefreshToken,
  newServiceToken,
  newSession,
  newUser,
  refreshTokenList,
  refreshTokenUnique,
  serviceTokenList,
  serviceTokenUnique,
  sessionList,
  userList,
  userUnique,
} from "./rows.gen.ts";
import type { AuthPostgresTables } from "./tables.gen.ts";
import type { RefreshToken, RefreshTokenId, ServiceToken, ServiceTokenId, Session, SessionId, User, UserId } from "./types.gen.ts";

const userColumns = ["id", "created_at", "updated_at", "version", "email", "name", "password_hash", "administrator"] as const;

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
    administrator: row.administrator,
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
    administrator: user.administrator,
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
      administrator: param.administrator,
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
        administrator: param.administrator,
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
  "address",
  "methods",
  "csrf_hash",
  "expires_at",
  "last_used_at",
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
    address: row.address,
    methods: row.methods as unknown as readonly string[],
    csrfHash: row.csrf_hash,
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at.toISOString(),
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
    address: session.address,
    methods: JSON.stringify(session.methods),
    csrf_hash: session.csrfHash,
    expires_at: new Date(session.expiresAt),
    last_used_at: new Date(session.lastUsedAt),
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
      address: param.address,
      methods: param.methods,
      csrf_hash: param.csrf_hash,
      expires_at: param.expires_at,
      last_used_at: param.last_used_at,
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
        address: param.address,
        methods: param.methods,
        expires_at: param.expires_at,
        last_used_at: param.last_used_at,
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
  const listAllQuery = db.statement((query, param: Placeholders<{ created_by: string }>) =>
    query
      .selectFrom("sessions")
      .select(sessionColumns)
      .where("created_by", "=", param.created_by)
      .orderBy("last_used_at")
      .orderBy("id"),
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
    async listAll(ctx) {
      const rows = await listAllQuery.all(ctx, { created_by: ownerUser(ctx) });
      return rows.map(toSession);
    },
  };
}

const serviceTokenColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "name",
  "hash",
  "owner_id",
  "permissions",
  "expires_at",
  "last_used_at",
] as const;

type ServiceTokenRow = Pick<Selectable<AuthPostgresTables["service_tokens"]>, (typeof serviceTokenColumns)[number]>;

function toServiceToken(row: ServiceTokenRow): ServiceToken {
  return {
    id: row.id as ServiceTokenId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    name: row.name,
    hash: row.hash,
    ownerId: row.owner_id,
    permissions: row.permissions as unknown as readonly string[],
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}

function fromServiceToken(serviceToken: ServiceToken): ServiceTokenRow {
  return {
    id: serviceToken.id,
    organization_id: serviceToken.organizationId,
    created_by: serviceToken.createdBy,
    created_at: new Date(serviceToken.createdAt),
    updated_at: new Date(serviceToken.updatedAt),
    version: serviceToken.version,
    name: serviceToken.name,
    hash: serviceToken.hash,
    owner_id: serviceToken.ownerId,
    permissions: JSON.stringify(serviceToken.permissions),
    expires_at: new Date(serviceToken.expiresAt),
    last_used_at: serviceToken.lastUsedAt === null ? null : new Date(serviceToken.lastUsedAt),
  };
}

export function postgresServiceTokens(db: SqlDatabase<AuthPostgresTables>): ServiceTokenRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query
      .selectFrom("service_tokens")
      .select(serviceTokenColumns)
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query
        .selectFrom("service_tokens")
        .select(serviceTokenColumns)
        .where("organization_id", "=", param.organization_id),
    serviceTokenList,
  );
  const insertOne = db.statement((query, param: Placeholders<ServiceTokenRow>) =>
    query.insertInto("service_tokens").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      name: param.name,
      hash: param.hash,
      owner_id: param.owner_id,
      permissions: param.permissions,
      expires_at: param.expires_at,
      last_used_at: param.last_used_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<ServiceTokenRow & { expectedVersion: number }>) =>
    query
      .updateTable("service_tokens")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        name: param.name,
        permissions: param.permissions,
        expires_at: param.expires_at,
        last_used_at: param.last_used_at,
      })
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("service_tokens")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ hash: string }>) =>
    query
      .selectFrom("service_tokens")
      .select(serviceTokenColumns)
      .where("hash", "=", param.hash),
  );
  const listOfOwnerQuery = db.statement((query, param: Placeholders<{ organization_id: string; owner_id: string }>) =>
    query
      .selectFrom("service_tokens")
      .select(serviceTokenColumns)
      .where("organization_id", "=", param.organization_id)
      .where("owner_id", "=", param.owner_id)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const conflict = uniqueConflict("ServiceToken", serviceTokenUnique);

  async function existing(ctx: Context, id: string): Promise<ServiceToken> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("ServiceToken", id);
    return toServiceToken(row);
  }

  return {
    async find(ctx, id) {
      const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
      return row && toServiceToken(row);
    },
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toServiceToken),
    async insert(ctx, input) {
      const serviceToken = newServiceToken(ctx, input);
      await insertOne.run(ctx, fromServiceToken(serviceToken)).catch(conflict);
      return serviceToken;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("ServiceToken", before, expected);
      const serviceToken = changedServiceToken(before, patch);
      const row = { ...fromServiceToken(serviceToken), organization_id: ctx.organization, expectedVersion: before.version };
      changedOne("ServiceToken", id, await updateOne.run(ctx, row));
      return serviceToken;
    },
    async delete(ctx, id, expected) {
      const serviceToken = await existing(ctx, id);
      checkVersion("ServiceToken", serviceToken, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: serviceToken.version };
      changedOne("ServiceToken", id, await deleteOne.run(ctx, row));
      return serviceToken;
    },
    async findByHash(ctx, hash) {
      const row = await findByHashQuery.first(ctx, { hash });
      return row && toServiceToken(row);
    },
    async listOfOwner(ctx, ownerId) {
      const rows = await listOfOwnerQuery.all(ctx, { organization_id: ctx.organization, owner_id: ownerId });
      return rows.map(toServiceToken);
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
  "successor_id",
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
    successorId: row.successor_id as RefreshTokenId | null,
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
    successor_id: refreshToken.successorId,
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
      successor_id: param.successor_id,
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
        successor_id: param.successor_id,
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
