import { type Compilable, type Kysely, sql } from "kysely";
import type { Context } from "../context/context.ts";
import { systemContext } from "../context/system-context.ts";
import { StartError } from "../problems/start-error.ts";
import type { Log } from "../telemetry/log.ts";
import type { Database, Placeholders } from "./database.ts";
import { type MigrationFile, migrationFiles } from "./migration-files.ts";
import { migrateAlone } from "./migration-lock.ts";
import { buildConcurrently, isOutsideTransaction } from "./online-migration.ts";
import { PostgresDatabase } from "./postgres/postgres-database.ts";
import { timestamp } from "./rows.ts";
import { SqliteDatabase } from "./sqlite/sqlite-database.ts";

interface Applied {
  readonly domain: string;
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly applied_at: string;
}

interface Tables {
  core_migrations: Applied;
}

type Migratable = SqliteDatabase<Tables> | PostgresDatabase<Tables>;

/**
 * Applies what is missing of `folder/<domain>/NNNN_what.<dialect>.sql`, each file in one transaction; gives how many it applied.
 * Several processes may do so at once. Throws when a file that was applied has changed or is gone. A database in memory has no
 * migrations.
 */
export async function migrate(database: Database, folder: string, log: Log, domains?: readonly string[]): Promise<number> {
  if (!(database instanceof SqliteDatabase || database instanceof PostgresDatabase)) return 0;
  const files = await migrationFiles(folder, database.dialect, domains);
  const journal = journalOf(database);
  const ctx = systemContext("migrate", "", log);
  if (pending(files, await journal.read(ctx)).length === 0) return 0;
  const work = async (): Promise<number> => {
    let count = 0;
    for (const file of files) {
      if (await apply(database, journal, ctx, files, file)) count++;
    }
    return count;
  };
  return database instanceof SqliteDatabase ? database.withoutForeignKeys(work) : work();
}

async function apply(
  database: Migratable,
  journal: Journal,
  ctx: Context,
  files: readonly MigrationFile[],
  file: MigrationFile,
): Promise<boolean> {
  const work = async (inner: Context): Promise<boolean> => {
    await database.script(inner, createJournal);
    // Another process may have been faster: only what is read under the lock counts.
    if (!pending(files, await journal.read(inner)).includes(file)) return false;
    try {
      if (database instanceof PostgresDatabase && isOutsideTransaction(file)) {
        // A prepared statement's portal keeps its snapshot until the next one, and whoever builds an index waits for older snapshots.
        await database.script(inner, "select 1");
        await buildConcurrently(database, file, ctx.log);
      } else await database.script(inner, file.sql);
      if (database instanceof SqliteDatabase) database.checkForeignKeys();
    } catch (error) {
      const said = messageOf(error);
      throw new StartError(`The migration ${file.domain}/${file.name} failed and was rolled back: ${said}${vectorAdvice(said)}`, {
        cause: error,
      });
    }
    await journal.add(inner, file);
    ctx.log.info({ domain: file.domain, migration: file.name }, "Migrated.");
    return true;
  };
  // SQLite needs no lock of its own: a transaction that writes is alone from its BEGIN on.
  return database instanceof SqliteDatabase ? database.transact(ctx, work) : migrateAlone(database, ctx, work);
}

/** The names of the migrations that a database still lacks, `domain/0001_initial`. Throws as `migrate` does. */
export async function missingMigrations(
  database: Database,
  folder: string,
  log: Log,
  domains?: readonly string[],
): Promise<readonly string[]> {
  if (!(database instanceof SqliteDatabase || database instanceof PostgresDatabase)) return [];
  const files = await migrationFiles(folder, database.dialect, domains);
  const missing = pending(files, await journalOf(database).read(systemContext("migrate", "", log)));
  return missing.map(({ domain, name }) => `${domain}/${name}`);
}

/** What of `files` has not been applied yet. */
function pending(files: readonly MigrationFile[], applied: readonly Applied[]): MigrationFile[] {
  const domains = new Set(files.map((file) => file.domain));
  const byKey = new Map(files.map((file) => [`${file.domain}/${file.number}`, file]));
  for (const { domain, number, name, sha256, applied_at } of applied) {
    if (!domains.has(domain)) continue;
    const file = byKey.get(`${domain}/${number}`);
    if (file === undefined || file.name !== name) {
      throw new StartError(
        `The database has the migration ${domain}/${name} (applied ${applied_at}), which is not among the files. It was made by another version of the program: start that one, or restore a backup from before.`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new StartError(
        `The migration ${domain}/${name} was changed after it had been applied (${applied_at}). Restore the file as it was, and write the change as a new migration.`,
      );
    }
  }
  const done = new Set(applied.map(({ domain, number }) => `${domain}/${number}`));
  return files.filter((file) => !done.has(`${file.domain}/${file.number}`));
}

interface Journal {
  read(ctx: Context): Promise<readonly Applied[]>;
  add(ctx: Context, file: MigrationFile): Promise<void>;
}

function journalOf(database: Migratable): Journal {
  const sqlite = database.dialect === "sqlite";
  const present = database.statement((query: Kysely<Tables>, _: Placeholders<object>): Compilable<{ present: number }> => {
    const found = sqlite
      ? sql<{ present: number }>`select count(*) as present from sqlite_master where type = 'table' and name = 'core_migrations'`
      : sql<{
          present: number;
        }>`select count(*) as present from pg_tables where schemaname = current_schema() and tablename = 'core_migrations'`;
    return { compile: () => found.compile(query) };
  });
  const all = database.statement((query: Kysely<Tables>, _: Placeholders<object>) => query.selectFrom("core_migrations").selectAll());
  const insert = database.statement((query: Kysely<Tables>, param: Placeholders<Applied>) =>
    query.insertInto("core_migrations").values({
      domain: param.domain,
      number: param.number,
      name: param.name,
      sha256: param.sha256,
      applied_at: param.applied_at,
    }),
  );
  return {
    async read(ctx) {
      const found = await present.first(ctx, {});
      return found === undefined || found.present === 0 ? [] : all.all(ctx, {});
    },
    async add(ctx, { domain, number, name, sha256 }) {
      await insert.run(ctx, { domain, number, name, sha256, applied_at: timestamp() });
    },
  };
}

const createJournal = `create table if not exists core_migrations (
  domain text not null,
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at text not null,
  primary key (domain, number)
)`;

/** What to do where Postgres lacks pgvector; "" when it is something else. */
function vectorAdvice(message: string): string {
  if (/extension "vector" is not available|could not open extension control file .*vector/.test(message)) {
    return `. Its rows are compared by vectors, for which this Postgres server needs pgvector: install it there (Debian: postgresql-<version>-pgvector; see https://github.com/pgvector/pgvector), and start again.`;
  }
  if (/permission denied to create extension "vector"/.test(message)) {
    return `. Let somebody who may do so run CREATE EXTENSION vector; in this database, and start again.`;
  }
  return "";
}

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
};
