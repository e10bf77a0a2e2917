// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Database, SqlDatabase } from "../../internal/core/database/database.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import type { Domain } from "../../internal/core/modules/domain.ts";
import { authBehaviour } from "./behaviour.gen.ts";
import { authClient } from "./client.gen.ts";
import { authSettings } from "./config.gen.ts";
import { authConsumers, authEvents } from "./events.gen.ts";
import { memoryRefreshTokens, memoryServiceTokens, memorySessions, memoryUsers } from "./memory.gen.ts";
import { authPermissions, authRoles } from "./permissions.gen.ts";
import { postgresRefreshTokens, postgresServiceTokens, postgresSessions, postgresUsers } from "./postgres.gen.ts";
import type { AuthRepositories } from "./repository.gen.ts";
import { authOperations } from "./server.gen.ts";
import { type AuthService, authDefaults } from "./service.gen.ts";
import { sqliteRefreshTokens, sqliteServiceTokens, sqliteSessions, sqliteUsers } from "./sqlite.gen.ts";
import type { AuthPostgresTables, AuthSqliteTables } from "./tables.gen.ts";

export const authDomain: Domain<AuthRepositories, AuthService> = {
  name: "auth",
  tier: "core",
  requires: ["organizations"],
  permissions: authPermissions,
  roles: authRoles,
  config: authSettings,
    tenantTables: ["service_tokens"],
  prefixes: { us: "User", ss: "Session", st: "ServiceToken", rt: "RefreshToken" },
  operations: authOperations,
    internal: ["serviceTokenStanding", "sessionStanding"],
  repositories,
  events: authEvents,
  client: authClient,
  defaults: authDefaults,
  consumers: authConsumers,
};

// The dialect says which database it is: only the three that a Database can be are made.
function repositories(database: Database): AuthRepositories {
  switch (database.dialect) {
    case "sqlite": {
      const db = database as SqlDatabase<AuthSqliteTables>;
      return authBehaviour(db, {
        users: sqliteUsers(db),
        sessions: sqliteSessions(db),
        serviceTokens: sqliteServiceTokens(db),
        refreshTokens: sqliteRefreshTokens(db),
      });
    }
    case "postgres": {
      const db = database as SqlDatabase<AuthPostgresTables>;
      return authBehaviour(db, {
        users: postgresUsers(db),
        sessions: postgresSessions(db),
        serviceTokens: postgresServiceTokens(db),
        refreshTokens: postgresRefreshTokens(db),
      });
    }
    case "memory": {
      const db = database as MemoryDatabase;
      return authBehaviour(db, {
        users: memoryUsers(db),
        sessions: memorySessions(db),
        serviceTokens: memoryServiceTokens(db),
        refreshTokens: memoryRefreshTokens(db),
      });
    }
  }
}
