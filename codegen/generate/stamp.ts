import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifestPath } from "../apply/manifest.ts";

const generator = dirname(import.meta.dirname);

/**
 * What a run said when it left the tree as `from`, its inputs, ask for; undefined when anything has changed since. Reads and hashes alone,
 * so that the common case need not even load the compiler.
 */
export function untouchedReport(root: string, from: string): string | undefined {
  try {
    const [known, ...report] = readFileSync(stampPath(root), "utf8").split("\n");
    return known === stamp(from, root) && isAsWritten(root) ? report.join("\n") : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A hash of all that decides what is generated: specs, migrations, the generator and its libraries. Whoever wants to remember a run takes
 * it before reading any of them, so that what changes meanwhile is not taken for known.
 */
export function inputs(root: string): string {
  const hash = createHash("sha256").update(process.version);
  const add = (path: string): unknown => hash.update(`\n${path}\n`).update(readFileSync(path));
  for (const path of below(generator)) if (/\.[jt]s$/.test(path) && !/\.(?:test|d)\.ts$/.test(path)) add(path);
  // What the project depends on decides where generated code finds the runtime.
  if (existsSync(join(root, "package.json"))) add(join(root, "package.json"));
  for (const folder of ["openapi", "sql"]) for (const path of below(join(root, folder))) add(path);
  const lock = join(dirname(generator), "package-lock.json");
  if (existsSync(lock)) add(lock);
  return hash.digest("hex");
}

/**
 * Remembers that the tree is as `from`, its inputs, ask for, and what there is to report of it all the same. Kept beside the installed
 * packages, where tools keep caches; without them, nowhere.
 */
export function rememberUntouched(root: string, from: string, report = ""): void {
  if (!existsSync(join(root, "node_modules"))) return;
  const path = stampPath(root);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${stamp(from, root)}\n${report}`);
}

/** Worktrees may share their packages: each root has a stamp of its own. */
const stampPath = (root: string): string =>
  join(root, "node_modules/.cache/archwright", createHash("sha256").update(root).digest("hex").slice(0, 16));

const stamp = (from: string, root: string): string => createHash("sha256").update(`${from}\n`).update(readManifest(root)).digest("hex");

const readManifest = (root: string): string => readFileSync(join(root, manifestPath), "utf8");

/** Whether each file that the manifest lists is what it remembers; what it does not list is not ours. */
function isAsWritten(root: string): boolean {
  const listed = [...readManifest(root).matchAll(/"(generated\/[^"]+)": "([0-9a-f]{64})"/g)];
  return listed.every(
    ([, path = "", sum]) =>
      createHash("sha256")
        .update(readFileSync(join(root, path)))
        .digest("hex") === sum,
  );
}

function below(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
