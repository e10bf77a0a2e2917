import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const repository = join(import.meta.dirname, "../../..");
/** The arguments with which `npm run generate` starts Node. */
export const generator = ["--import", join(repository, "cmd/compile-cache.mjs"), join(repository, "codegen/cli.ts"), "generate"] as const;

/** A folder with the packages of this repository, gone when `work` is done with it. */
export async function withProject<Result>(work: (folder: string) => Result | Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "archwright-bench-"));
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  cpSync(join(repository, "package.json"), join(folder, "package.json"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes `folder` a project of one spec. */
export function writeSpec(folder: string, name: string, text: string): void {
  mkdirSync(join(folder, "openapi"), { recursive: true });
  writeFileSync(join(folder, "openapi", name), text);
}

/** Makes `folder` a copy of this repository, as far as the generator and the compiler look. */
export function copyRepository(folder: string): void {
  for (const part of ["tsconfig.json", "openapi", "sql", "generated"])
    cpSync(join(repository, part), join(folder, part), { recursive: true });
}
