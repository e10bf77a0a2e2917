import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { annotationsPage } from "../annotations/page.ts";
import { breakingPage } from "../breaking/page.ts";
import { repository } from "../fixture/repository.ts";
import { catalog } from "./catalog.ts";
import { diagnosticsPage } from "./page.ts";

const golden = join(import.meta.dirname, "golden");
const reports = readdirSync(golden)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => readFileSync(join(golden, name), "utf8"));
const read = (path: string) => readFileSync(join(repository, path), "utf8");

describe("the reference pages", () => {
  it("say what the code says: `npm run reference` writes them anew", () => {
    expect(read("docs/diagnostics.md")).toBe(diagnosticsPage(reports));
    expect(read("docs/breaking.md")).toBe(breakingPage());
    expect(read("docs/annotations.md")).toBe(annotationsPage());
  });

  it("show for every code what people see", () => {
    const page = diagnosticsPage(reports);
    for (const { code } of Object.values(catalog)) {
      expect(page, code).toMatch(new RegExp(`### ${code}\n\n.*\n\n\`\`\`text\n.*${code}: `));
    }
  });
});
