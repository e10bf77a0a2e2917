import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compare } from "../apply/compare.ts";
import { hash, readManifest } from "../apply/manifest.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { emitOf } from "../emit/emit.ts";
import { plan } from "../plan.ts";
import { settingsOf } from "../print/settings.ts";
import type { Generation } from "./generate.ts";
import { readSpecs } from "./specs.ts";

/**
 * What must change in the files of one domain; what all domains share, and what other generators make, is left as it is.
 * Throws a sentence when no spec describes the domain.
 */
export async function prepareOnly(root: string, name: string): Promise<Generation> {
  const specs = await readSpecs(root);
  const { model, diagnostics } = plan(specs);
  if (model === undefined) return { specs, diagnostics, changes: undefined };
  const domain = model.domains.find((candidate) => candidate.name === name);
  if (domain === undefined) {
    const meant = nearest(
      name,
      model.domains.map((candidate) => candidate.name),
    );
    throw new Error(`No spec describes the domain ${name}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`);
  }
  const packageJson = await readFile(join(root, "package.json"), "utf8").catch(() => undefined);
  const before = await readManifest(root);
  const files = emitOf(domain, model, settingsOf(packageJson));
  const owned = Object.entries(before.groups.model?.files ?? {});
  const isOwn = (path: string): boolean => files.has(path) || path.startsWith(`generated/${name}/`);
  const own = Object.fromEntries(owned.filter(([path]) => isOwn(path)));
  const sums = Object.fromEntries([
    ...owned.filter(([path]) => !isOwn(path)),
    ...[...files].map(([path, text]) => [path, hash(text)] as const),
  ]);
  const differences = await compare(root, files, { from: "", files: own });
  const after = { groups: { ...before.groups, model: { from: "", files: sums } } };
  return { specs, diagnostics, changes: { differences, drift: [], before, after } };
}
