import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifestPath } from "../apply/manifest.ts";

const generator = dirname(import.meta.dirname);

/**
 * Whether nothing has changed since a run that found nothing to do: neither specs, migrations, generated files, the generator nor its
 * libraries. Reads and hashes alone, so that the common case need not even load the compiler.
 */
export const isUntouched = (root: string): boolean => untouchedReport(root) !== undefined;

/** What that run reported, its warnings; undefined when anything has changed since. */
export function untouchedReport(root: string): string | undefined {
  try {
    const [known, ...report] = readFileSync(stampPath(root), "utf8").split("\n");
    return known === stamp(root) ? report.join("\n") : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Remembers that the tree is as it should be, and what there is to report of it all the same. Kept beside the installed packages, where
 * tools keep caches; without them, nowhere.
 */
export function rememberUntouched(root: string, report = ""): void {
  if (!existsSync(join(root, "node_modules"))) return;
  const path = stampPath(root);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${stamp(root)}\n${report}`);
}

/** Worktrees may share their packages: each root has a stamp of its own. */
const stampPath = (root: string): string =>
  join(root, "node_modules/.cache/archwright", createHash("sha256").update(root).digest("hex").slice(0, 16));

function stamp(root: string): string {
  const hash = createHash("sha256").update(process.version);
  const add = (path: string): unknown => hash.update(`\n${path}\n`).update(readFileSync(path));
  for (const path of below(generator)) if (/\.[jt]s$/.test(path) && !/\.(?:test|d)\.ts$/.test(path)) add(path);
  // What the project depends on decides where generated code finds the runtime.
  if (existsSync(join(root, "package.json"))) add(join(root, "package.json"));
  for (const folder of ["openapi", "sql"]) for (const path of below(join(root, folder))) add(path);
  const manifest = readFileSync(join(root, manifestPath), "utf8");
  hash.update(manifest);
  for (const [, path = ""] of manifest.matchAll(/"(generated\/[^"]+)":/g)) add(join(root, path));
  const lock = join(dirname(generator), "package-lock.json");
  if (existsSync(lock)) add(lock);
  return hash.digest("hex");
}

function below(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
