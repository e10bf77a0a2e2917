import type { Difference } from "../apply/compare.ts";
import { type Migration, type Migrations, readMigrations } from "../database/migrations.ts";
import { initialMigration, type SqlDialect } from "../migrations/initial.ts";
import type { Model } from "../model/model.ts";

const dialects: readonly SqlDialect[] = ["sqlite", "postgres"];

/** The migrations of the tree, with a first one proposed for each domain that has none. Those that exist belong to people. */
export async function proposeMigrations(
  root: string,
  model: Model,
): Promise<{ readonly all: Migrations; readonly proposed: readonly Difference[] }> {
  const names = model.domains.map((domain) => domain.name);
  const found = await readMigrations(root, names);
  const have = new Set([...found.sqlite, ...found.postgres].map(({ path }) => path.split("/")[1]));
  const made = new Map<string, Migration>();
  for (const domain of model.domains.filter(({ name }) => !have.has(name))) {
    for (const dialect of dialects) {
      const migration = initialMigration(domain, dialect);
      if (migration !== undefined) made.set(`${domain.name}/${dialect}`, migration);
    }
  }
  const inOrder = (dialect: SqlDialect): readonly Migration[] =>
    ["core", ...names].flatMap(
      (name) => made.get(`${name}/${dialect}`) ?? found[dialect].filter(({ path }) => path.startsWith(`sql/${name}/`)),
    );
  const proposed = [...made.values()].map(
    ({ path, text }): Difference => ({ path, kind: "create", edited: false, before: undefined, after: text }),
  );
  return { all: { sqlite: inOrder("sqlite"), postgres: inOrder("postgres") }, proposed };
}
