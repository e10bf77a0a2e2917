import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fixtureModel } from "../emit/fixture/model.ts";
import { explainCode, explainPath } from "../explain/explain.ts";
import { repository } from "../fixture/repository.ts";
import { graph } from "../graph/graph.ts";
import { newDomain } from "../new/new-domain.ts";
import { plan } from "../plan.ts";

describe("explain", () => {
  const model = fixtureModel("labels", "gauges");

  it("says what a code means, and which was probably meant", () => {
    expect(explainCode("aw2006")).toMatch(/^AW2006 \(error\): .+\n\n.+\n.+/);
    expect(() => explainCode("AW20006")).toThrow("There is no code AW20006. Did you mean AW");
  });

  it("names the lines that a file follows from", async () => {
    const said = explainPath("generated/labels/sqlite.gen.ts", model);
    const [, line] = /openapi\/labels\.yaml:(\d+):\d+ {2}the entity Label/.exec(said) ?? [];
    const spec = (await readFile(join(repository, "codegen/emit/fixture/labels.yaml"), "utf8")).split("\n");
    expect(spec[Number(line) - 1]).toBe("    Label:");
    expect(explainPath("sql/labels/0001_initial.sqlite.sql", model)).toContain("the entity Label");
    expect(explainPath("generated/contracts/labels.gen.ts", model)).toContain("the operation listLabels");
    expect(explainPath("generated/openapi.json", model)).toContain("the domain gauges");
    expect(() => explainPath("internal/labels/module.ts", model)).toThrow("is not made from a spec");
  });
});

it("names the command that was probably meant", async () => {
  const command = promisify(execFile)(process.execPath, [join(repository, "codegen/cli.ts"), "genrate"]);
  await expect(command).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no command "genrate". Did you mean "generate"?'),
  });
});

it("graph draws domains, entities, what they refer to, and states", () => {
  const drawn = graph(fixtureModel("gauges"));
  expect(drawn).toContain("flowchart LR\n  gauges[gauges]");
  expect(drawn).toContain("  Gauge ||--o{ Pin : gaugeId");
  expect(drawn.match(/^```mermaid$/gm)).toHaveLength(2);
});

describe("new domain", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "archwright-new-"));
  });
  afterEach(() => rm(root, { recursive: true }));

  it.each(["invoices", "categories", "news", "x"])("writes a spec without problems: %s", async (name) => {
    const path = await newDomain(root, name);
    expect(plan([{ path, text: await readFile(join(root, path), "utf8") }]).diagnostics).toEqual([]);
    await expect(newDomain(root, name)).rejects.toThrow(`${path} is there already.`);
  });

  it("refuses what cannot be a name", async () => {
    await expect(newDomain(root, "../etc")).rejects.toThrow("A domain's name is one word");
  });
});
