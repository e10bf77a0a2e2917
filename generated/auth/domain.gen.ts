// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Database, SqlDatabase } from "../../internal/core/database/database.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import type { Domain } from "../../internal/core/modules/domain.ts";
import { authBehaviour } from "./behaviour.gen.ts";
import { authClient } from "./client.gen.ts";
import { authSettings } from "./config.gen.ts";
import { authConsumers, authEvents } from "./events.gen.ts";
import {
  memoryChallenges,
  memoryDeviceSignIns,
  memoryIdentities,
  memoryKnownBrowsers,
  memoryLinkRequests,
  memoryLinks,
  memoryPasskeys,
  memoryProviderAttempts,
  memoryRecoveryCodes,
  memoryRefreshTokens,
  memoryServiceTokens,
  memorySessions,
  memorySignUps,
  memoryTotps,
  memoryTrustedDevices,
  memoryUsers,
} from "./memory.gen.ts";
import { authPermissions, authRoles } from "./permissions.gen.ts";
import {
  postgresChallenges,
  postgresDeviceSignIns,
  postgresIdentities,
  postgresKnownBrowsers,
  postgresLinkRequests,
  postgresLinks,
  postgresPasskeys,
  postgresProviderAttempts,
  postgresRecoveryCodes,
  postgresRefreshTokens,
  postgresServiceTokens,
  postgresSessions,
  postgresSignUps,
  postgresTotps,
  postgresTrustedDevices,
  postgresUsers,
} from "./postgres.gen.ts";
import type { AuthRepositories } from "./repository.gen.ts";
import { authOperations } from "./server.gen.ts";
import { type AuthService, authDefaults } from "./service.gen.ts";
import {
  sqliteChallenges,
  sqliteDeviceSignIns,
  sqliteIdentities,
  sqliteKnownBrowsers,
  sqliteLinkRequests,
  sqliteLinks,
  sqlitePasskeys,
  sqliteProviderAttempts,
  sqliteRecoveryCodes,
  sqliteRefreshTokens,
  sqliteServiceTokens,
  sqliteSessions,
  sqliteSignUps,
  sqliteTotps,
  sqliteTrustedDevices,
  sqliteUsers,
} from "./sqlite.gen.ts";
import type { AuthPostgresTables, AuthSqliteTables } from "./tables.gen.ts";

export const authDomain: Domain<AuthRepositories, AuthService> = {
  name: "auth",
  tier: "core",
  requires: ["organizations"],
  permissions: authPermissions,
  roles: authRoles,
  config: authSettings,
  tenantTables: ["service_tokens"],
  encrypted: [
    { table: "provider_attempts", columns: ["nonce", "verifier"] },
    { table: "totps", columns: ["secret"] },
  ],
  prefixes: {
    lr: "LinkRequest",
    lk: "Link",
    pa: "ProviderAttempt",
    ie: "Identity",
    ds: "DeviceSignIn",
    tp: "Totp",
    rc: "RecoveryCode",
    td: "TrustedDevice",
    ch: "Challenge",
    pk: "Passkey",
    su: "SignUp",
    kb: "KnownBrowser",
    us: "User",
    ss: "Session",
    st: "ServiceToken",
    rt: "RefreshToken",
  },
  operations: authOperations,
  internal: [
    "resetSecondFactor",
    "serviceTokenStanding",
    "sessionStanding",
    "listUsers",
    "createUser",
    "setAdministrator",
    "setDisabled",
    "setPassword",
    "endSessions",
  ],
  repositories,
  events: authEvents,
  client: authClient,
  defaults: authDefaults,
  consumers: authConsumers,
};

// A Database is one of these three, as its dialect says.
function repositories(database: Database): AuthRepositories {
  switch (database.dialect) {
    case "sqlite": {
      const db = database as SqlDatabase<AuthSqliteTables>;
      return authBehaviour(db, {
        linkRequests: sqliteLinkRequests(db),
        links: sqliteLinks(db),
        providerAttempts: sqliteProviderAttempts(db),
        identities: sqliteIdentities(db),
        deviceSignIns: sqliteDeviceSignIns(db),
        totps: sqliteTotps(db),
        recoveryCodes: sqliteRecoveryCodes(db),
        trustedDevices: sqliteTrustedDevices(db),
        challenges: sqliteChallenges(db),
        passkeys: sqlitePasskeys(db),
        signUps: sqliteSignUps(db),
        knownBrowsers: sqliteKnownBrowsers(db),
        users: sqliteUsers(db),
        sessions: sqliteSessions(db),
        serviceTokens: sqliteServiceTokens(db),
        refreshTokens: sqliteRefreshTokens(db),
      });
    }
    case "postgres": {
      const db = database as SqlDatabase<AuthPostgresTables>;
      return authBehaviour(db, {
        linkRequests: postgresLinkRequests(db),
        links: postgresLinks(db),
        providerAttempts: postgresProviderAttempts(db),
        identities: postgresIdentities(db),
        deviceSignIns: postgresDeviceSignIns(db),
        totps: postgresTotps(db),
        recoveryCodes: postgresRecoveryCodes(db),
        trustedDevices: postgresTrustedDevices(db),
        challenges: postgresChallenges(db),
        passkeys: postgresPasskeys(db),
        signUps: postgresSignUps(db),
        knownBrowsers: postgresKnownBrowsers(db),
        users: postgresUsers(db),
        sessions: postgresSessions(db),
        serviceTokens: postgresServiceTokens(db),
        refreshTokens: postgresRefreshTokens(db),
      });
    }
    case "memory": {
      const db = database as MemoryDatabase;
      return authBehaviour(db, {
        linkRequests: memoryLinkRequests(db),
        links: memoryLinks(db),
        providerAttempts: memoryProviderAttempts(db),
        identities: memoryIdentities(db),
        deviceSignIns: memoryDeviceSignIns(db),
        totps: memoryTotps(db),
        recoveryCodes: memoryRecoveryCodes(db),
        trustedDevices: memoryTrustedDevices(db),
        challenges: memoryChallenges(db),
        passkeys: memoryPasskeys(db),
        signUps: memorySignUps(db),
        knownBrowsers: memoryKnownBrowsers(db),
        users: memoryUsers(db),
        sessions: memorySessions(db),
        serviceTokens: memoryServiceTokens(db),
        refreshTokens: memoryRefreshTokens(db),
      });
    }
  }
}
