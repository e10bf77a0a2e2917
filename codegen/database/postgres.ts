import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Migration } from "./migrations.ts";
import { startPostgres } from "./start-postgres.ts";
import { needsVectors, withVectorPostgres } from "./vector-postgres.ts";

/** Runs the migrations on an empty database of its own, hands it to `work`, and removes it. */
export type RunPostgres = <Result>(migrations: readonly Migration[], work: (db: Kysely<unknown>) => Promise<Result>) => Promise<Result>;

/**
 * A Postgres of its own on the loopback, started when it is first asked for, for as many databases as are asked for; or the one
 * that ARCHWRIGHT_POSTGRES_URL names, whose user must be allowed to create databases. What needs pgvector runs on a Postgres in this
 * process, where the server does not have it.
 */
export interface PostgresServer {
  readonly run: RunPostgres;
  /** Ends it and removes all of it, if it was started at all. */
  stop(): Promise<void>;
}

export function lazyPostgres(): PostgresServer {
  let started: Promise<Running> | undefined;
  return {
    async run(migrations, work) {
      const url = process.env.ARCHWRIGHT_POSTGRES_URL ?? "";
      if (url === "" && needsVectors(migrations)) return withVectorPostgres(migrations, work);
      started ??= url === "" ? start() : connect(url);
      const { admin, open } = await started;
      if (needsVectors(migrations) && !(await hasVectors(admin))) return withVectorPostgres(migrations, work);
      return inDatabase(admin, open, migrations, work);
    },
    async stop() {
      const running = await started?.catch(() => undefined);
      started = undefined;
      await running?.stop();
    },
  };
}

/** Hands a server to `work`, and removes it afterwards. */
export async function withPostgresServer<Result>(work: (run: RunPostgres) => Promise<Result>): Promise<Result> {
  const server = lazyPostgres();
  try {
    return await work(server.run);
  } finally {
    await server.stop();
  }
}

/** Starts a Postgres of its own on the loopback, runs the migrations, hands the database to `work`, and removes all of it. */
export const withPostgres: RunPostgres = (migrations, work) => withPostgresServer((run) => run(migrations, work));

type Pool = import("pg").Pool;

/** Whether a server could have the extension. */
async function hasVectors(admin: Pool): Promise<boolean> {
  const { rowCount } = await admin.query("select from pg_available_extensions where name = 'vector'");
  return rowCount === 1;
}

interface Running {
  readonly admin: Pool;
  open(database: string): Pool;
  stop(): Promise<void>;
}

async function connect(url: string): Promise<Running> {
  const { default: pg } = await import("pg");
  const open = (database: string | undefined): Pool => {
    const address = new URL(url);
    if (database !== undefined) address.pathname = `/${database}`;
    return quiet(new pg.Pool({ connectionString: address.href, max: 1 }));
  };
  const admin = open(undefined);
  return { admin, open, stop: () => admin.end() };
}

/** A pool says that it has ended before its connections are closed, and the server then tells them that it goes: no error. */
const quiet = (pool: Pool): Pool => pool.on("error", () => undefined);

async function start(): Promise<Running> {
  const server = await startPostgres(["--locale=C"]);
  const running = await connect(server.url);
  return {
    ...running,
    async stop() {
      await running.stop();
      await server.stop();
    },
  };
}

/** A migration as one transaction, which cannot build indexes beside the use of a table: in an empty database nobody waits. */
export const atOnce = (migration: string): string => migration.replaceAll(/\bconcurrently\b/gi, "");

async function inDatabase<Result>(
  admin: Pool,
  open: (database: string) => Pool,
  migrations: readonly Migration[],
  work: (db: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  // Hundreds of modules, which a run that asks no database does without.
  const { Kysely, PostgresDialect } = await import("kysely");
  const name = `d${randomBytes(8).toString("hex")}`;
  await admin.query(`create database ${name}`);
  const pool = open(name);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    for (const { path, text } of migrations) {
      await pool.query(atOnce(text)).catch((cause: Error) => {
        throw new Error(`Postgres refuses ${path}: ${cause.message}`, { cause });
      });
    }
    return await work(db);
  } finally {
    await db.destroy();
    await admin.query(`drop database ${name} with (force)`);
  }
}
