import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compare, type Difference } from "../apply/compare.ts";
import { type Group, hash, readManifest } from "../apply/manifest.ts";
import { write, writeManifest } from "../apply/write.ts";
import type { Diagnostic } from "../diagnostics/problems.ts";
import { readSpecs } from "../generate/specs.ts";
import { type Memory, plan } from "../plan.ts";
import { settingsOf } from "../print/settings.ts";
import type { SourceFile } from "../read/source.ts";
import { type Emitted, emitAgain } from "./incremental.ts";

export interface Update {
  readonly specs: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was written; undefined when a spec has an error, or somebody edited a file that would be. */
  readonly differences: readonly Difference[] | undefined;
  readonly edited: readonly string[];
  /** The domains that were emitted anew. */
  readonly anew: readonly string[];
}

/**
 * Regenerates what follows from the specs alone, again and again: what files said and what was emitted of domains stays in memory.
 * Databases' types and the SDK are left to a whole run of `generate`.
 */
export class Session {
  readonly #root: string;
  readonly #memory: Memory = new Map();
  #last: Emitted | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  async update(): Promise<Update> {
    const [specs, packageJson, manifest] = await Promise.all([
      readSpecs(this.#root),
      readFile(join(this.#root, "package.json"), "utf8").catch(() => undefined),
      readManifest(this.#root),
    ]);
    const { model, diagnostics } = plan(specs, this.#memory);
    if (model === undefined) return { specs, diagnostics, differences: undefined, edited: [], anew: [] };
    const emitted = emitAgain(model, settingsOf(packageJson), this.#last);
    const before = this.#last?.files ?? new Map<string, string>();
    const owned = manifest.groups.model ?? { from: "", files: {} };
    // Only what is not as it was written last is looked at on disk.
    const changed = new Map([...emitted.files].filter(([path, text]) => before.get(path) !== text || owned.files[path] !== hash(text)));
    const gone = Object.keys(owned.files).filter((path) => !emitted.files.has(path));
    const ownedHere = Object.fromEntries(Object.entries(owned.files).filter(([path]) => changed.has(path) || gone.includes(path)));
    const differences = await compare(this.#root, changed, { from: "", files: ownedHere });
    const edited = differences.filter((difference) => difference.edited).map(({ path }) => path);
    if (edited.length > 0) return { specs, diagnostics, differences: undefined, edited, anew: emitted.anew };
    await write(this.#root, differences);
    const group: Group = { from: "", files: Object.fromEntries([...emitted.files].map(([path, text]) => [path, hash(text)])) };
    await writeManifest(this.#root, manifest, { groups: { ...manifest.groups, model: group } });
    this.#last = emitted;
    return { specs, diagnostics, differences, edited, anew: emitted.anew };
  }
}
