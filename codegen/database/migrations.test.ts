import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { migrationsHash, readMigrations } from "./migrations.ts";

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function tree(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "archwright-sql-"));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

describe("readMigrations", () => {
  it("reads core first, then the domains in the order given, each by name", async () => {
    const root = await tree({
      "sql/b/0002_more.sqlite.sql": "2",
      "sql/b/0001_initial.sqlite.sql": "1",
      "sql/b/0001_initial.postgres.sql": "p",
      "sql/b/notes.md": "",
      "sql/a/0001_initial.sqlite.sql": "a",
      "sql/core/0001_outbox.sqlite.sql": "c",
    });
    const { sqlite, postgres } = await readMigrations(root, ["b", "a", "none"]);
    expect(sqlite.map(({ text }) => text)).toEqual(["c", "1", "2", "a"]);
    expect(postgres).toEqual([{ path: "sql/b/0001_initial.postgres.sql", text: "p" }]);
  });

  it("reads the core's that come with the generator where a project keeps none of its own", async () => {
    const { sqlite, postgres } = await readMigrations(await tree({}), ["a"]);
    expect(sqlite[0]).toEqual({ path: "sql/core/0001_outbox.sqlite.sql", text: expect.stringContaining("create table core_events") });
    expect(postgres.map(({ path }) => path.replace("postgres", "sqlite"))).toEqual(sqlite.map(({ path }) => path));
  });
});

describe("migrationsHash", () => {
  const one = { path: "sql/a/0001_initial.sqlite.sql", text: "x" };
  it.for([
    ["a text", { sqlite: [{ ...one, text: "y" }], postgres: [] }],
    ["a name", { sqlite: [{ ...one, path: "sql/a/0001_other.sqlite.sql" }], postgres: [] }],
    ["the dialect", { sqlite: [], postgres: [one] }],
    ["the number", { sqlite: [one, one], postgres: [] }],
  ] as const)("changes with %s", ([, other]) => {
    expect(migrationsHash(other)).not.toBe(migrationsHash({ sqlite: [one], postgres: [] }));
  });
});
