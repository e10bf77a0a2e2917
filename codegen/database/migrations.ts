import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SqlDialect } from "../migrations/initial.ts";

export interface Migration {
  /** `sql/labels/0001_initial.sqlite.sql` */
  readonly path: string;
  readonly text: string;
}

export type Migrations = Readonly<Record<SqlDialect, readonly Migration[]>>;

/** The core's migrations, which come with the generator: a project that keeps no copy of them uses these. */
const shipped = join(import.meta.dirname, "../..");

/** All migrations below `sql/`, in the order in which they run: core's, then each domain's in the order given; by name within. */
export async function readMigrations(root: string, domains: readonly string[]): Promise<Migrations> {
  const core = readFolder(existsSync(join(root, "sql/core")) ? root : shipped, "sql/core");
  const folders = await Promise.all([core, ...domains.map((name) => readFolder(root, `sql/${name}`))]);
  const all = folders.flat();
  return {
    sqlite: all.filter(({ path }) => path.endsWith(".sqlite.sql")),
    postgres: all.filter(({ path }) => path.endsWith(".postgres.sql")),
  };
}

/** A hash of what the migrations say and in which order: as long as it is the same, so are the databases. */
export function migrationsHash(migrations: Migrations): string {
  const content = [migrations.sqlite, migrations.postgres].map((list) => list.map(({ path, text }) => [path, text]));
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

async function readFolder(root: string, folder: string): Promise<Migration[]> {
  const names = await readdir(join(root, folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(files.map(async (name) => ({ path: `${folder}/${name}`, text: await readFile(join(root, folder, name), "utf8") })));
}
