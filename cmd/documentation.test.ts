import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const pages = globSync(["*.md", "docs/**/*.md"], { cwd: root }).sort();
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly scripts: Readonly<Record<string, string>> };

describe.each(pages)("%s", (page) => {
  const text = readFileSync(join(root, page), "utf8");

  test("links to files that are there", () => {
    const links = [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  test("names commands that exist", () => {
    const commands = [...text.matchAll(/npm (?:run ([a-z]+)|(start|test)\b)/g)].map(([, run, short = ""]) => run ?? short);
    expect(commands.filter((command) => !Object.hasOwn(scripts, command))).toEqual([]);
  });
});

test("the list of decisions has each of them, by its title", () => {
  const list = readFileSync(join(root, "docs/adr/README.md"), "utf8");
  const decisions = globSync("docs/adr/[0-9]*.md", { cwd: root });
  expect(decisions.length).toBeGreaterThan(0);
  for (const decision of decisions) expect(list).toContain(`](${decision.slice("docs/adr/".length)})`);
});
