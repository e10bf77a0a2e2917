import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command } from "../commands/breaking.ts";
import { fixtureModel } from "../emit/fixture/model.ts";
import { changed, labels } from "../fixture/labels.ts";
import { repository } from "../fixture/repository.ts";
import { plan } from "../plan.ts";
import { loadSpecs } from "../read/load.ts";
import { findBreaking } from "./compare.ts";
import { apiOfModel } from "./load.ts";
import { breakingReport } from "./reports.ts";
import type { Finding } from "./rule.ts";
import { rules } from "./rules.ts";

const apiOfSpec = (text: string) => {
  const { model, diagnostics } = plan([{ path: "openapi/labels.yaml", text }]);
  if (model === undefined) throw new Error(JSON.stringify(diagnostics));
  return apiOfModel(model);
};

describe("breaking changes", () => {
  it("finds none between a version and itself", () => {
    const api = apiOfModel(fixtureModel("gauges", "labels"));
    expect(api.operations.size).toBeGreaterThan(5);
    expect(findBreaking(api, api)).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ["write: labels.write", "write: labels.read", ["permission-added"]],
    ["operations: [list, get, create, update, delete]", "operations: [list, get, create, update]", ["operation-removed"]],
    ["events: [created, updated, deleted]", "events: [created, updated]", ["event-removed"]],
    [
      "name: { type: string, minLength: 1, maxLength: 60 }",
      "name: { type: string, minLength: 2, maxLength: 60 }",
      ["constraint-tightened"],
    ],
    ['        note: { type: [string, "null"], maxLength: 500 }\n', "", ["property-removed"]],
    ["filter: [name, createdAt]", "filter: [createdAt]", ["parameter-removed"]],
    ["required: [into]", "required: []", []],
  ])("sees what a spec's annotations do to callers: %s -> %s", (from, to, want) => {
    const found = findBreaking(apiOfSpec(labels.text), apiOfSpec(changed(labels, from, to).text));
    expect([...new Set(found.filter(({ severity }) => severity === "error").map(({ rule }) => rule))]).toEqual(want);
  });

  it("never finds one both ways for what is only added: more operations, more properties in answers, more events", () => {
    const pieces = [
      ["events: [created, updated, deleted]", "events: [created]"],
      ["operations: [list, get, create, update, delete]", "operations: [list, get]"],
      ["filter: [name, createdAt]", "filter: [name]"],
      ["sort: [name, createdAt]", "sort: [name]"],
    ] as const;
    fc.assert(
      fc.property(fc.subarray([...pieces]), (chosen) => {
        const less = chosen.reduce((file, [from, to]) => changed(file, from, to), labels);
        expect(findBreaking(apiOfSpec(less.text), apiOfSpec(labels.text)).filter(({ severity }) => severity === "error")).toEqual([]);
        expect(findBreaking(apiOfSpec(labels.text), apiOfSpec(less.text)).length > 0).toBe(chosen.length > 0);
      }),
      { numRuns: 16 },
    );
  });

  it("names each rule once, after its file, and says what it finds", () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const { title } of rules) expect(title).toMatch(/^[A-Z].*\.$/);
  });
});

describe("reports", () => {
  const findings: readonly Finding[] = [
    { rule: "type-changed", severity: "error", where: "GET /labels/{id}", message: "the answer 200: 50%,\n|x| `y`" },
    { rule: "default-changed", severity: "warning", where: "a.b", message: "other" },
  ];
  it.each([
    ["text", ["error  GET /labels/{id}: The answer 200: 50%,", "1 breaking, 1 that may break."]],
    [
      "github",
      ["::error title=type-changed%3A GET /labels/{id}::The answer 200: 50%25,%0A|x| `y`", "::warning title=default-changed%3A a.b::Other"],
    ],
    ["markdown", ["| error | GET /labels/{id} | The answer 200: 50%, \\|x\\| \\`y\\` | type-changed |"]],
    ["json", ['"errors": 1', '"warnings": 1', '"rule": "type-changed"']],
  ] as const)("come as %s", (format, want) => {
    for (const part of want) expect(breakingReport(findings, format)).toContain(part);
    expect(breakingReport([], format)).not.toContain("error  ");
  });
});

describe("versions", () => {
  let root: string;
  const write = async (text: string) => writeFile(join(root, "openapi/labels.yaml"), text);
  const git = (...args: string[]) => execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", "-C", root, ...args]);
  const run = async (...args: string[]) => {
    const said: string[] = [];
    return { code: await command.run(args, root, (text) => said.push(text)), said: said.join("\n") };
  };
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "archwright-breaking-"));
    await mkdir(join(root, "openapi"));
    await write(labels.text);
    await writeFile(join(root, "published.json"), JSON.stringify({ openapi: "3.1.1", paths: { "/a": { get: {} } } }));
    await writeFile(join(root, "next.yaml"), "openapi: 3.1.1\npaths: {}\n");
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "First");
    await write(changed(labels, "events: [created, updated, deleted]", "events: [created]").text);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it("are folders, documents, git refs, and documents of git refs", async () => {
    expect(await run("HEAD", ".")).toMatchObject({
      code: 1,
      said: expect.stringContaining("labels.label.deleted: The event was removed."),
    });
    expect(await run(".", "openapi")).toEqual({ code: 0, said: "Nothing that breaks callers." });
    expect(await run("openapi/labels.yaml", "HEAD")).toMatchObject({ code: 0 });
    expect(await run("published.json", "next.yaml")).toMatchObject({
      code: 1,
      said: expect.stringContaining("GET /a: The operation was removed."),
    });
    expect(await run("HEAD:published.json", "published.json")).toMatchObject({ code: 0 });
  });

  it("fail for warnings too when told to", async () => {
    await writeFile(join(root, "a.yaml"), "openapi: 3.1.1\npaths: { /a: { get: { operationId: one } } }\n");
    await writeFile(join(root, "b.yaml"), "openapi: 3.1.1\npaths: { /a: { get: { operationId: two } } }\n");
    expect((await run("a.yaml", "b.yaml")).code).toBe(0);
    expect((await run("a.yaml", "b.yaml", "--fail-on", "warning")).code).toBe(1);
  });

  it("that are nothing are named in a sentence, and are never options of git", async () => {
    await expect(run("nowhere", ".")).rejects.toThrow(
      '"nowhere" is neither a document, nor a folder of specs, nor something that git knows.',
    );
    await expect(run("--", "--output=x", ".")).rejects.toThrow('"--output=x" is neither');
    await write("openapi: 3.1.1\nx-codegen: { domain: 1 }\n");
    await expect(run(".", ".")).rejects.toThrow(/The specs of "\." have errors:\n\nopenapi\/labels\.yaml:2:22: error AW2004/);
  });
});

it("reads the project's own specs", () => {
  const { model } = plan(loadSpecs(repository));
  expect(model && findBreaking(apiOfModel(model), apiOfModel(model))).toEqual([]);
});
