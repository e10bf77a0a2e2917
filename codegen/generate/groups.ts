import { compare, type Difference, intact } from "../apply/compare.ts";
import { type Group, hash, type Manifest } from "../apply/manifest.ts";

/** Files that are made together from one input. */
export interface Wanted {
  readonly name: string;
  /** A hash of what they are made from. While it is what the manifest remembers, and the files are intact, `make` is not called. */
  readonly from: string;
  make(): Promise<ReadonlyMap<string, string>>;
}

export interface Outcome {
  readonly differences: readonly Difference[];
  readonly group: Group;
}

/** How a group of files differs from the tree, making them only when their input changed or somebody touched them. */
export async function compareGroup(root: string, wanted: Wanted, manifest: Manifest, anew: boolean): Promise<Outcome> {
  const owned = manifest.groups[wanted.name];
  if (!anew && owned !== undefined && owned.from === wanted.from && (await intact(root, owned))) return { differences: [], group: owned };
  const files = await wanted.make();
  const sums = [...files].map(([path, text]): [string, string] => [path, hash(text)]);
  return { differences: await compare(root, files, owned), group: { from: wanted.from, files: Object.fromEntries(sums) } };
}
