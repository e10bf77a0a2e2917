import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { silentLog } from "../testing/context.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-databases.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrations.ts";
import { statementsOf } from "./online-migration.ts";
import { openDatabase } from "./open.ts";

describe("migrations of tables in use", () => {
  let place: TestDatabase;
  let databases: readonly Database[];
  let folder: string;
  /** Somebody else who uses the tables. */
  let other: pg.Client;
  let reader: pg.Client;

  const write = (name: string, sql: string): Promise<void> => writeFile(join(folder, "notes", `${name}.postgres.sql`), sql);
  const run = (): Promise<number[]> => Promise.all(databases.map((database) => migrate(database, folder, silentLog, ["notes"])));

  beforeAll(async () => {
    place = await createTestDatabase("postgres");
    folder = await mkdtemp(join(tmpdir(), "archwright-migrations-"));
    await mkdir(join(folder, "notes"));
    databases = await Promise.all([1, 2, 3].map(() => openDatabase(place.url, { poolSize: 3 })));
    [other, reader] = [new pg.Client({ connectionString: place.url }), new pg.Client({ connectionString: place.url })];
    await Promise.all([other.connect(), reader.connect()]);
    await write("0001_initial", "create table notes (name text); insert into notes values ('a'), ('b');");
    await run();
  });
  afterAll(async () => {
    await Promise.all([other.end(), reader.end()]);
    await Promise.all(databases.map((database) => database.close()));
    await Promise.all([place.remove(), rm(folder, { recursive: true })]);
  });

  it("build an index while others write, although other processes wait for their turn", async () => {
    await write("0002_names", "-- migrate: no transaction\ncreate index concurrently if not exists by_name on notes (name);\n");
    // A transaction that has written keeps the index from being finished; its table stays open to all.
    await other.query("begin; insert into notes values ('c')");
    const running = run();
    const begun = "select from pg_index where indexrelid = to_regclass('by_name')";
    await expect.poll(async () => (await other.query(begun)).rowCount, { timeout: 40_000 }).toBe(1);
    await other.query("insert into notes values ('d'); commit");
    expect((await running).toSorted()).toEqual([0, 0, 1]);
    expect((await other.query("select indisvalid from pg_index where indexrelid = 'by_name'::regclass")).rows).toEqual([
      { indisvalid: true },
    ]);
  });

  it("remove what is left of an index that could not be built, and begin again", async () => {
    await write("0003_once", "-- migrate: no transaction\ncreate unique index concurrently if not exists once on notes (name);\n");
    await other.query("insert into notes values ('a')");
    await expect(migrate(databases[0] as Database, folder, silentLog, ["notes"])).rejects.toThrow(
      /notes\/0003_once failed .*could not create unique index/,
    );
    await other.query("delete from notes where ctid <> (select min(ctid) from notes as first where first.name = notes.name)");
    expect((await run()).toSorted()).toEqual([0, 0, 1]);
    expect((await other.query("select indisvalid from pg_index where indexrelid = 'once'::regclass")).rows).toEqual([{ indisvalid: true }]);
  });

  it("give way to others when a table's lock is long in coming, and try again", async () => {
    await write("0004_size", "alter table notes add column size integer;");
    await other.query("begin; lock table notes in access share mode");
    const running = run();
    const asks = `select from pg_locks where relation = 'notes'::regclass and mode = 'AccessExclusiveLock'`;
    await expect.poll(async () => (await other.query(asks)).rowCount, { timeout: 40_000 }).toBe(1);
    // Whoever reads now waits behind the migration, which cannot have the table before `other` ends.
    expect((await reader.query("select name from notes")).rowCount).toBe(4);
    await other.query("commit");
    expect((await running).toSorted()).toEqual([0, 0, 1]);
  });
});

it("takes statements apart at semicolons that end a line", () => {
  expect(statementsOf("-- migrate: no transaction\ncreate index a;\n-- next;\nselect ';' as b,\n  2; \n\n")).toEqual([
    "create index a",
    "select ';' as b,\n  2",
  ]);
});
