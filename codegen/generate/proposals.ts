import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Difference } from "../apply/compare.ts";
import { type Group, hash } from "../apply/manifest.ts";
import { proposeMigrations } from "../migrations/propose.ts";
import type { Model } from "../model/model.ts";

/**
 * What becomes of the first migrations that were proposed for domains which no spec describes any more: where they are all that the domain
 * has, and nobody changed them, they go as they came. Whatever people had a hand in is theirs, and stays. Gives the group that the manifest
 * remembers from now on, too.
 */
export async function proposals(
  root: string,
  model: Model,
  proposed: readonly Difference[],
  before: Group | undefined,
): Promise<{ readonly differences: readonly Difference[]; readonly group: Group }> {
  const described = new Set(model.domains.map(({ name }) => `sql/${name}`));
  const known = Object.entries(before?.files ?? {});
  const made = proposed.map(({ path, after = "" }): [string, string] => [path, hash(after)]);
  // What would be proposed now counts as proposed: a copy of the project without its past remembers the same.
  const now = [...proposeMigrations(model, () => false)].map(([path, text]): [string, string] => [path, hash(text)]);
  const asProposed = await Promise.all(
    [...known, ...now].map(async ([path, sum]): Promise<[string, string][]> => {
      const text = await readFile(join(root, path), "utf8").catch(() => undefined);
      const folder = dirname(path);
      const kept = described.has(folder) && text !== undefined && hash(text) === sum && (await isFirst(root, folder));
      return kept ? [[path, sum]] : [];
    }),
  );
  const files = [...asProposed.flat(), ...made].sort(([a], [b]) => (a < b ? -1 : 1));
  const orphans = [...new Set(known.map(([path]) => dirname(path)))].filter((folder) => !described.has(folder));
  const gone = await Promise.all(orphans.map((folder) => untouched(root, folder, new Map(known))));
  return { differences: [...proposed, ...gone.flat()], group: { from: "", files: Object.fromEntries(files) } };
}

/** Whether a domain has no migration but its first: with another, all of them stay, whatever becomes of the domain. */
const isFirst = async (root: string, folder: string): Promise<boolean> =>
  (await readdir(join(root, folder))).every((name) => name.startsWith("0001_initial."));

/** The files of a folder, to be deleted, if all of them are as they were proposed; else none. */
async function untouched(root: string, folder: string, sums: ReadonlyMap<string, string>): Promise<readonly Difference[]> {
  const names = await readdir(join(root, folder)).catch(() => []);
  const files = await Promise.all(
    names
      .sort()
      .map(async (name) => ({ path: `${folder}/${name}`, text: await readFile(join(root, folder, name), "utf8").catch(() => "") })),
  );
  if (!files.every(({ path, text }) => sums.get(path) === hash(text))) return [];
  return files.map(({ path, text }) => ({ path, kind: "delete", edited: false, before: text, after: undefined }));
}
