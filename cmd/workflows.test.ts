import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateWorkflow } from "@action-validator/core";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly scripts: Readonly<Record<string, string>> };

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: object;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps?: readonly Step[]; readonly "timeout-minutes"?: number; readonly uses?: string; readonly permissions?: object }
    >
  >;
}

describe.each(globSync(".github/workflows/*.yml", { cwd: root }).sort())("%s", (file) => {
  const text = readFileSync(join(root, file), "utf8");
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const commands = jobs.flatMap(({ steps = [] }) => steps.flatMap(({ run = [] }) => run));

  test("is as GitHub wants it", () => {
    expect(validateWorkflow(text).errors).toEqual([]);
  });

  test("may read, and more only where a job says so; no job runs for ever", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(workflow.concurrency).toBeDefined();
    for (const job of jobs.filter(({ uses }) => uses === undefined)) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  });

  test("uses actions by commit, with the version beside it", () => {
    for (const [, used = ""] of text.matchAll(/uses: (.*)/g))
      expect(used).toMatch(/^(\.\/\.github\/workflows\/[\w-]+\.yml|[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    for (const [, path = ""] of text.matchAll(/uses: \.\/(\S+)/g)) expect(existsSync(join(root, path))).toBe(true);
  });

  test("names commands, files and folders that exist", () => {
    for (const command of commands) {
      for (const [, name = ""] of command.matchAll(/npm run (?:-s )?([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(name);
      for (const [path] of command.matchAll(/\b(?<![/\w.])(?:codegen|helm|web|\.ci|cmd)\/[\w./-]+|\.ci\/\w+/g))
        expect(existsSync(join(root, path))).toBe(true);
    }
  });

  test("puts nothing that others can name into a command", () => {
    for (const command of commands) expect(command).not.toMatch(/\$\{\{/);
  });
});
