// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Database, SqlDatabase } from "../../internal/core/database/database.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import type { Domain } from "../../internal/core/modules/domain.ts";
import { authClient } from "./client.gen.ts";
import { authSettings } from "./config.gen.ts";
import { authEvents } from "./events.gen.ts";
import { memoryRefreshTokens, memorySessions, memoryUsers } from "./memory.gen.ts";
import { authPermissions, authRoles } from "./permissions.gen.ts";
import { postgresRefreshTokens, postgresSessions, postgresUsers } from "./postgres.gen.ts";
import type { AuthRepositories } from "./repository.gen.ts";
import { authOperations } from "./server.gen.ts";
import type { AuthService } from "./service.gen.ts";
import { sqliteRefreshTokens, sqliteSessions, sqliteUsers } from "./sqlite.gen.ts";
import type { AuthPostgresTables, AuthSqliteTables } from "./tables.gen.ts";

export const authDomain: Domain<AuthRepositories, AuthService> = {
  name: "auth",
  tier: "core",
  requires: ["organizations"],
  permissions: authPermissions,
  roles: authRoles,
  config: authSettings,
  prefixes: { us: "User", ss: "Session", rt: "RefreshToken" },
  operations: authOperations,
  repositories,
  events: authEvents,
  client: authClient,
  defaults: () => ({}),
  consumers: () => [],
};

// The dialect says which database it is: only the three that a Database can be are made.
function repositories(database: Database): AuthRepositories {
  switch (database.dialect) {
    case "sqlite": {
      const db = database as SqlDatabase<AuthSqliteTables>;
      return { users: sqliteUsers(db), sessions: sqliteSessions(db), refreshTokens: sqliteRefreshTokens(db) };
    }
    case "postgres": {
      const db = database as SqlDatabase<AuthPostgresTables>;
      return { users: postgresUsers(db), sessions: postgresSessions(db), refreshTokens: postgresRefreshTokens(db) };
    }
    case "memory": {
      const db = database as MemoryDatabase;
      return { users: memoryUsers(db), sessions: memorySessions(db), refreshTokens: memoryRefreshTokens(db) };
    }
  }
}
