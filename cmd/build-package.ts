import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";

// What `npm pack` packs: JavaScript and declarations, since Node strips no types below node_modules, and what they read at run time.
const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [join(root, "node_modules/typescript-7/bin/tsc"), "-p", join(root, "tsconfig.package.json")], {
  stdio: "inherit",
});
cpSync(join(root, "sql/core"), join(dist, "sql/core"), { recursive: true });
cpSync(join(root, "codegen/init/template"), join(dist, "codegen/init/template"), { recursive: true });
