import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { annotationsPage } from "../codegen/annotations/page.ts";
import { breakingPage } from "../codegen/breaking/page.ts";
import { diagnosticsPage } from "../codegen/diagnostics/page.ts";

// The pages of docs/ that follow from code. Tests hold them to it.
const root = join(import.meta.dirname, "..");
const golden = join(root, "codegen/diagnostics/golden");
const reports = readdirSync(golden)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => readFileSync(join(golden, name), "utf8"));
writeFileSync(join(root, "docs/diagnostics.md"), diagnosticsPage(reports));
writeFileSync(join(root, "docs/breaking.md"), breakingPage());
writeFileSync(join(root, "docs/annotations.md"), annotationsPage());
