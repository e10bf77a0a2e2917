import type { Difference } from "../apply/compare.ts";
import { type Migrations, readMigrations } from "../database/migrations.ts";
import type { SqlDialect } from "../migrations/initial.ts";
import { proposeMigrations } from "../migrations/propose.ts";
import type { Model } from "../model/model.ts";

/** The migrations of the tree, and a first one for each domain that has none. Those that exist belong to people. */
export async function completeMigrations(
  root: string,
  model: Model,
): Promise<{ readonly all: Migrations; readonly proposed: readonly Difference[] }> {
  const domains = model.domains.map((domain) => domain.name);
  const found = await readMigrations(root, domains);
  const present = new Set([...found.sqlite, ...found.postgres].map(({ path }) => path.split("/")[1]));
  const made = proposeMigrations(model, ({ name }) => present.has(name));
  const inOrder = (dialect: SqlDialect) => {
    const proposals = [...made].filter(([path]) => path.endsWith(`.${dialect}.sql`)).map(([path, text]) => ({ path, text }));
    const files = [...found[dialect], ...proposals];
    return ["core", ...domains].flatMap((name) => files.filter(({ path }) => path.startsWith(`sql/${name}/`)));
  };
  const proposed = [...made].map(([path, after]): Difference => ({ path, kind: "create", edited: false, before: undefined, after }));
  return { all: { sqlite: inOrder("sqlite"), postgres: inOrder("postgres") }, proposed };
}
