import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string): Readonly<Record<string, unknown>> => JSON.parse(readFileSync(join(root, path), "utf8"));

interface Locked {
  readonly gypfile?: boolean;
}

/**
 * npm takes what a package says of itself from the lock, whose writer leaves `gypfile` out. Without it npm compiles what comes ready
 * made, and an installation fails where there is no compiler. Whoever wrote the lock anew adds the line again.
 */
test("npm ci compiles nothing: the lock repeats `gypfile: false` of each package that says so", () => {
  const { packages } = read("package-lock.json") as { readonly packages: Readonly<Record<string, Locked>> };
  const ready = Object.keys(packages).filter(
    (path) => path !== "" && existsSync(join(root, path, "binding.gyp")) && read(`${path}/package.json`).gypfile === false,
  );
  expect(ready).toContain("node_modules/better-sqlite3");
  expect(ready.filter((path) => packages[path]?.gypfile !== false)).toEqual([]);
});
