// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import { memoryPage } from "../../internal/core/database/memory-page.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import { ordered } from "../../internal/core/database/ordered.ts";
import { checkVersion, missing, ownerUser } from "../../internal/core/database/rows.ts";
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
import type { RefreshToken, ServiceToken, Session, User } from "./types.gen.ts";

export function memoryUsers(db: MemoryDatabase): UserRepository {
  const table = db.table<User>("User", userUnique);

  async function find(ctx: Context, id: string): Promise<User | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<User> {
    const user = await find(ctx, id);
    if (user === undefined) throw missing("User", id);
    return user;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, userList);
    },
    async insert(ctx, input) {
      const user = newUser(input);
      await table.insert(ctx, user);
      return user;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("User", before, expected);
        const user = changedUser(before, patch);
        await table.replace(ctx, user);
        return user;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const user = await existing(ctx, id);
        checkVersion("User", user, expected);
        await table.remove(ctx, id);
        return user;
      }),
    async countAll(ctx) {
      const rows = await table.all(ctx);
      return rows.length;
    },
    async findByEmail(ctx, email) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.email === email);
    },
  };
}

export function memorySessions(db: MemoryDatabase): SessionRepository {
  const table = db.table<Session>("Session", []);

  async function find(ctx: Context, id: string): Promise<Session | undefined> {
    const session = await table.get(ctx, id);
    return session?.createdBy === ownerUser(ctx) ? session : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<Session> {
    const session = await find(ctx, id);
    if (session === undefined) throw missing("Session", id);
    return session;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return memoryPage(rows, query, sessionList);
    },
    async insert(ctx, input) {
      const session = newSession(ctx, input);
      await table.insert(ctx, session);
      return session;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Session", before, expected);
        const session = changedSession(before, patch);
        await table.replace(ctx, session);
        return session;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const session = await existing(ctx, id);
        checkVersion("Session", session, expected);
        await table.remove(ctx, id);
        return session;
      }),
    async listAll(ctx) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return ordered(rows, "lastUsedAt");
    },
  };
}

export function memoryServiceTokens(db: MemoryDatabase): ServiceTokenRepository {
  const table = db.table<ServiceToken>("ServiceToken", serviceTokenUnique);

  async function find(ctx: Context, id: string): Promise<ServiceToken | undefined> {
    const serviceToken = await table.get(ctx, id);
    return serviceToken?.organizationId === ctx.organization ? serviceToken : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<ServiceToken> {
    const serviceToken = await find(ctx, id);
    if (serviceToken === undefined) throw missing("ServiceToken", id);
    return serviceToken;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, serviceTokenList);
    },
    async insert(ctx, input) {
      const serviceToken = newServiceToken(ctx, input);
      await table.insert(ctx, serviceToken);
      return serviceToken;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("ServiceToken", before, expected);
        const serviceToken = changedServiceToken(before, patch);
        await table.replace(ctx, serviceToken);
        return serviceToken;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const serviceToken = await existing(ctx, id);
        checkVersion("ServiceToken", serviceToken, expected);
        await table.remove(ctx, id);
        return serviceToken;
      }),
    async findByHash(ctx, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.hash === hash);
    },
    async listOfOwner(ctx, ownerId) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization && row.ownerId === ownerId);
      return ordered(rows, "createdAt");
    },
  };
}

export function memoryRefreshTokens(db: MemoryDatabase): RefreshTokenRepository {
  const table = db.table<RefreshToken>("RefreshToken", refreshTokenUnique);

  async function find(ctx: Context, id: string): Promise<RefreshToken | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<RefreshToken> {
    const refreshToken = await find(ctx, id);
    if (refreshToken === undefined) throw missing("RefreshToken", id);
    return refreshToken;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, refreshTokenList);
    },
    async insert(ctx, input) {
      const refreshToken = newRefreshToken(input);
      await table.insert(ctx, refreshToken);
      return refreshToken;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("RefreshToken", before, expected);
        const refreshToken = changedRefreshToken(before, patch);
        await table.replace(ctx, refreshToken);
        return refreshToken;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const refreshToken = await existing(ctx, id);
        checkVersion("RefreshToken", refreshToken, expected);
        await table.remove(ctx, id);
        return refreshToken;
      }),
    async findByHash(ctx, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.hash === hash);
    },
  };
}
