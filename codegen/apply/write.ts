import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Difference } from "./compare.ts";
import { type Manifest, manifestPath, printManifest } from "./manifest.ts";

/** Brings the tree to what is wanted. Each file appears whole or not at all; folders that became empty go. */
export async function write(root: string, differences: readonly Difference[]): Promise<void> {
  for (const { path, after } of differences) {
    if (after === undefined) await remove(root, path);
    else await replace(join(root, path), after);
  }
}

/** Writes the manifest unless it is the same already. It comes last: a run that died before is simply repeated. */
export async function writeManifest(root: string, before: Manifest, after: Manifest): Promise<void> {
  const text = printManifest(after);
  if (text !== printManifest(before)) await replace(join(root, manifestPath), text);
}

async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}

async function remove(root: string, path: string): Promise<void> {
  await rm(join(root, path), { force: true });
  for (let folder = dirname(path); folder !== "generated" && folder !== "sql" && folder !== "."; folder = dirname(folder)) {
    if ((await readdir(join(root, folder))).length > 0) return;
    await rmdir(join(root, folder));
  }
}
