import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testPostgres } from "../fixture/postgres.ts";
import { generateCommand, type Options } from "./command.ts";

const labels = join(import.meta.dirname, "../emit/fixture/labels.yaml");

/** A project of one spec, and what the command says in it. */
function project() {
  let root = "";
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "archwright-generate-"));
    await mkdir(join(root, "openapi"));
    await cp(labels, join(root, "openapi/labels.yaml"));
    await run();
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  async function run(options: Partial<Options> = {}): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const code = await generateCommand(root, { mode: "write", force: false, ...options }, (line) => lines.push(line));
    return { code, said: lines.join("\n") };
  }
  const at = (path: string) => join(root, path);
  return {
    run,
    at,
    read: (path: string) => readFile(at(path), "utf8"),
    write: (path: string, text: string) => writeFile(at(path), text),
    /** Every file with the moment it was last written. */
    async tree(): Promise<Record<string, number>> {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return Object.fromEntries(await Promise.all(files.map(async (file) => [file, (await stat(file)).mtimeMs] as const)));
    },
  };
}

testPostgres();

describe("generate", () => {
  const { run, at, read, write, tree } = project();
  const service = "generated/labels/service.gen.ts";

  it("touches nothing when nothing changed", async () => {
    const before = await tree();
    expect(await run()).toMatchObject({ code: 0, said: expect.stringMatching(/^Up to date/) });
    expect(await run({ mode: "check" })).toEqual({ code: 0, said: "" });
    expect(await tree()).toEqual(before);
  });

  it("makes the other generators' files, and their first migrations", async () => {
    const files = Object.keys(await tree()).map((file) => file.slice(at("x").length - 1));
    expect(files).toEqual(
      expect.arrayContaining(["generated/openapi.d.ts", "generated/sdk/sdk.gen.ts", "generated/database/sqlite.gen.ts"]),
    );
    expect(files).toEqual(expect.arrayContaining(["sql/labels/0001_initial.sqlite.sql", "sql/labels/0001_initial.postgres.sql"]));
  });

  it("leaves no trace of this machine, or of today, in what it makes", async () => {
    for (const file of Object.keys(await tree()).filter((file) => file.includes("/generated/"))) {
      const text = await readFile(file, "utf8");
      expect(text, file).not.toContain(tmpdir());
      expect(text, file).not.toContain(process.cwd());
      expect(text, file).not.toContain(new Date().toISOString().slice(0, 10));
    }
  });

  it("refuses to write over a file that was changed by hand, and writes nothing else either", async () => {
    const original = await read(service);
    await write(service, `${original}\n// mine\n`);
    const before = await tree();
    const { code, said } = await run();
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining(service) });
    expect(await tree()).toEqual(before);

    const checked = await run({ mode: "check" });
    expect(checked.code).toBe(1);
    expect(checked.said).toContain("-// mine");

    expect((await run({ force: true })).code).toBe(0);
    expect(await read(service)).toBe(original);
  });

  it("makes an edited file of another generator anew only when forced", async () => {
    const original = await read("generated/sdk/sdk.gen.ts");
    await write("generated/sdk/sdk.gen.ts", "export {};\n");
    expect((await run()).code).toBe(1);
    expect((await run({ force: true })).code).toBe(0);
    expect(await read("generated/sdk/sdk.gen.ts")).toBe(original);
  });

  it("makes one domain alone, shows what would change, and says all of it as JSON", async () => {
    const spec = await read("openapi/labels.yaml");
    await write("openapi/labels.yaml", spec.replace("A coloured name.", "A name with a colour."));
    expect((await run({ mode: "diff" })).said).toContain("+/** A name with a colour. */");
    const json = JSON.parse(`${(await run({ mode: "dry-run", format: "json" })).said.split("\n}\n")[0]}\n}`);
    expect(json).toMatchObject({ errors: 0, problems: [], drift: [] });
    expect(json.changes).toContainEqual({ kind: "update", path: "generated/labels/types.gen.ts", edited: false });

    const published = await read("generated/openapi.json");
    expect((await run({ only: "labels" })).code).toBe(0);
    expect(await read("generated/labels/types.gen.ts")).toContain("A name with a colour.");
    expect(await read("generated/openapi.json")).toBe(published);
    await expect(run({ only: "label" })).rejects.toThrow("No spec describes the domain label. Did you mean labels?");
    await write("openapi/labels.yaml", spec);
    expect((await run()).code).toBe(0);
    expect(await run({ mode: "check" })).toEqual({ code: 0, said: "" });
  });

  it("writes nothing when a spec has an error, and says where", async () => {
    const spec = await read("openapi/labels.yaml");
    await write("openapi/labels.yaml", spec.replace("scope: organization", "scope: organisation"));
    const before = await tree();
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toMatch(/openapi\/labels\.yaml:\d+:\d+: error AW/);
    expect(await tree()).toEqual(before);
    await write("openapi/labels.yaml", spec);
  });

  it("follows a renamed domain: deletes what it owns, keeps what it does not", async () => {
    await write("generated/labels/notes.txt", "mine");
    const spec = await read("openapi/labels.yaml");
    await write("openapi/labels.yaml", spec.replace("domain: labels", "domain: tags").replaceAll(/labels\.(read|write)/g, "tags.$1"));
    const dry = await run({ mode: "dry-run" });
    expect(dry.said).toContain("delete  generated/labels/types.gen.ts");
    expect(await read(service)).toContain("LabelsService");

    expect((await run()).code).toBe(0);
    expect(await readdir(at("generated/labels"))).toEqual(["notes.txt"]);
    expect(await read("generated/tags/service.gen.ts")).toContain("TagsService");
    expect(await read("generated/.manifest.json")).not.toContain("generated/labels/");
    expect(await readdir(at("sql"))).toEqual(["tags"]);
    expect(await run({ mode: "check" })).toEqual({ code: 0, said: "" });
  });

  it("refuses a manifest that would have it delete files outside of generated/", async () => {
    const manifest = await read("generated/.manifest.json");
    const proposal = "sql/tags/0001_initial.sqlite.sql";
    expect(manifest).toContain(`"${proposal}"`);
    for (const path of ["sql/tags/0002_more.sqlite.sql", "sql/../0001_initial.sqlite.sql", "package.json"]) {
      await write("generated/.manifest.json", manifest.replace(proposal, path));
      await expect(run(), path).rejects.toThrow(/which is not a generated file/);
    }
    for (const path of [proposal, "package.json", "generated/../package.json", "/etc/passwd", "generated\\\\..\\\\x"]) {
      await write("generated/.manifest.json", manifest.replace(/"generated\/openapi\.d\.ts"/, `"${path}"`));
      await expect(run(), path).rejects.toThrow(/which is not a generated file/);
    }
    await write("generated/.manifest.json", manifest);
  });
});
