import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";

export const manifestPath = "generated/.manifest.json";

/** What the generator owns in the tree. Nothing in it depends on the machine or the hour. */
export interface Manifest {
  /** Group of files -> what it was made from (a hash, or "" when it is always made anew), and each file's hash by path. */
  readonly groups: Readonly<Record<string, Group>>;
}

export interface Group {
  readonly from: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The hash that the manifest keeps. */
export const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Reads the manifest of the tree at `root`; an absent one owns nothing.
 * Throws a sentence when it is not one of ours, or names a path that is not the generator's: such a list decides what gets deleted.
 */
export async function readManifest(root: string): Promise<Manifest> {
  const text = await readFile(join(root, manifestPath), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? { groups: {} } : parseManifest(text);
}

/** The manifest as text: sorted, one file a line, so that two branches merge. */
export function printManifest(manifest: Manifest): string {
  const groups = Object.fromEntries(
    Object.entries(manifest.groups)
      .filter(([, group]) => group.from !== "" || Object.keys(group.files).length > 0)
      .sort(byKey)
      .map(([name, group]) => [name, { from: group.from, files: Object.fromEntries(Object.entries(group.files).sort(byKey)) }]),
  );
  return `${JSON.stringify({ groups }, null, 2)}\n`;
}

/** Whether the generator may write or delete this path: below `generated/`, in normal form, and not the manifest itself. */
export function isOwnable(path: string): boolean {
  return path.startsWith("generated/") && posix.normalize(path) === path && !path.includes("\\") && path !== manifestPath;
}

/** A first migration, which the generator proposed: it may take it back as long as nobody has changed it. */
const isProposal = (path: string): boolean => /^sql\/[a-z][a-z0-9]*\/0001_initial\.(?:sqlite|postgres)\.sql$/.test(path);

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

function parseManifest(text: string): Manifest {
  const broken = (why: string): Error =>
    new Error(`${manifestPath} ${why}. Restore it from version control, or delete it and run \`npm run generate -- --force\`.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw broken("is not JSON");
  }
  const groups = record(record(json)?.groups);
  if (groups === undefined) throw broken("does not list groups of files");
  const parsed = Object.entries(groups).map(([name, group]): [string, Group] => {
    const from = record(group)?.from;
    const files = record(record(group)?.files);
    if (typeof from !== "string" || files === undefined) throw broken(`has a group "${name}" without files`);
    const entries = Object.entries(files).map(([path, sum]): [string, string] => {
      if (!(name === "proposals" ? isProposal : isOwnable)(path)) throw broken(`names "${path}", which is not a generated file`);
      if (typeof sum !== "string") throw broken(`has no hash for "${path}"`);
      return [path, sum];
    });
    return [name, { from, files: Object.fromEntries(entries) }];
  });
  return { groups: Object.fromEntries(parsed) };
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}
