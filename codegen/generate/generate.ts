import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Difference } from "../apply/compare.ts";
import { type Group, hash, type Manifest, readManifest } from "../apply/manifest.ts";
import { write, writeManifest } from "../apply/write.ts";
import { type Migrations, migrationsHash } from "../database/migrations.ts";
import { lazyPostgres, type RunPostgres } from "../database/postgres.ts";
import { type Diagnostic, Problems } from "../diagnostics/problems.ts";
import { emit } from "../emit/emit.ts";
import type { Item } from "../migrate/describe.ts";
import { findLongLocks } from "../migrate/long-locks.ts";
import { plan } from "../plan.ts";
import { settingsOf } from "../print/settings.ts";
import { openapiTypes, openapiTypesOptions } from "../published/openapi-types.ts";
import { sdk, sdkOptions } from "../published/sdk.ts";
import { question, toolVersion } from "../published/tool-version.ts";
import type { SourceFile } from "../read/source.ts";
import { tablesDrift } from "./drift.ts";
import { compareGroup, type Wanted } from "./groups.ts";
import { completeMigrations } from "./migrations.ts";
import { proposals } from "./proposals.ts";
import { readSpecs } from "./specs.ts";

export interface Generation {
  readonly specs: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** undefined when a spec has an error. */
  readonly changes: Changes | undefined;
}

export interface Changes {
  readonly differences: readonly Difference[];
  /** What the tables that the migrations make lack to be those that the specs ask for. */
  readonly drift: readonly Item[];
  readonly before: Manifest;
  readonly after: Manifest;
}

/**
 * What must change in the tree at `root` so that it is what its specs ask for; changes nothing itself. `anew` makes everything again.
 * Throws a sentence for what is wrong outside of the specs: no specs, a broken manifest, a migration that a database refuses.
 */
export async function prepare(root: string, anew: boolean): Promise<Generation> {
  const specs = await readSpecs(root);
  const { model, diagnostics } = plan(specs);
  if (model === undefined) return { specs, diagnostics, changes: undefined };
  const [before, migrations, packageJson] = await Promise.all([
    readManifest(root),
    completeMigrations(root, model),
    readFile(join(root, "package.json"), "utf8").catch(() => undefined),
  ]);
  const locks = new Problems();
  const locking = findLongLocks(migrations.all.postgres, locks);
  const files = emit(model, settingsOf(packageJson));
  const first = await proposals(root, model, migrations.proposed, before.groups.proposals);
  const differences: Difference[] = [...first.differences];
  const groups: Record<string, Group> = { proposals: first.group };
  const postgres = lazyPostgres();
  const wanted: readonly Wanted[] = [
    { name: "model", from: "", make: async () => files },
    databaseGroup(migrations.all, postgres.run),
    ...published(files.get("generated/openapi.json")),
  ];
  try {
    for (const group of wanted) {
      const outcome = await compareGroup(root, group, before, anew || group.from === "");
      differences.push(...outcome.differences);
      groups[group.name] = outcome.group;
    }
    const { drift, group } = await tablesDrift(model, migrations.all, before.groups.tables, postgres.run);
    if (group !== undefined) groups.tables = group;
    return {
      specs: [...specs, ...locking],
      diagnostics: [...diagnostics, ...locks.list()],
      changes: { differences, drift, before, after: { groups } },
    };
  } finally {
    await postgres.stop();
  }
}

/** Files that somebody changed by hand: writing over them would lose work. */
export const editedFiles = (changes: Changes): readonly Difference[] => changes.differences.filter((difference) => difference.edited);

/** Makes the changes. */
export async function apply(root: string, changes: Changes): Promise<void> {
  await write(root, changes.differences);
  await writeManifest(root, changes.before, changes.after);
}

/** The types of the tables; nothing where no domain has any: the core does not use them. */
function databaseGroup(migrations: Migrations, runPostgres: RunPostgres): Wanted {
  if ([...migrations.sqlite, ...migrations.postgres].every(({ path }) => path.startsWith("sql/core/"))) return nothing("database");
  const make = async () => (await import("../database/types.ts")).databaseTypes(migrations, runPostgres);
  return { name: "database", from: migrationsHash(migrations), make };
}

/** A group that has no files any more, or never had. */
const nothing = (name: string): Wanted => ({ name, from: "", make: async () => new Map() });

/** Other generators, which see only the published document. They are slow: loaded only when it, how they are asked, or they themselves changed. */
function published(document: string | undefined): readonly Wanted[] {
  if (document === undefined) return [nothing("openapi-types"), nothing("sdk")];
  const from = (tool: string, options: object) => hash(question(tool, toolVersion(tool), options, document));
  return [
    { name: "openapi-types", from: from("openapi-typescript", openapiTypesOptions), make: () => openapiTypes(document) },
    { name: "sdk", from: from("@hey-api/openapi-ts", sdkOptions), make: () => sdk(document) },
  ];
}
