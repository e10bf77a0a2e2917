import { execFile } from "node:child_process";
import { existsSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");
const patience = 600_000;

/**
 * Compiles every folder below `target` against this project's core, all in one go. Gives the first error of each folder that has one.
 * The published document and its types are not made here: without annotations nothing is in them.
 */
export async function compile(target: string): Promise<ReadonlyMap<string, string>> {
  const folders = readdirSync(target);
  for (const name of ["internal", "node_modules", "package.json"]) symlinkSync(join(root, name), join(target, name));
  for (const folder of folders) symlinkSync(join(root, "internal"), join(target, folder, "internal"));
  const config = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: { typeRoots: [join(root, "node_modules/@types")], skipLibCheck: true },
    include: folders.map((folder) => `${folder}/generated/*/*.ts`),
  };
  writeFileSync(join(target, "tsconfig.json"), JSON.stringify(config));
  if (folders.length === 0) return new Map();
  const compiler = join(root, "node_modules/typescript-7/bin/tsc");
  if (!existsSync(compiler)) throw new Error("The compiler is not installed: run `npm ci`.");
  const output = await promisify(execFile)(process.execPath, [compiler, "-p", join(target, "tsconfig.json"), "--pretty", "false"], {
    cwd: target,
    timeout: patience,
    maxBuffer: 256 * 1024 * 1024,
  }).then(
    () => "",
    (error: { stdout?: string; message: string }) => error.stdout || error.message,
  );
  const faults = new Map<string, string>();
  for (const line of output.split("\n")) {
    const [, folder = "", rest = ""] = /^(\d+)\/generated\/(.*)$/.exec(line) ?? [];
    if (folder !== "" && !faults.has(folder)) faults.set(folder, rest.trim());
  }
  if (output !== "" && faults.size === 0) throw new Error(`The compiler failed: ${output.slice(0, 2000)}`);
  return faults;
}
