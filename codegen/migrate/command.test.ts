import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testPostgres } from "../fixture/postgres.ts";
import { generateCommand } from "../generate/command.ts";
import { migrateCommand, type Options } from "./command.ts";

const spec = `openapi: 3.1.1
info: { title: Labels, version: 1.0.0 }
x-codegen: { domain: labels }
components:
  schemas:
    Label:
      type: object
      required: [name]
      properties:
        name: { type: string }
        color: { type: string, default: "#888888" }
      x-codegen: { entity: { prefix: lb, scope: organization, unique: [[name]] } }
`;

testPostgres();

describe("migrate", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "archwright-migrate-"));
    await write("openapi/labels.yaml", spec);
    await migrate();
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const read = (path: string) => readFile(join(root, path), "utf8");
  const change = (from: string | RegExp, to: string) => write("openapi/labels.yaml", spec.replace(from, to));
  const files = async () => (await readdir(join(root, "sql/labels"))).sort();
  async function migrate(options: Partial<Options> = {}): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const given = { dryRun: false, allowDestructive: false, allowLongLocks: false, fill: [], name: undefined, ...options };
    const code = await migrateCommand(root, given, (line) => lines.push(line));
    return { code, said: lines.join("\n") };
  }
  async function check(): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const code = await generateCommand(root, { mode: "check", force: false }, (line) => lines.push(line));
    return { code, said: lines.join("\n") };
  }
  const initial = ["0001_initial.postgres.sql", "0001_initial.sqlite.sql"];

  it("writes the first migrations, then the next of each change, and never touches one that is there", async () => {
    expect(await files()).toEqual(initial);
    const before = await read("sql/labels/0001_initial.sqlite.sql");
    expect(await migrate()).toEqual({ code: 0, said: "The tables are what the specs ask for: nothing to migrate." });
    await change("        color:", "        size: { type: [integer, 'null'], format: int32 }\n        color:");
    expect(await migrate()).toMatchObject({ code: 0, said: expect.stringContaining("adds labels.size") });
    expect(await files()).toEqual([...initial, "0002_adds_labels_size.postgres.sql", "0002_adds_labels_size.sqlite.sql"]);
    expect(await read("sql/labels/0002_adds_labels_size.sqlite.sql")).toContain('ALTER TABLE "labels" ADD COLUMN "size" INTEGER;');
    expect(await read("sql/labels/0002_adds_labels_size.postgres.sql")).toContain('ALTER TABLE "labels" ADD COLUMN "size" integer;');
    expect(await read("sql/labels/0001_initial.sqlite.sql")).toBe(before);
    expect((await migrate()).said).toContain("nothing to migrate");
  });

  it("asks for a value of rows that exist, once, and takes it as the column's type has it", async () => {
    await change("[name]\n", "[name, code]\n");
    await write(
      "openapi/labels.yaml",
      (await read("openapi/labels.yaml")).replace("        color:", "        code: { type: string }\n        color:"),
    );
    const refused = await migrate();
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("--fill labels.code=<value>") });
    expect(await files()).toEqual(initial);
    expect((await migrate({ fill: ["labels.code=007"] })).code).toBe(0);
    expect(await read("sql/labels/0002_adds_labels_code.postgres.sql")).toContain("NOT NULL DEFAULT '007'");
    await expect(migrate({ fill: ["labels.cod=1"] })).rejects.toThrow("--fill labels.cod: no spec asks for such a column.");
    await expect(migrate({ fill: ["x"] })).rejects.toThrow("--fill wants <table>.<column>=<value>");
  });

  it("drops nothing unless it is told to, and keeps what people name as theirs", async () => {
    await change(/ {8}color:.*\n/, "");
    const refused = await migrate();
    expect(refused.code).toBe(1);
    expect(refused.said).toContain("drops labels.color with its values  (destructive)");
    expect(await files()).toEqual(initial);
    await write(
      "sql/labels/0002_by_hand.sqlite.sql",
      "-- keep: labels.color, palettes, labels_by_hand\nCREATE TABLE palettes (id TEXT); CREATE INDEX labels_by_hand ON labels (color);",
    );
    await write("sql/labels/0002_by_hand.postgres.sql", "CREATE TABLE palettes (id text); CREATE INDEX labels_by_hand ON labels (color);");
    expect((await migrate()).said).toContain("nothing to migrate");
    await write("sql/labels/0002_by_hand.sqlite.sql", "CREATE TABLE palettes (id TEXT);");
    await write("sql/labels/0002_by_hand.postgres.sql", "CREATE TABLE palettes (id text);");
    expect(await migrate({ allowDestructive: true, name: "forget" })).toMatchObject({ code: 0 });
    expect(await read("sql/labels/0003_forget.sqlite.sql")).toMatch(/DROP TABLE "palettes";\nALTER TABLE "labels" DROP COLUMN "color";/);
  });

  it("keeps a person's columns, indexes and triggers where SQLite makes a table anew, and refuses where it cannot", async () => {
    await write(
      "sql/labels/0002_by_hand.postgres.sql",
      "-- keep: labels.rank, labels_by_rank, labels_touched\nALTER TABLE labels ADD COLUMN rank integer; CREATE INDEX labels_by_rank ON labels (rank);",
    );
    await write(
      "sql/labels/0002_by_hand.sqlite.sql",
      "ALTER TABLE labels ADD COLUMN rank INTEGER; CREATE INDEX labels_by_rank ON labels (rank); CREATE TRIGGER labels_touched AFTER DELETE ON labels BEGIN SELECT 1; END;",
    );
    await change('color: { type: string, default: "#888888" }', "color: { type: [string, 'null'] }");
    expect((await migrate()).code).toBe(0);
    const next = (await files()).find((name) => name.startsWith("0003") && name.includes("sqlite")) ?? "";
    const text = await read(`sql/labels/${next}`);
    for (const part of [
      'ADD COLUMN "rank" INTEGER;',
      '"rank"\nFROM "labels"',
      "CREATE INDEX labels_by_rank",
      "CREATE TRIGGER labels_touched",
    ])
      expect(text).toContain(part);
    expect((await migrate()).said).toContain("nothing to migrate");

    await write("sql/labels/0002_by_hand.sqlite.sql", "ALTER TABLE labels ADD COLUMN rank INTEGER CHECK (rank > 0);");
    await rm(join(root, "sql/labels", next));
    await rm(join(root, "sql/labels", next.replace("sqlite", "postgres")));
    await expect(migrate()).rejects.toThrow(/it has a CHECK that no spec knows: write this migration by hand/);
  });

  it("only shows the SQL in a dry run", async () => {
    await change("name: { type: string }", "title: { type: string, x-codegen: { renamedFrom: name } }");
    await write(
      "openapi/labels.yaml",
      (await read("openapi/labels.yaml")).replace("required: [name]", "required: [title]").replace("[[name]]", "[[title]]"),
    );
    const { code, said } = await migrate({ dryRun: true });
    expect(code).toBe(0);
    expect(said).toContain('ALTER TABLE "labels" RENAME COLUMN "name" TO "title";');
    expect(said).toContain("Nothing was written.");
    expect(await files()).toEqual(initial);
  });

  it("is what check asks for, until the tables are what the specs ask for", async () => {
    await generateCommand(root, { mode: "write", force: false }, () => undefined);
    expect(await check()).toEqual({ code: 0, said: "" });
    await change("        color:", "        size: { type: integer, default: 1 }\n        color:");
    const lines: string[] = [];
    await generateCommand(root, { mode: "write", force: false }, (line) => lines.push(line));
    expect(lines.join("\n")).toMatch(/adds labels\.size\nRun `npm run migrate`/);
    expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining("adds labels.size") });
    await migrate();
    await generateCommand(root, { mode: "write", force: false }, () => undefined);
    expect(await check()).toEqual({ code: 0, said: "" });
  });
});
