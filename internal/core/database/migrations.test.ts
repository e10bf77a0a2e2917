import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Compilable, type Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog, testContext } from "../testing/context.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-databases.ts";
import type { Database, SqlDatabase } from "./database.ts";
import { MemoryDatabase } from "./memory.ts";
import { migrate } from "./migrations.ts";
import { openDatabase } from "./open.ts";

const ctx = testContext();

describe.each(["sqlite", "postgres"] as const)("migrations on %s", (dialect) => {
  let folder: string;
  let place: TestDatabase;
  let database: Database;

  const write = async (domain: string, name: string, sql: string) => {
    await mkdir(join(folder, domain), { recursive: true });
    for (const each of ["sqlite", "postgres"]) await writeFile(join(folder, domain, `${name}.${each}.sql`), sql);
  };
  const run = (at = database, domains?: string[]) => migrate(at, folder, silentLog, domains);
  async function rows<Row>(text: string): Promise<Row[]> {
    const build = (query: Kysely<object>): Compilable<Row> => ({ compile: () => sql<Row>`${sql.raw(text)}`.compile(query) });
    return (database as SqlDatabase<object>).statement<object, Row>(build).all(ctx, {});
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "archwright-migrations-"));
    place = await createTestDatabase(dialect);
    database = await openDatabase(place.url);
    await write("core", "0001_log", "create table log (entry text not null); insert into log values ('core 1');");
    await write("labels", "0001_labels", "create table labels (id text primary key); insert into log values ('labels 1');");
    await write("labels", "0002_colors", "alter table labels add column color text; insert into log values ('labels 2');");
    await write("artifacts", "0001_artifacts", "insert into log values ('artifacts 1');");
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
    await rm(folder, { recursive: true });
  });
  const log = async () => (await rows<{ entry: string }>("select entry from log")).map((row) => row.entry);

  // SQLite is one process's.
  it.runIf(dialect === "postgres")(
    "are applied once when ten processes start at once on an empty database",
    { timeout: 120_000 },
    async () => {
      const script = `
      const { openDatabase } = await import(${JSON.stringify(import.meta.resolve("./open.ts"))});
      const { migrate } = await import(${JSON.stringify(import.meta.resolve("./migrations.ts"))});
      const { silentLog } = await import(${JSON.stringify(import.meta.resolve("../testing/context.ts"))});
      const database = await openDatabase(${JSON.stringify(place.url)});
      console.log(await migrate(database, ${JSON.stringify(folder)}, silentLog));
      await database.close();`;
      const processes = Array.from({ length: 10 }, () => promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]));
      const counts = (await Promise.all(processes)).map(({ stdout }) => Number(stdout));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
      expect(await log()).toEqual(["core 1", "artifacts 1", "labels 1", "labels 2"]);
    },
  );

  it("are applied in order, core first, and once", async () => {
    expect(await run()).toBe(4);
    expect(await log()).toEqual(["core 1", "artifacts 1", "labels 1", "labels 2"]);
    expect(await run()).toBe(0);
    const [first] = await rows("select * from core_migrations where domain = 'core'");
    expect(first).toEqual({
      domain: "core",
      number: 1,
      name: "0001_log",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      applied_at: expect.any(String),
    });
  });

  it("may make a table anew that others refer to, and may not leave a row that refers to nothing", async () => {
    await write("labels", "0003_uses", "create table uses (label text not null references labels (id) on delete cascade);");
    await write("labels", "0004_rows", "insert into labels values ('a', null); insert into uses values ('a');");
    const anew =
      "create table labels_next (id text primary key, color text not null); insert into labels_next select id, 'grey' from labels;";
    const swap =
      dialect === "sqlite"
        ? "drop table labels; alter table labels_next rename to labels;"
        : "alter table uses drop constraint uses_label_fkey; drop table labels; alter table labels_next rename to labels; alter table uses add foreign key (label) references labels (id) on delete cascade;";
    await write("labels", "0005_anew", `${anew} ${swap}`);
    expect(await run()).toBe(7);
    expect(await rows("select * from uses join labels on id = label")).toEqual([{ label: "a", id: "a", color: "grey" }]);

    await write("labels", "0006_broken", dialect === "sqlite" ? "delete from labels;" : "insert into uses values ('none');");
    await expect(run()).rejects.toThrow(/0006_broken failed and was rolled back/);
    expect(await rows("select count(*) as uses from uses join labels on id = label")).toEqual([{ uses: 1 }]);
  });

  it("follow the order of the domains given, and leave out the others", async () => {
    expect(await run(database, ["labels"])).toBe(3);
    expect(await run(database, ["labels", "artifacts"])).toBe(1);
    expect(await log()).toEqual(["core 1", "labels 1", "labels 2", "artifacts 1"]);
  });

  it("go on where they stood", async () => {
    await run();
    await write("labels", "0003_more", "insert into log values ('labels 3')");
    expect(await run()).toBe(1);
    expect((await log()).at(-1)).toBe("labels 3");
  });

  it("are applied once by several processes that start together", async () => {
    const others = await Promise.all(
      Array.from({ length: dialect === "postgres" ? 9 : 3 }, () => openDatabase(place.url, { poolSize: 2 })),
    );
    const counts = await Promise.all([database, ...others].map((one) => run(one)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(4);
    expect(await log()).toEqual(["core 1", "artifacts 1", "labels 1", "labels 2"]);
    await Promise.all(others.map((one) => one.close()));
  });

  it("leave nothing of a file that fails, and keep those before it", async () => {
    await write("labels", "0003_broken", "create table half (id text); insert into nowhere values (1);");
    await expect(run()).rejects.toThrow(/labels\/0003_broken failed and was rolled back: .*nowhere/);
    await expect(rows("select * from half")).rejects.toThrow();
    expect((await log()).at(-1)).toBe("labels 2");
    await write("labels", "0003_broken", "create table half (id text);");
    expect(await run()).toBe(1);
  });

  it("says what to do where Postgres has no pgvector", async () => {
    if (dialect === "sqlite" || process.env.ARCHWRIGHT_POSTGRES_URL !== undefined) return;
    await write("labels", "0003_vectors", "create extension if not exists vector;");
    await expect(run()).rejects.toThrow(/labels\/0003_vectors failed .* needs pgvector: install it there .* and start again\./);
    expect(await rows("select entry from log where entry like 'labels%'")).toEqual([{ entry: "labels 1" }, { entry: "labels 2" }]);
  });

  it("refuse a file that changed after it was applied, but not one whose line ends did", async () => {
    await write("labels", "0003_lines", "insert into log\nvalues ('lines');\n");
    await run();
    await write("labels", "0003_lines", "insert into log\r\nvalues ('lines');\r\n");
    expect(await run()).toBe(0);
    await write("labels", "0001_labels", "create table labels (id text primary key, changed text);");
    await expect(run()).rejects.toThrow(/labels\/0001_labels was changed after it had been applied/);
  });

  it("refuse a database that another version has gone further with", async () => {
    await run();
    for (const each of ["sqlite", "postgres"]) await rm(join(folder, "labels", `0002_colors.${each}.sql`));
    await expect(run()).rejects.toThrow(/labels\/0002_colors .* another version of the program/);
  });

  it("refuse gaps, repetitions and names of another kind, before anything is applied", async () => {
    await write("labels", "0004_gap", "select 1");
    await expect(run()).rejects.toThrow(/0004_gap.*the next number here is 0003/);
    for (const each of ["sqlite", "postgres"])
      await rename(join(folder, "labels", `0004_gap.${each}.sql`), join(folder, "labels", `0002_twice.${each}.sql`));
    await expect(run()).rejects.toThrow(/the next number here is 0003/);
    for (const each of ["sqlite", "postgres"]) await rm(join(folder, "labels", `0002_twice.${each}.sql`));
    await writeFile(join(folder, "labels", "notes.sql"), "select 1");
    await expect(run()).rejects.toThrow(/notes\.sql: name a migration/);
    await expect(rows("select * from core_migrations")).rejects.toThrow();
  });
});

it("does nothing for a database in memory", async () => {
  expect(await migrate(new MemoryDatabase(), "/nowhere", silentLog)).toBe(0);
});
