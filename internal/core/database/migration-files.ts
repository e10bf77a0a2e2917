import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { StartError } from "../problems/start-error.ts";

/** One step of a domain's tables, for one dialect. */
export interface MigrationFile {
  readonly domain: string;
  readonly number: number;
  /** `0001_labels` */
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** The core's own migrations, which come with this code: a project that keeps no copy of them uses these. */
const shipped = join(import.meta.dirname, "../../../sql");

const namePattern = /^(\d{4})_[a-z0-9_]+\.(sqlite|postgres)\.sql$/;

/**
 * The migrations below `folder` for a dialect, in the order in which they are applied: `core` first, then the domains in the order
 * given (by name unless given). Without a folder of its own, `core` has the ones that come with this code. Throws when a name is wrong, or the numbers of a domain do not count 1, 2, 3, …
 */
export async function migrationFiles(
  folder: string,
  dialect: "sqlite" | "postgres",
  domains?: readonly string[],
): Promise<readonly MigrationFile[]> {
  const present = await subfolders(folder);
  const wanted = domains ?? present;
  const own = wanted.filter((domain) => domain !== "core" && present.includes(domain));
  const core = filesOf(present.includes("core") ? folder : shipped, "core", dialect);
  return (await Promise.all([core, ...own.map((domain) => filesOf(folder, domain, dialect))])).flat();
}

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    // A project without entities has no tables of its own.
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function filesOf(folder: string, domain: string, dialect: string): Promise<MigrationFile[]> {
  const files: MigrationFile[] = [];
  for (const file of (await readdir(join(folder, domain))).sort()) {
    if (!file.endsWith(".sql")) continue;
    const match = namePattern.exec(file);
    const place = join(folder, domain, file);
    if (match === null) throw new StartError(`${place}: name a migration NNNN_what.sqlite.sql or NNNN_what.postgres.sql, in lower case.`);
    if (match[2] !== dialect) continue;
    const number = Number(match[1]);
    const expected = files.length + 1;
    if (number !== expected) {
      throw new StartError(
        `${place}: migrations of a domain count up without gap or repetition, and the next number here is ${pad(expected)}.`,
      );
    }
    // A checkout may turn line ends around; that is no change of the migration.
    const sql = (await readFile(place, "utf8")).replaceAll("\r\n", "\n");
    const sha256 = createHash("sha256").update(sql).digest("hex");
    files.push({ domain, number, name: file.slice(0, -`.${dialect}.sql`.length), sql, sha256 });
  }
  return files;
}

const pad = (number: number): string => String(number).padStart(4, "0");
