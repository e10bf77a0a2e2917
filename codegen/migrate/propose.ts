import type { Catalog } from "../catalog/catalog.ts";
import { postgresCatalog } from "../catalog/postgres.ts";
import { sqliteCatalog } from "../catalog/sqlite.ts";
import type { Migration, Migrations } from "../database/migrations.ts";
import type { RunPostgres } from "../database/postgres.ts";
import { withSqlite } from "../database/sqlite.ts";
import type { SqlDialect } from "../migrations/initial.ts";
import { wantedMigrations } from "../migrations/wanted.ts";
import type { Model } from "../model/model.ts";
import { type Changes, isEmpty } from "./changes.ts";
import { compareCatalogs } from "./compare.ts";
import { describeBoth, type Item } from "./describe.ts";
import { type Domains, filesOf } from "./files.ts";
import { keptIn } from "./kept.ts";
import { renamesOf } from "./renames.ts";
import { type Fills, fillsOf, typesOf, type Values, valuesOf } from "./values.ts";

export interface Proposal {
  /** What is to be done, in words; empty when the tables are what the specs ask for. */
  readonly items: readonly Item[];
  /** The next migrations: path to text. Made only when nothing needs a value. */
  readonly files: ReadonlyMap<string, string>;
}

export interface Question {
  readonly model: Model;
  /** All there are, first ones that are only proposed so far included. */
  readonly migrations: Migrations;
  /** Values for rows that exist, beside what the specs' defaults say. */
  readonly fills: Fills;
  /** What the files are called, in place of what they do. */
  readonly name: string | undefined;
}

interface Side {
  readonly changes: Changes;
  readonly values: Values;
}

/**
 * What brings the tables that the migrations make to what the specs ask for, found on real databases; nothing is written.
 * Throws a sentence when a migration fails, or the change is one that only a person can write.
 */
export async function proposeNext(question: Question, runPostgres: RunPostgres): Promise<Proposal> {
  const { model, migrations, name } = question;
  const wanted = wantedMigrations(model, migrations);
  const want = await catalogsOf(wanted, runPostgres);
  const [postgres, sqlite] = compareBoth(question, await catalogsOf(migrations, runPostgres), want);
  const items = describeBoth(postgres, sqlite);
  if (items.some(({ needs }) => needs !== undefined)) return { items, files: new Map() };
  const domains: Domains = { existing: migrations, wanted, order: model.domains.map((domain) => domain.name) };
  const files = items.length === 0 ? new Map<string, string>() : filesOf({ postgres, sqlite, domains, name });
  await verify(question, files, want, runPostgres);
  return { items, files };
}

/** Only what `proposeNext` would say, on one database after the other. */
export async function findDrift(question: Question, runPostgres: RunPostgres): Promise<readonly Item[]> {
  const want = await catalogsOf(wantedMigrations(question.model, question.migrations), runPostgres);
  const [postgres, sqlite] = compareBoth(question, await catalogsOf(question.migrations, runPostgres), want);
  return describeBoth(postgres, sqlite);
}

interface Catalogs {
  readonly postgres: Catalog;
  readonly sqlite: Catalog;
}

const catalogsOf = async (migrations: Migrations, runPostgres: RunPostgres): Promise<Catalogs> => ({
  sqlite: await withSqlite(migrations.sqlite, sqliteCatalog),
  postgres: await runPostgres(migrations.postgres, postgresCatalog),
});

function compareBoth({ model, migrations, fills }: Question, have: Catalogs, want: Catalogs): readonly [postgres: Side, sqlite: Side] {
  const common = { renames: renamesOf(model), isKept: keptIn(migrations) };
  const postgres = compareCatalogs({ have: have.postgres, want: want.postgres, ...common, converted: new Set() });
  const types = typesOf(postgres, want.postgres.tables);
  const unknown = [...fills.keys()].find((column) => !types.has(column));
  if (unknown !== undefined) throw new Error(`--fill ${unknown}: no spec asks for such a column.`);
  const retyped = postgres.changed.flatMap(({ after, altered }) => altered.map((column) => ({ table: after.name, ...column })));
  // Where SQLite keeps two types alike, it shows no difference, and yet the values may have to change.
  const values = valuesOf(types, fillsOf(model, fills), "sqlite");
  const converted = retyped
    .filter(({ before, after }) => before.type !== after.type)
    .filter(({ table, after }) => values.convert(table, after.name)?.("x") !== "x")
    .map(({ table, after }) => `${table}.${after.name}`);
  const sqlite = compareCatalogs({ have: have.sqlite, want: want.sqlite, ...common, converted: new Set(converted) });
  return [
    { changes: postgres, values: valuesOf(types, fillsOf(model, fills), "postgres") },
    { changes: sqlite, values },
  ];
}

/** Runs what was made: it is handed out only when it leads to the tables that the specs ask for. */
async function verify(question: Question, files: ReadonlyMap<string, string>, want: Catalogs, runPostgres: RunPostgres): Promise<void> {
  if (files.size === 0) return;
  const more = (dialect: SqlDialect): Migration[] => [
    ...question.migrations[dialect],
    ...[...files].filter(([path]) => path.endsWith(`.${dialect}.sql`)).map(([path, text]) => ({ path, text })),
  ];
  const migrations: Migrations = { sqlite: more("sqlite"), postgres: more("postgres") };
  const [postgres, sqlite] = compareBoth({ ...question, migrations }, await catalogsOf(migrations, runPostgres), want);
  if (isEmpty(postgres.changes) && isEmpty(sqlite.changes)) return;
  const left = describeBoth(postgres, sqlite).map(({ text }) => text);
  throw new Error(`No migration that is made by itself leads to what the specs ask for (left over: ${left.join("; ")}). Write it by hand.`);
}
