import BetterSqlite3 from "better-sqlite3";
import { type Kysely, sql } from "kysely";
import type { Migration } from "../../database/migrations.ts";
import { atOnce } from "../../database/postgres.ts";
import type { SqlDialect } from "../../migrations/initial.ts";
import type { Json } from "../../model/json-schema.ts";
import type { Model } from "../../model/model.ts";
import type { Row } from "./rows.ts";

/** A database that a test can ask in the same words whichever it is. */
export interface TestDatabase {
  readonly dialect: SqlDialect;
  script(text: string): Promise<void>;
  rows(query: string): Promise<Record<string, unknown>[]>;
}

/** SQLite as the platform opens it while it migrates. */
export function sqliteDatabase(): TestDatabase & { close(): void } {
  const database = new BetterSqlite3(":memory:");
  database.pragma("foreign_keys = OFF");
  return {
    dialect: "sqlite",
    script: async (text) => void database.exec(text),
    rows: async (query) => database.prepare(query).all() as Record<string, unknown>[],
    close: () => database.close(),
  };
}

export const postgresDatabase = (db: Kysely<unknown>): TestDatabase => ({
  dialect: "postgres",
  script: async (text) => void (await sql.raw(atOnce(text)).execute(db)),
  rows: async (query) => (await sql.raw<Record<string, unknown>>(query).execute(db)).rows,
});

export async function run(database: TestDatabase, migrations: readonly Migration[]): Promise<void> {
  for (const { path, text } of migrations) {
    await database.script(text).catch((cause) => {
      throw new Error(`${database.dialect} refuses ${path}: ${cause.message}\n${text}`, { cause });
    });
  }
}

/** Columns, keys and indexes as the database tells them, in no order: read in another way than the generator does. */
export async function schemaOf(database: TestDatabase): Promise<unknown> {
  const columns =
    database.dialect === "postgres"
      ? `select c.table_name, c.column_name, c.data_type, c.datetime_precision, c.collation_name, c.is_nullable, c.column_default
         from information_schema.columns c where table_schema = 'public'`
      : `select t.name as table_name, c.name, c.type, c."notnull", c.dflt_value, c.pk, t.strict
         from pragma_table_list t, pragma_table_xinfo(t.name) c where t.schema = 'main' and t.name not like 'sqlite_%'`;
  const indexes =
    database.dialect === "postgres"
      ? "select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'"
      : `select t.name as tablename, i.name, i."unique", c.seqno, c.name as col, c."desc", c.coll from pragma_table_list t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) c
         where t.schema = 'main'`;
  const keys =
    database.dialect === "postgres"
      ? "select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) from pg_constraint where contype in ('p', 'f', 'u')"
      : `select t.name as t, f.* from pragma_table_list t, pragma_foreign_key_list(t.name) f where t.schema = 'main'`;
  const things =
    database.dialect === "postgres"
      ? "select tablename, indexname from pg_indexes where schemaname = 'public'"
      : "select type, name, tbl_name, replace(sql, '\"', '') as sql from sqlite_master where type = 'trigger' or sql like '%fts5%'";
  const texts = async (query: string) => (await database.rows(query)).map((row) => JSON.stringify(row)).sort();
  return { columns: await texts(columns), indexes: await texts(indexes), keys: await texts(keys), things: await texts(things) };
}

/** Throws when an index of words is not what the rows of its table say. */
export async function checkWords(database: TestDatabase): Promise<void> {
  if (database.dialect === "postgres") return;
  const indexes = await database.rows("select name from sqlite_master where sql like '%using fts5%'");
  for (const { name } of indexes) await database.script(`insert into "${name}" ("${name}", rank) values ('integrity-check', 1)`);
}

export async function insert(database: TestDatabase, table: string, row: Row): Promise<void> {
  const names = Object.keys(row).map((name) => `"${name}"`);
  const literal = (value: Json): string => {
    if (value === null) return "NULL";
    if (typeof value === "boolean") return database.dialect === "postgres" ? String(value) : String(Number(value));
    if (typeof value === "number") return String(value);
    return `'${(typeof value === "string" ? value : JSON.stringify(value)).replaceAll("'", "''")}'`;
  };
  await database.script(`INSERT INTO "${table}" (${names.join(", ")}) VALUES (${Object.values(row).map(literal).join(", ")});`);
}

/** Rows as plain values, whatever way the database keeps them. */
export async function select(database: TestDatabase, model: Model, table: string): Promise<Row[]> {
  const fields = model.domains.flatMap(({ entities }) => entities).find((entity) => entity.table === table)?.fields ?? [];
  const plain = (column: string, value: unknown): Json => {
    const storage = fields.find((field) => field.column === column)?.storage;
    if (value === null || value === undefined) return null;
    if (value instanceof Date) return value.toISOString();
    if (storage === "boolean") return Boolean(value);
    if (storage === "json") return typeof value === "string" && database.dialect === "sqlite" ? JSON.parse(value) : (value as Json);
    return storage === "text" || storage === "timestamp" ? String(value) : Number(value);
  };
  const rows = await database.rows(`select * from "${table}" order by id`);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) => (/^search_(words|row)$/.test(name) ? [] : [[name, plain(name, value)]])),
    ),
  );
}
