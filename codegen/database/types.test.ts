import { describe, expect, it } from "vitest";
import { labels, modelOf } from "../emit/fixture/labels.ts";
import { proposeMigrations } from "../migrations/propose.ts";
import type { Migrations } from "./migrations.ts";
import { databaseTypes, isCurrent, typesPath } from "./types.ts";

const proposed = [...proposeMigrations(modelOf(labels), () => false)].map(([path, text]) => ({ path, text }));
const migrations: Migrations = {
  sqlite: proposed.filter(({ path }) => path.includes("sqlite")),
  postgres: proposed.filter(({ path }) => path.includes("postgres")),
};

describe("databaseTypes", () => {
  it("reads the tables of both databases, the same each time", async () => {
    const files = await databaseTypes(migrations);
    console.log([...files.values()].join("\n====\n"));
    expect(await databaseTypes(migrations)).toEqual(files);
    expect(isCurrent(files.get(typesPath("postgres")) ?? "", migrations)).toBe(true);
    expect(isCurrent(files.get(typesPath("postgres")) ?? "", { ...migrations, sqlite: [] })).toBe(false);
  }, 60_000);
});
