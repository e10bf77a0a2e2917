import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { plan } from "../plan.ts";
import { init } from "./init.ts";

describe("init", () => {
  let parent: string;
  let root: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "archwright-init-"));
    root = join(parent, "My Shop");
    await mkdir(root);
  });
  afterEach(() => rm(parent, { recursive: true }));
  const read = (path: string) => readFile(join(root, path), "utf8");

  it("makes an empty folder a project, named after it, whose spec is sound", async () => {
    expect(await init(root)).toEqual(
      expect.arrayContaining(["package.json", ".gitignore", "openapi/tasks.yaml", "internal/tasks/module.ts"]),
    );
    const { name, type, scripts, dependencies, devDependencies } = JSON.parse(await read("package.json"));
    expect({ name, type }).toEqual({ name: "my-shop", type: "module" });
    expect(scripts).toMatchObject({ start: "node cmd/service.ts", check: "archwright check" });
    expect(dependencies.archwright).toMatch(/^\^\d/);
    expect(Object.values({ ...dependencies, ...devDependencies })).not.toContain("*");
    expect(await read("README.md")).toMatch(/^# my-shop\n/);
    expect(plan([{ path: "openapi/tasks.yaml", text: await read("openapi/tasks.yaml") }]).diagnostics).toEqual([]);
  });

  it("leaves what is there as it is, and gives package.json only what it lacks", async () => {
    await writeFile(
      join(root, "package.json"),
      JSON.stringify({ name: "shop", scripts: { start: "mine" }, dependencies: { archwright: "file:x.tgz" } }),
    );
    await writeFile(join(root, "tsconfig.json"), "mine");
    expect(await init(root)).not.toContain("tsconfig.json");
    expect(await read("tsconfig.json")).toBe("mine");
    const found = JSON.parse(await read("package.json"));
    expect(found).toMatchObject({
      name: "shop",
      scripts: { start: "mine", test: "vitest run" },
      dependencies: { archwright: "file:x.tgz" },
    });
  });

  it("refuses a folder that is a project, and a package.json that is none", async () => {
    await writeFile(join(root, "package.json"), "{");
    await expect(init(root)).rejects.toThrow("package.json is not JSON");
    await rm(join(root, "package.json"));
    await init(root);
    await expect(init(root)).rejects.toThrow("it is a project");
  });
});
