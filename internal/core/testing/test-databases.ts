import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import type { Database, Dialect } from "../database/database.ts";
import { MemoryDatabase } from "../database/memory.ts";
import { migrate } from "../database/migrations.ts";
import { openDatabase } from "../database/open.ts";
import { openMigrated } from "../database/open-migrated.ts";
import { silentLog } from "./context.ts";
import { migratedTemplate } from "./postgres-template.ts";
import { testCipher } from "./test-cipher.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Answers GET with the address of the Postgres server of this test run, which it starts at the first question. */
    readonly postgresBroker: string;
  }
}

/** Where the migrations are, from the folder that the tests run in. */
const migrations = resolve("sql");
/** What Postgres keeps rows apart by, when it is told to. */
const policies = resolve("generated/row-security.gen.sql");

/** A database of its own, with an address to open it once more, as another process would. */
export interface TestDatabase {
  readonly url: string;
  /** How many connections it can take, where they are few. */
  readonly poolSize?: number;
  /** Closes what was opened, and removes what was made. */
  remove(): Promise<void>;
}

/** An empty database, not migrated: a temporary file on SQLite, a database of the test server on Postgres. */
export async function createTestDatabase(dialect: "sqlite" | "postgres"): Promise<TestDatabase> {
  if (dialect === "postgres") return createPostgres(await postgresUrl());
  const folder = await mkdtemp(join(tmpdir(), "archwright-sqlite-"));
  return { url: `sqlite:${join(folder, "test.db")}`, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A database of the server: an empty one, or a copy. */
async function createPostgres(server: string, template?: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(server, `create database ${name}${template === undefined ? "" : ` template ${template}`}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => administer(server, `drop database if exists ${name} with (force)`) };
}

/** Whether any of the migrations below a folder needs pgvector, which the server that tests start by themselves does not have. */
export function wantVectors(folder: string): boolean {
  if (!existsSync(folder) || process.env.ARCHWRIGHT_POSTGRES_URL !== undefined) return false;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".postgres.sql"));
  return names.some((name) => /^CREATE EXTENSION IF NOT EXISTS vector;/im.test(readFileSync(join(folder, name), "utf8")));
}

/** A Postgres that has it. Its packages are loaded where they are needed, and only there. */
export const vectorPostgres = async (): Promise<TestDatabase> => (await import("./vector-postgres.ts")).createVectorPostgres();

/** A database of the server that is migrated already. */
async function createMigrated(): Promise<TestDatabase> {
  const server = await postgresUrl();
  return createPostgres(server, await migratedTemplate(server, migrations, new URL(inject("postgresBroker")).port));
}

/** The server of this test run; see cmd/testing/postgres-server.ts. */
async function postgresUrl(): Promise<string> {
  const response = await fetch(inject("postgresBroker"));
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** An open database, and how to close it and remove what was made. */
interface Opened {
  readonly database: Database;
  close(): Promise<void>;
}

/** A fresh database, migrated from `sql/`; with ARCHWRIGHT_RLS=on, every Postgres keeps rows apart by itself. */
async function openFresh(dialect: Dialect): Promise<Opened> {
  if (dialect === "memory") {
    const database = new MemoryDatabase();
    return { database, close: () => database.close() };
  }
  // A Postgres in this process has one login only, and cannot keep rows from its owner.
  const vectors = dialect === "postgres" && wantVectors(migrations);
  const copied = dialect === "postgres" && !vectors;
  if (copied && process.env.ARCHWRIGHT_RLS === "on") return openGuarded();
  const place = vectors ? await vectorPostgres() : copied ? await createMigrated() : await createTestDatabase(dialect);
  const database = await openDatabase(place.url, { cipher: testCipher(), ...(place.poolSize && { poolSize: place.poolSize }) });
  if (!copied && existsSync(migrations)) await migrate(database, migrations, silentLog);
  return {
    database,
    async close() {
      await database.close();
      await place.remove();
    },
  };
}

/** A database of the test server that keeps rows apart by itself, as DATABASE_RLS=on makes it. */
export interface GuardedDatabase extends TestDatabase {
  /** The login of whoever owns the tables; `url` has the platform's, which does not. */
  readonly ownerUrl: string;
}

/** An empty database with a login for the platform that is not its owner, to be made by whoever opens it. */
export async function createGuardedDatabase(): Promise<GuardedDatabase> {
  const place = await createTestDatabase("postgres");
  const user = `app_${randomBytes(8).toString("hex")}`;
  const url = new URL(place.url);
  url.username = user;
  url.password = randomBytes(8).toString("hex");
  return {
    url: url.href,
    ownerUrl: place.url,
    async remove() {
      await place.remove();
      await administer(await postgresUrl(), `drop role if exists ${user}`);
    },
  };
}

/** What opens it. */
export const guardedConfig = ({ url, ownerUrl }: GuardedDatabase) =>
  ({ databaseUrl: url, databaseOwnerUrl: ownerUrl, databaseRls: "on", databasePool: 10, databaseIdleSeconds: 15 }) as const;

/** The owners of databases whose login owns nothing. */
const owners = new WeakMap<Database, string>();

/** Makes tables that a test has for itself, where the database's own login may make none; false where it may. */
export async function asOwner(database: Database, sql: string): Promise<boolean> {
  const url = owners.get(database);
  if (url === undefined) return false;
  await administer(url, `${sql}; grant select, insert, update, delete on all tables in schema public to public`);
  return true;
}

/** A database that keeps rows apart by itself, with the tables and policies of the project. */
export async function openGuarded(): Promise<Opened & { readonly place: GuardedDatabase }> {
  const place = await createGuardedDatabase();
  const database = await openMigrated(guardedConfig(place), { root: process.cwd() }, silentLog, testCipher());
  owners.set(database, place.ownerUrl);
  return {
    database,
    place,
    async close() {
      await database.close();
      await place.remove();
    },
  };
}

type Suite = (dialect: Dialect, database: () => Database) => void;

function onEach(suite: Suite, dialects: readonly Dialect[], open: (dialect: Dialect) => Promise<Opened>): void {
  for (const dialect of dialects) onOne(dialect, dialect, suite, () => open(dialect));
}

function onOne(name: string, dialect: Dialect, suite: Suite, open: () => Promise<Opened>): void {
  describe(`on ${name}`, () => {
    let opened: Opened | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());
    suite(dialect, () => {
      if (opened === undefined) throw new Error("The database is open only while tests run: ask for it inside one, or in beforeAll.");
      return opened.database;
    });
  });
}

const every: readonly Dialect[] = ["sqlite", "postgres", "memory"];

/**
 * Declares the same tests for each database: `suite` gets the dialect, and how to reach the database, which is fresh for this
 * suite, migrated from `sql/`, and open while the tests run.
 */
export function forEachDatabase(suite: Suite, dialects: readonly Dialect[] = every): void {
  onEach(suite, dialects, openFresh);
}

const shared = new Map<string, Promise<Opened>>();

/**
 * As `forEachDatabase`, on databases that stay open for other suites: for tests that do not assume an empty table. They run on Postgres
 * with row-level security as well, where the project has policies.
 */
export function forEachSharedDatabase(suite: Suite): void {
  onEach(suite, every, (dialect) => openShared(dialect, () => openFresh(dialect)));
  forGuardedDatabase(suite);
}

/** As `forEachSharedDatabase`, on Postgres with row-level security alone. */
export function forGuardedDatabase(suite: Suite, name = "postgres with row-level security"): void {
  if (!existsSync(policies) || wantVectors(migrations)) return;
  onOne(name, "postgres", suite, () => openShared("guarded", openGuarded));
}

async function openShared(name: string, open: () => Promise<Opened>): Promise<Opened> {
  const opened = shared.get(name) ?? open();
  shared.set(name, opened);
  return { database: (await opened).database, close: async () => {} };
}

/** To be called once no suite needs them any more. */
export async function closeSharedDatabases(): Promise<void> {
  const open = [...shared.values()];
  shared.clear();
  for (const opened of open) await (await opened).close();
}
