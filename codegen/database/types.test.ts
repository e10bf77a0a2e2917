import { beforeAll, describe, expect, it } from "vitest";
import { fixtureModel } from "../emit/fixture/model.ts";
import { proposeMigrations } from "../migrations/propose.ts";
import type { Migration, Migrations } from "./migrations.ts";
import { databaseTypes, isCurrent, typesPath } from "./types.ts";

const proposed = [...proposeMigrations(fixtureModel("gauges"), () => false)].map(([path, text]) => ({ path, text }));
const migrations: Migrations = {
  sqlite: proposed.filter(({ path }) => path.endsWith(".sqlite.sql")),
  postgres: proposed.filter(({ path }) => path.endsWith(".postgres.sql")),
};

describe("databaseTypes", () => {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    files = await databaseTypes(migrations);
  });
  const column = (dialect: "sqlite" | "postgres", name: string): string | undefined =>
    new RegExp(`^  ${name}: (.+);$`, "m").exec(files.get(typesPath(dialect)) ?? "")?.[1];

  it.for([
    ["total", "number", "number"],
    ["ratio", "number", "number"],
    ["open", "number", "boolean"],
    ["at", "string", "Date"],
    ["maybe_at", "string | null", "Date | null"],
    ["shape", "string", "Json"],
    ["title", "string", "string"],
  ] as const)("says how %s comes back from each database", ([name, sqlite, postgres]) => {
    expect([column("sqlite", name), column("postgres", name)]).toEqual([sqlite, postgres]);
  });

  it("leaves out what SQLite keeps for an index of words, and reads vectors as text from Postgres", async () => {
    const made = [...proposeMigrations(fixtureModel("articles", "stories"), () => false)].map(([path, text]) => ({ path, text }));
    const types = await databaseTypes({
      sqlite: made.filter(({ path }) => path.endsWith(".sqlite.sql")),
      postgres: made.filter(({ path }) => path.endsWith(".postgres.sql")),
    });
    const [sqlite = "", postgres = ""] = [types.get(typesPath("sqlite")), types.get(typesPath("postgres"))];
    expect(sqlite.match(/^ {2}(?:articles|stories)\w*: \w+;$/gm)).toEqual([
      "  articles: Articles;",
      "  articles_roles: ArticlesRoles;",
      "  stories: Stories;",
      "  stories_roles: StoriesRoles;",
      "  stories_vectors_64: StoriesVectors64;",
    ]);
    expect(sqlite).toMatch(/near_vector: Buffer;/);
    expect(postgres).toMatch(/near_vector: string;/);
    expect(postgres).toMatch(/search_words: Generated<string>;/);
  });

  it("writes the same each time, without a date or a version", async () => {
    expect(await databaseTypes(migrations)).toEqual(files);
    for (const text of files.values())
      expect(text.split("\n").slice(0, 2).join("\n")).toMatch(/^\/\/ Made from sql\/.*\n\/\/ Migrations: [0-9a-f]{64}$/);
  });

  it("is current as long as the migrations are the same", () => {
    const text = files.get(typesPath("postgres")) ?? "";
    expect(isCurrent(text, migrations)).toBe(true);
    expect(isCurrent(text, { ...migrations, sqlite: [] })).toBe(false);
    expect(isCurrent("", migrations)).toBe(false);
  });

  it.for(["sqlite", "postgres"] as const)("names the migration that %s refuses", async (dialect) => {
    const broken: Migration = { path: `sql/gauges/0002_broken.${dialect}.sql`, text: "create tabel x (id text)" };
    const attempt = databaseTypes({ ...migrations, [dialect]: [...migrations[dialect], broken] });
    await expect(attempt).rejects.toThrow(/refuses sql\/gauges\/0002_broken\.\w+\.sql: .*syntax error/);
  });
});
