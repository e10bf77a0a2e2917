import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfigError } from "../config/settings.ts";
import { silentLog } from "../testing/context.ts";
import { createTestDatabase } from "../testing/test-databases.ts";
import { openDatabase } from "./open.ts";
import { openMigrated } from "./open-migrated.ts";

describe("opening a database", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "archwright-open-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(["sqlite", "postgres"] as const)("opens %s", async (dialect) => {
    const place = await createTestDatabase(dialect);
    const database = await openDatabase(place.url);
    expect(database.dialect).toBe(dialect);
    await database.ping();
    await database.close();
    await place.remove();
  });

  it("opens SQLite in memory, and in folders that are not there yet", async () => {
    for (const url of ["sqlite::memory:", `sqlite:${join(folder, "new", "folder", "test.db")}`]) {
      const database = await openDatabase(url);
      await database.ping();
      await database.close();
    }
  });

  it("says what to do about an address of another kind", async () => {
    await expect(openDatabase("mysql://host/name")).rejects.toThrow(/must begin with sqlite: or postgres:\/\//);
    await expect(openDatabase("sqlite:")).rejects.toThrow(/path of the file/);
    await expect(openDatabase("sqlite://data/test.db")).rejects.toThrow(/path of the file/);
  });

  it.each([
    ["sqlite:never.db", "postgres://app@replica/name", /needs Postgres/],
    ["postgres://app@first/name", "sqlite:replica.db", /must be postgres:/],
    ["postgres://app@first/name", "postgres://owner:secret@replica/name", /user and the database of DATABASE_URL/],
    ["postgres://app@first/name", "postgres://app:secret@replica/other", /user and the database of DATABASE_URL/],
  ])("refuses a replica that cannot be one before it opens anything: of %s %s", async (databaseUrl, databaseReplicaUrl, message) => {
    const config = { databaseOwnerUrl: "", databaseRls: "off", databasePool: 2, databaseIdleSeconds: 15 } as const;
    const refused = openMigrated({ ...config, databaseUrl, databaseReplicaUrl }, { root: folder }, silentLog).catch((error) => error);
    expect(await refused).toBeInstanceOf(ConfigError);
    expect(String(await refused)).toMatch(message);
    expect(String(await refused)).not.toContain("secret");
  });

  it("says what to do about a file that is no database", async () => {
    const file = join(folder, "text.db");
    await writeFile(file, "This is a text of some length, and no database at all. ".repeat(40));
    await expect(openDatabase(`sqlite:${file}`)).rejects.toThrow(/not a SQLite database, or it is damaged/);
  });

  it("says what to do about a folder in the place of the file, and a file in the place of the folder", async () => {
    await mkdir(join(folder, "folder.db"));
    await expect(openDatabase(`sqlite:${join(folder, "folder.db")}`)).rejects.toThrow(/cannot be opened for writing/);
    await writeFile(join(folder, "file"), "");
    await expect(openDatabase(`sqlite:${join(folder, "file", "test.db")}`)).rejects.toThrow(/its folder cannot be made/);
  });

  it("says what to do about a file that another process has locked", async () => {
    const file = join(folder, "locked.db");
    const other = new BetterSqlite3(file);
    other.exec("create table t (a); begin exclusive; insert into t values (1)");
    await expect(openDatabase(`sqlite:${file}`)).rejects.toThrow(/another process has locked it/);
    other.close();
  });

  it("says what to do about a server that refuses, without telling the password", async () => {
    const refused = await openDatabase("postgres://me:hunter2@127.0.0.1:1/name").catch((error: unknown) => String(error));
    expect(refused).toContain("postgres://me@127.0.0.1:1/name: nothing listens there");
    expect(refused).not.toContain("hunter2");
  });

  it("says what to do about a wrong password and a wrong name", async () => {
    const place = await createTestDatabase("postgres");
    const url = new URL(place.url);
    url.pathname = "/nobody_made_this";
    await expect(openDatabase(url.href)).rejects.toThrow(/no database of this name/);
    if (process.env.ARCHWRIGHT_POSTGRES_URL === undefined) {
      const wrong = new URL(place.url);
      wrong.password = "wrong";
      await expect(openDatabase(wrong.href)).rejects.toThrow(/does not accept this user and password/);
    }
    await place.remove();
  });
});
