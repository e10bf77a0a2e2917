import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { proposeMigrations } from "../migrations/propose.ts";
import type { Json } from "../model/json-schema.ts";
import { plan } from "../plan.ts";
import { loadSpecs } from "../read/load.ts";
import type { SourceFile } from "../read/source.ts";
import { emit } from "./emit.ts";

const root = resolve(import.meta.dirname, "../..");
const fixtures = join(import.meta.dirname, "fixture");

/** Maps whose order means something: types stand as people wrote them, and so do their fields. */
const ordered = new Set(["properties", "schemas"]);

/** Data stands as it was written. */
const data = new Set(["example", "examples", "default", "const", "enum"]);

/** The same document with its maps in another order; what lists hold stays where it is. */
function reordered(value: Json, random: () => number, name = ""): Json {
  if (data.has(name)) return value;
  if (Array.isArray(value)) return value.map((item) => reordered(item as Json, random));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reordered(inner as Json, random, key), random()] as const);
  return Object.fromEntries((ordered.has(name) ? entries : entries.toSorted((a, b) => a[2] - b[2])).map(([key, inner]) => [key, inner]));
}

/** Everything that is made of specs, as one object. On one line each, so that all places are the same. */
function made(specs: ReadonlyMap<string, Json>): Record<string, string> {
  const files = [...specs].map(([name, document]): SourceFile => ({ path: `openapi/${name}.yaml`, text: JSON.stringify(document) }));
  const { model, diagnostics } = plan(files);
  if (model === undefined) throw new Error(JSON.stringify(diagnostics));
  return Object.fromEntries([...emit(model), ...proposeMigrations(model, () => false)]);
}

async function fixture(...names: readonly string[]): Promise<ReadonlyMap<string, Json>> {
  const read = async (name: string) => parseYaml(await readFile(join(fixtures, `${name}.yaml`), "utf8")) as Json;
  return new Map(await Promise.all(names.map(async (name): Promise<[string, Json]> => [name, await read(name)])));
}

const own = new Map(
  loadSpecs(root).map((file): [string, Json] => [file.path.replace(/^openapi\/|\.yaml$/g, ""), parseYaml(file.text) as Json]),
);

describe("the same specs give the same bytes", () => {
  test.each([
    ["those of this project", async () => own],
    ["with everything that entities can do", () => fixture("shelves", "labels", "notes", "staff", "patients", "keys", "ledgers", "crews")],
    ["with machines and events", () => fixture("planning", "digest", "catalog", "orders")],
  ])("in whatever order their keys stand, and their files come: %s", async (_, load) => {
    const specs = await load();
    const want = made(specs);
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (numbers) => {
        const random = (): number => numbers.next().value ?? 0;
        const files = [...specs].map(([name, document]): [string, Json] => [name, reordered(document, random)]);
        const again = made(new Map(files.toSorted(() => random() - 0.5)));
        for (const path of new Set([...Object.keys(want), ...Object.keys(again)])) expect(again[path], path).toBe(want[path]);
      }),
      { numRuns: 8 },
    );
  });

  test("in another folder, at another place of the earth, in another language", { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "archwright-elsewhere-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    for (const name of ["openapi", "sql", "package.json"]) await cp(join(root, name), join(folder, "in here", name), { recursive: true });
    for (const name of ["internal", "node_modules"]) await symlink(join(root, name), join(folder, "in here", name));
    const project = join(folder, "in here");
    await mkdir(join(project, "generated"));
    const env = { ...process.env, TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", NODE_ICU_DATA: "" };
    await promisify(execFile)(process.execPath, [join(root, "codegen/cli.ts"), "generate"], { cwd: project, env });
    const paths = (await readdir(join(project, "generated"), { recursive: true })).filter((path) => /\.(ts|json|md)$/.test(path));
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      const [here, there] = await Promise.all([root, project].map((place) => readFile(join(place, "generated", path), "utf8")));
      expect(there, path).toBe(here);
    }
  });
});
