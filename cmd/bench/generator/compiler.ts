import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cost, costOf } from "./cost.ts";
import { repository } from "./project.ts";

const compiler = join(repository, "node_modules/typescript-7/bin/tsc");

/** What the compiler takes for the files of a project that match, under this repository's own strict settings; Node's types come along. */
export function compileCost(folder: string, include: string): Cost {
  const compilerOptions = { typeRoots: [join(repository, "node_modules/@types")] };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: join(repository, "tsconfig.json"), compilerOptions, include: [include] }),
  );
  return costOf([compiler, "-p", join(folder, "tsconfig.json")], folder);
}

/** Generated code calls the core: it must stand where the code looks for it. */
export const bringCore = (folder: string): void => symlinkSync(join(repository, "internal"), join(folder, "internal"));
