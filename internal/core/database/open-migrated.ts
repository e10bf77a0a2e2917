import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CoreConfig } from "../config/core-settings.ts";
import { ConfigError } from "../config/settings.ts";
import { systemContext } from "../context/system-context.ts";
import type { Cipher } from "../encryption/cipher.ts";
import { StartError } from "../problems/start-error.ts";
import type { Log } from "../telemetry/log.ts";
import type { Database } from "./database.ts";
import { migrate, missingMigrations } from "./migrations.ts";
import { openDatabase } from "./open.ts";
import { PostgresDatabase } from "./postgres/postgres-database.ts";
import type { ReplicaOptions } from "./postgres/postgres-replica.ts";
import { checkRowSecurity, type Login, refuseRowSecurity, removeRowSecurity, secureRows } from "./postgres/row-security.ts";

export type DatabaseConfig = Pick<CoreConfig, "databaseUrl" | "databaseOwnerUrl" | "databaseRls" | "databasePool" | "databaseIdleSeconds"> &
  Partial<Pick<CoreConfig, "databaseReplicaUrl" | "databaseReplicaLagSeconds">>;

/** Where a project keeps its migrations and policies, and whose they are. */
export interface Schema {
  /** The folder that holds `sql/` and `generated/`. */
  readonly root: string;
  /** Those below `sql/`, in this order; all of them unless told. */
  readonly domains?: readonly string[];
}

/** Opens the database that the settings name, as it is, without a replica unless told. @throws StartError */
export function openConfigured(config: DatabaseConfig, cipher?: Cipher, replica?: ReplicaOptions): Promise<Database> {
  const { databaseUrl, databasePool: poolSize, databaseIdleSeconds } = config;
  const rowSecurity = config.databaseRls === "on";
  if (rowSecurity && databaseUrl.startsWith("sqlite:"))
    throw new StartError("DATABASE_RLS=on needs Postgres: set DATABASE_URL to postgres://…, or leave DATABASE_RLS out.");
  const idleMilliseconds = databaseIdleSeconds * 1000;
  return openDatabase(databaseUrl, { poolSize, idleMilliseconds, rowSecurity, ...(cipher && { cipher }), ...(replica && { replica }) });
}

/** The same once its tables, and with DATABASE_RLS=on its policies, are what this program needs. @throws StartError */
export async function openMigrated(config: DatabaseConfig, schema: Schema, log: Log, cipher?: Cipher): Promise<Database> {
  const replica = replicaOf(config, log);
  if (config.databaseOwnerUrl !== "") await migrateAsOwner(config, schema, log);
  const database = await openConfigured(config, cipher, replica);
  try {
    const ctx = systemContext("migrate", "", log);
    const postgres = database instanceof PostgresDatabase ? database : undefined;
    if (config.databaseRls !== "on") {
      if (postgres !== undefined) await refuseRowSecurity(postgres, ctx);
      if (config.databaseOwnerUrl === "") await migrate(database, folderOf(schema), log, schema.domains);
    } else if (postgres !== undefined) {
      const missing = await missingMigrations(database, folderOf(schema), log, schema.domains);
      if (missing.length > 0)
        throw new StartError(
          `The database lacks migrations: ${missing.join(", ")}. Run \`node cmd/migrate.ts\` with DATABASE_OWNER_URL, or give that to this process.`,
        );
      await checkRowSecurity(postgres, ctx, await policiesOf(schema));
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Migrates as DATABASE_OWNER_URL, and lets the login of DATABASE_URL read and write rows, in the bounds of the policies with
 * DATABASE_RLS=on. Without an owner's login it migrates as DATABASE_URL. @throws StartError
 */
export async function migrateAsOwner(config: DatabaseConfig, schema: Schema, log: Log): Promise<void> {
  const owner = await openDatabase(config.databaseOwnerUrl || config.databaseUrl, { poolSize: 2 });
  try {
    await migrate(owner, folderOf(schema), log, schema.domains);
    if (owner instanceof PostgresDatabase && config.databaseOwnerUrl !== "") {
      const policies = config.databaseRls === "on" ? await policiesOf(schema) : "";
      await secureRows(owner, systemContext("migrate", "", log), policies, loginOf(config));
    }
  } finally {
    await owner.close();
  }
}

/** Takes the policies away again, as the owner. @throws StartError */
export async function removePolicies(config: DatabaseConfig, log: Log): Promise<void> {
  const owner = await openDatabase(config.databaseOwnerUrl || config.databaseUrl, { poolSize: 2 });
  try {
    if (owner instanceof PostgresDatabase) await removeRowSecurity(owner, systemContext("migrate", "", log));
  } finally {
    await owner.close();
  }
}

/** The replica that the settings name, if any. @throws ConfigError when it cannot be one, whatever is there */
function replicaOf(
  { databaseUrl, databaseReplicaUrl = "", databaseReplicaLagSeconds = 5 }: DatabaseConfig,
  log: Log,
): ReplicaOptions | undefined {
  if (databaseReplicaUrl === "") return undefined;
  const refuse = (what: string) => new ConfigError([`DATABASE_REPLICA_URL ${what}`]);
  if (databaseUrl.startsWith("sqlite:"))
    throw refuse("needs Postgres: set DATABASE_URL to the postgres://… that it follows, or leave it out.");
  if (!/^postgres(ql)?:\/\//.test(databaseReplicaUrl) || !URL.canParse(databaseReplicaUrl)) throw refuse("must be postgres://….");
  const [first, second] = [new URL(databaseUrl), new URL(databaseReplicaUrl)];
  // Another login could be one that policies do not bind.
  if (first.username !== second.username || first.pathname !== second.pathname)
    throw refuse("must name the user and the database of DATABASE_URL: it is a copy of that.");
  return { url: databaseReplicaUrl, mostLag: databaseReplicaLagSeconds * 1000, log };
}

const folderOf = ({ root }: Schema): string => join(root, "sql");

/** The policies of a project; its core's tables are among them. */
export function policiesOf({ root }: Pick<Schema, "root">): Promise<string> {
  const file = join(root, "generated/row-security.gen.sql");
  return readFile(file, "utf8").catch((cause) => {
    throw new StartError(`DATABASE_RLS is on, and ${file} cannot be read. Run \`npm run generate\`.`, { cause });
  });
}

function loginOf({ databaseUrl, databaseOwnerUrl }: DatabaseConfig): Login {
  const { username, password } = new URL(databaseUrl);
  if (username === "" || password === "" || username === new URL(databaseOwnerUrl).username)
    throw new StartError(
      "DATABASE_OWNER_URL is set: DATABASE_URL must have the user, another one, and the password that the platform works as.",
    );
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
}
