import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { basePath, domains } from "../generated/domains.gen.ts";
import { examples } from "../generated/examples.gen.ts";
import { claimedStandings } from "./core/auth/claimed-standings.ts";
import { readCoreConfig } from "./core/config/core-settings.ts";
import type { OperationTable } from "./core/http/operation.ts";
import { silentLog } from "./core/testing/context.ts";
import { type OpenApp, operationContract } from "./core/testing/operation-contract.ts";
import { createTestDatabase } from "./core/testing/test-databases.ts";
import { openPlatform } from "./project.ts";

/** The whole platform on a fresh database; a caller's roles are taken as permissions, so that a test can leave one out. */
async function openWhole(dialect: "sqlite" | "postgres"): Promise<OpenApp> {
  const [folder, database] = await Promise.all([mkdtemp(join(tmpdir(), "archwright-")), createTestDatabase(dialect)]);
  const env = { DATA_DIR: folder, DATABASE_URL: database.url };
  const platform = await openPlatform({ config: readCoreConfig(env), env, log: silentLog, standings: claimedStandings((roles) => roles) });
  await platform.start();
  return {
    fetch: platform.fetch,
    tokenFor: ({ user, organization, permissions }) =>
      platform.tokens.issue({ user, session: "ss-0", organization, roles: permissions }, 600),
    async close() {
      await platform.stop();
      await Promise.all([database.remove(), rm(folder, { recursive: true })]);
    },
  };
}

const idsOf = (wanted: string): string[] =>
  domains.flatMap(({ operations }) => operations.filter(({ permission }) => permission === wanted).map(({ id }) => id)).toSorted();

test("what whoever has signed in may call without a permission is their own account and way in, and no more", () => {
  expect(idsOf("authenticated")).toEqual([
    ...["addPasskey", "beginProviderLink", "beginTotp", "changeEmail", "changeMe", "changePassword", "confirmEmail", "confirmTotp"],
    ...["createServiceToken", "decideDevice", "deleteIdentity", "deletePasskey", "deleteSession", "deleteTrustedDevice"],
    ...["foundOrganization", "getMe", "getSecondFactor", "joinOrganization", "linkIdentity", "listIdentities", "listIdentityAudit"],
    ...["listOwnOrganizations", "listPasskeyAudit", "listPasskeys", "listServiceTokens", "listSessions", "listTrustedDevices"],
    ...["lookUpDevice", "passkeyOptions", "renamePasskey", "renewRecoveryCodes", "requestVerification", "revokeServiceToken"],
    ...["signOut", "signOutEverywhere", "switchOrganization", "turnOffSecondFactor", "turnOnSecondFactor", "undeleteOrganization"],
    "verifyEmail",
  ]);
});

test("what anybody may call who has not signed in is this, and no more", () => {
  expect(idsOf("public")).toEqual([
    ...["beginDeviceSignIn", "beginProviderSignIn", "confirmSignUp", "deviceToken", "getSetup", "listProviders", "lookUpInvitation"],
    ...["passkeySignInOptions", "refresh", "register", "requestMagicLink", "requestPasswordReset", "resetPassword"],
    ...["secondFactorPasskeyOptions", "signIn", "signInByLink", "signInByPasskey", "signInByProvider", "signInSecondFactor", "signUp"],
  ]);
});

test("what commands do with accounts is served to nobody", () => {
  const served = new Set<string>(domains.flatMap(({ operations }) => operations.map(({ id }) => id)));
  for (const id of ["listUsers", "createUser", "setPassword", "setAdministrator", "setDisabled", "endSessions", "resetSecondFactor"])
    expect(served).not.toContain(id);
});

describe.each(["sqlite", "postgres"] as const)("the platform on %s", (dialect) => {
  for (const { name, operations } of domains) {
    const table = operations as OperationTable<never>;
    operationContract(name, { basePath, operations: table, examples: examples[name] ?? {}, open: () => openWhole(dialect) });
  }
});
