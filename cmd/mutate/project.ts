import { cpSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { databaseTypes } from "../../codegen/database/types.ts";
import { emit } from "../../codegen/emit/emit.ts";
import { fixtureModel } from "../../codegen/emit/fixture/model.ts";
import { workspace } from "../../codegen/emit/fixture/workspace.ts";
import { proposeMigrations } from "../../codegen/migrations/propose.ts";
import type { Mutant } from "./mutant.ts";

/** Generated domains, in a folder in which their contract tests run. */
export interface Project {
  readonly folder: string;
  readonly domains: readonly string[];
  /** Whether hand-written services stand beside them, so that the operations of the platform can be asked too. */
  readonly served: boolean;
  remove(): Promise<void>;
}

/** A part of a test file: the tests whose full name has the pattern. */
export interface Tests {
  readonly file: string;
  readonly pattern: string;
}

const root = resolve(import.meta.dirname, "../..");

/** The domains of this repository. */
export const ownProject = (): Project => ({
  folder: root,
  domains: ["artifacts", "auth", "organizations", "pipelines", "runs", "tools"],
  served: true,
  remove: async () => {},
});

/** Specs that use what the domains of this repository do not: they hide, shadow, cache, encrypt, show by role, and have machines. */
export const fixtures = [["shelves", "labels", "staff", "patients", "notes"], ["planning", "digest"], ["crews"]] as const;

/** Fixtures of the generator, as a project of their own in a temporary folder. */
export async function fixtureProject(domains: readonly string[]): Promise<Project> {
  const model = fixtureModel(...domains);
  const proposed = proposeMigrations(model, () => false);
  const of = (dialect: string) => [...proposed].flatMap(([path, text]) => (path.endsWith(`.${dialect}.sql`) ? [{ path, text }] : []));
  // The compiler needs the tables' types: without them it would refuse every query, and so every fault in one.
  const types = await databaseTypes({ sqlite: of("sqlite"), postgres: of("postgres") });
  const { folder, remove } = await workspace(new Map([...emit(model), ...proposed, ...types]));
  mkdirSync(join(folder, "sql"), { recursive: true });
  cpSync(join(root, "sql/core"), join(folder, "sql/core"), { recursive: true });
  return { folder, domains, served: false, remove };
}

/** The tests that a fault concerns, those first that are quick to see it. */
export function testsFor({ folder, served }: Project, { domain, artifact, entity }: Mutant): readonly Tests[] {
  const contract = join(folder, "generated", domain, "contract.test.gen.ts");
  const rows = (dialects: string): readonly Tests[] => [
    ...(entity === undefined ? [] : [{ file: contract, pattern: `^${entity} repository > on ${dialects} >` }]),
    { file: contract, pattern: ` repository > on ${dialects} >` },
  ];
  const operations = [{ file: contract, pattern: `^(operations|the document) of ${domain}\\b` }];
  const platform = [{ file: join(folder, "internal/operations.test.ts"), pattern: `^the platform on sqlite > operations of ${domain} >` }];
  switch (artifact) {
    case "sqlite":
    case "postgres":
      return rows(artifact);
    case "memory":
      return [...rows(artifact), ...operations];
    case "rows":
      return [...rows("(memory|sqlite)"), ...operations];
    // What only several at once would notice, SQLite and memory do one after the other.
    case "behaviour":
      return [...rows("(memory|sqlite)"), ...rows("postgres")];
    case "service":
    case "views":
      return operations;
    default:
      return served ? [...operations, ...platform] : operations;
  }
}
