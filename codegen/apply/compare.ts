import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Group, hash, isOwnable } from "./manifest.ts";

/** How one path of the tree differs from what the specs ask for. */
export interface Difference {
  readonly path: string;
  readonly kind: "create" | "update" | "delete";
  /** Somebody changed the file by hand: it is neither what was generated last nor what is wanted now. */
  readonly edited: boolean;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Compares a group of wanted files with the tree at `root`. `owned` is what the manifest remembers of the group.
 * Equal files do not appear. Files that nobody wants or owns do not appear either: they are not ours.
 */
export async function compare(root: string, wanted: ReadonlyMap<string, string>, owned: Group | undefined): Promise<readonly Difference[]> {
  const files = owned?.files ?? {};
  const paths = [...new Set([...wanted.keys(), ...Object.keys(files)])].sort();
  const foreign = paths.find((path) => !isOwnable(path));
  if (foreign !== undefined) throw new Error(`The generator must not write "${foreign}": only files below generated/ are its own.`);
  const found = await Promise.all(paths.map((path) => difference(root, path, wanted.get(path), files[path])));
  return found.filter((item) => item !== undefined);
}

/** Whether every file of the group is there as the manifest remembers it, so that it need not be made again. */
export async function intact(root: string, group: Group): Promise<boolean> {
  const same = await Promise.all(
    Object.entries(group.files).map(async ([path, sum]) => {
      const text = await read(join(root, path));
      return text !== undefined && hash(text) === sum;
    }),
  );
  return same.every(Boolean);
}

async function difference(root: string, path: string, after: string | undefined, sum: string | undefined): Promise<Difference | undefined> {
  const before = await read(join(root, path));
  if (before === after) return undefined;
  const kind = before === undefined ? "create" : after === undefined ? "delete" : "update";
  return { path, kind, edited: before !== undefined && hash(before) !== sum, before, after };
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
}
