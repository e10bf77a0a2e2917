import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { HttpHandler } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createTestDatabase } from "../internal/core/testing/test-databases.ts";
import { register } from "./testing/api.ts";
import { type PlatformProcess, startPlatformProcess } from "./testing/platform-process.ts";

const repository = join(import.meta.dirname, "..");
const sample = join(import.meta.dirname, "testing/sample-domain");
const minutes = 60_000;

/** One spec and one service are put into a copy of this project, and taken out again. Nothing else is touched by hand. */
describe("a domain that is dropped in", () => {
  let copy: string;
  let before: Tree;
  let within: Tree;

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), "archwright-drop-in-"));
    const files = ["package.json", "tsconfig.json", "vitest.config.ts", ".dependency-cruiser.cjs"];
    for (const path of ["openapi", "sql", "generated", "internal", "codegen", "cmd", ...files])
      await cp(join(repository, path), join(copy, path), { recursive: true });
    await symlink(join(repository, "node_modules"), join(copy, "node_modules"));
    before = await treeOf(copy);
    await cp(join(sample, "labels.yaml"), join(copy, "openapi/labels.yaml"));
    await mkdir(join(copy, "internal/labels"));
    for (const name of ["labels-service.ts", "module.ts"]) await cp(join(sample, `${name}.template`), join(copy, "internal/labels", name));
    await generate();
    within = await treeOf(copy);
  }, 3 * minutes);
  afterAll(() => rm(copy, { recursive: true, force: true }));

  async function run(...args: readonly string[]): Promise<string> {
    const env = { ...process.env, NO_COLOR: "1", ARCHWRIGHT_POSTGRES_URL: await (await fetch(inject("postgresBroker"))).text() };
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: copy, env }).catch((error: Error & { stdout: string }) => {
      throw new Error(`node ${args.join(" ")} failed:\n${error.stdout}\n${error.message}`);
    });
    return stdout;
  }
  const generate = () => run("codegen/cli.ts", "generate");
  const text = (path: string) => readFile(join(copy, path), "utf8");

  test("changes nothing of the others but what all domains share", () => {
    const own = /^(?:openapi\/labels\.yaml|(?:internal|generated|sql)\/labels\/.+|generated\/contracts\/labels\.gen\.ts)$/;
    const shared = /^generated\/(?:[^/]+|database\/[^/]+|sdk\/.+)$/;
    const touched = [...within.keys()].filter((path) => within.get(path) !== before.get(path));
    expect(touched.filter((path) => !own.test(path) && !shared.test(path))).toEqual([]);
    expect([...before.keys()].filter((path) => !within.has(path))).toEqual([]);
    expect(touched).toEqual(expect.arrayContaining(["sql/labels/0001_initial.sqlite.sql", "sql/labels/0001_initial.postgres.sql"]));
  });

  test(
    "compiles, and keeps to the boundaries",
    async () => {
      await run("node_modules/typescript-7/bin/tsc", "-p", "tsconfig.json");
      await run(
        "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
        "--config",
        ".dependency-cruiser.cjs",
        "internal",
        "generated",
      );
      expect((await run("codegen/cli.ts", "check")).trim()).toBe("");
    },
    2 * minutes,
  );

  test(
    "brings its contract tests, which hold",
    async () => {
      expect(await run("node_modules/vitest/vitest.mjs", "run", "generated/labels")).toMatch(/Tests {2}\d{2,} passed/);
    },
    2 * minutes,
  );

  test("has an entry in the menu, a place in the published document, and mocks", async () => {
    expect(await text("generated/menu.gen.ts")).toContain('path: "/labels"');
    expect(JSON.parse(await text("generated/openapi.json")).paths).toHaveProperty(["/labels/{id}/shout"]);
    const mocks: { labelsHandlers(base: string): HttpHandler[] } = await import(join(copy, "generated/labels/mocks.gen.ts"));
    const server = setupServer(...mocks.labelsHandlers("http://mock.test"));
    server.listen();
    try {
      expect((await fetch("http://mock.test/labels/lb-0000000000000000/shout", { method: "POST" })).status).toBe(200);
    } finally {
      server.close();
    }
  });

  test.each(["sqlite", "postgres"] as const)(
    "is served, with its rows and permissions, on %s",
    async (dialect) => {
      const [database, data] = [await createTestDatabase(dialect), await mkdtemp(join(tmpdir(), "archwright-drop-in-data-"))];
      let platform: PlatformProcess | undefined;
      try {
        platform = await startPlatformProcess(data, { DATABASE_URL: database.url }, [process.execPath, join(copy, "cmd/platform.ts")]);
        expect((await fetch(`${platform.url}/api/v1/labels`)).status).toBe(401);
        const person = await register(platform.url);
        const { permissions } = await person.call<{ permissions: string[] }>("GET", "/auth/me");
        expect(permissions).toEqual(expect.arrayContaining(["labels.read", "labels.write"]));
        const { id } = await person.call<{ id: string }>("POST", "/labels", { name: "urgent" });
        expect(await person.call("POST", `/labels/${id}/shout`)).toMatchObject({ id, name: "URGENT", version: 2 });
        expect((await person.send("POST", "/labels", { name: "URGENT" })).status).toBe(409);
      } finally {
        await platform?.stop();
        await database.remove();
        await rm(data, { recursive: true, force: true });
      }
    },
    minutes,
  );

  test(
    "leaves nothing behind when the two are taken out again",
    async () => {
      await rm(join(copy, "openapi/labels.yaml"));
      await rm(join(copy, "internal/labels"), { recursive: true });
      expect(await generate()).toContain("delete  sql/labels/0001_initial.postgres.sql");
      expect(await treeOf(copy)).toEqual(before);
    },
    2 * minutes,
  );
});

type Tree = ReadonlyMap<string, string>;

/** Every file of the project, by path, as a hash. */
async function treeOf(root: string): Promise<Tree> {
  const folders = ["openapi", "sql", "generated", "internal", "codegen", "cmd"];
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()),
    ),
  );
  const paths = [
    ...lists.flat().map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1)),
    "package.json",
    "tsconfig.json",
  ];
  return new Map(
    await Promise.all(
      paths.sort().map(
        async (path) =>
          [
            path,
            createHash("sha256")
              .update(await readFile(join(root, path)))
              .digest("hex"),
          ] as const,
      ),
    ),
  );
}
