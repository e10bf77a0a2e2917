import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { changedAt, type Path, usesIn } from "../annotations/testing/keys.ts";
import { databaseTypes } from "../database/types.ts";
import { proposeMigrations } from "../migrations/propose.ts";
import type { Json } from "../model/json-schema.ts";
import { plan } from "../plan.ts";
import { openapiTypes } from "../published/openapi-types.ts";
import { emit } from "./emit.ts";
import { hostileSpec, hostileText, hostileTexts, type Texts } from "./fixture/hostile-spec.ts";
import { workspace } from "./fixture/workspace.ts";

const root = resolve(import.meta.dirname, "../..");
const fileOf = (name: string, spec: Json) => ({ path: `openapi/${name}.json`, text: JSON.stringify(spec) });

/** Every text of a document, and every name of a property, wherever it stands. */
function textsIn(value: Json, path: Path = []): Path[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner as Json, [...path, Array.isArray(value) ? Number(name) : name]));
}

const harmless = hostileSpec("things", "Thing", {
  ...{ title: "Things", about: "All things.", sentence: "See things", setting: "A word.", settingDefault: "a", label: "Things" },
  ...{ summary: "Count.", fieldAbout: "What it is.", fieldDefault: "b", choices: ["x", "y", "z"], states: ["open", "busy", "done"] },
  ...{ example: "c", literalText: "d", answer: "The number.", header: "A note." },
});

describe("one text of an annotated spec that means harm", () => {
  const places = textsIn(harmless);
  const renamable = usesIn(harmless).map(({ path }) => path);

  test.each([
    ["as a value", places, (path: Path, text: string) => changedAt(harmless, path, () => text)],
    [
      "as the name of a key",
      [...renamable, ...places].map((path) => path.filter((step) => typeof step === "string")).filter((path) => path.length > 1),
      (path: Path, text: string) =>
        changedAt(harmless, path.slice(0, -1), (parent) =>
          Object.fromEntries(Object.entries(parent as object).map(([name, inner]) => [name === path.at(-1) ? text : name, inner as Json])),
        ),
    ],
  ] as const)("is refused with a place or generated, %s", (_, paths, harmed) => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), hostileText, (path, text) => {
        const { model, diagnostics } = plan([fileOf("things", harmed(path, text))]);
        expect(model === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
        for (const { location } of diagnostics) expect(location.line).toBeGreaterThan(0);
        if (model === undefined) return;
        for (const [made, content] of emit(model)) {
          expect(content).not.toMatch(/^\s*globalThis\.stolen/m);
          // As it stands in the file, so that it is up to date the next time.
          expect(content.isWellFormed(), made).toBe(true);
          // Code that reads otherwise than it runs.
          if (made.endsWith(".ts")) expect(content).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        }
      }),
      { numRuns: 600 },
    );
  });
});

/** What is used of the runtime and of generated files, which are reached through the workspace only. */
interface Things {
  insert(ctx: object, input: object): Promise<{ readonly id: string; readonly [field: string]: unknown }>;
  find(ctx: object, id: string): Promise<unknown>;
  ofMood(ctx: object): Promise<readonly object[]>;
}

describe("annotated specs of which every text means harm", () => {
  const made: { readonly name: string; readonly texts: Texts; readonly spec: Json }[] = [];
  let folder = "";
  let remove: () => Promise<void>;
  const load = (path: string) => import(/* @vite-ignore */ join(folder, path));

  beforeAll(async () => {
    for (const texts of fc.sample(hostileTexts, { numRuns: 60, seed: Math.floor(Math.random() * 2 ** 31) })) {
      const name = `h${"abcdefghijkl"[made.length]}`;
      const spec = hostileSpec(name, `${name.toUpperCase()}thing`, texts);
      if (made.length < 12 && plan([fileOf(name, spec)]).model !== undefined) made.push({ name, texts, spec });
    }
    const { model } = plan(made.map(({ name, spec }) => fileOf(name, spec)));
    if (model === undefined) throw new Error("Sound specs are not sound together.");
    const sql = join(root, "sql/core");
    const core = readdirSync(sql).map((name): [string, string] => [`sql/core/${name}`, readFileSync(join(sql, name), "utf8")]);
    const proposed = proposeMigrations(model, () => false);
    const migrations = [...proposed].map(([path, text]) => ({ path, text }));
    const types = await databaseTypes({
      sqlite: migrations.filter(({ path }) => path.endsWith(".sqlite.sql")),
      postgres: migrations.filter(({ path }) => path.endsWith(".postgres.sql")),
    });
    const generated = emit(model);
    const published = await openapiTypes(generated.get("generated/openapi.json") ?? "");
    ({ folder, remove } = await workspace(new Map([...generated, ...published, ...types, ...proposed, ...core])));
  });
  afterAll(() => remove());

  it("are mostly accepted: free texts are free", () => {
    expect(made.length).toBe(12);
  });

  it("give code that compiles, and runs none of their texts", { timeout: 120_000 }, async () => {
    const compiler = join(root, "node_modules/typescript-7/bin/tsc");
    const compiled = await promisify(execFile)(process.execPath, [compiler, "-p", join(folder, "tsconfig.json"), "--pretty", "false"], {
      cwd: folder,
    }).then(
      () => "",
      (error: { stdout: string }) => error.stdout,
    );
    expect(compiled.split("\n").slice(0, 5).join("\n")).toBe("");
    const modules = made.flatMap(({ name }) =>
      readdirSync(join(folder, "generated", name))
        .filter((file) => file.endsWith(".gen.ts") && !file.includes(".test."))
        .map((file) => `${name}/${file}`),
    );
    const script = `for (const name of process.argv.slice(1)) await import("./generated/" + name); console.log("stolen" in globalThis, ({}).stolen);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, ...modules], { cwd: folder });
    expect(stdout.trim()).toBe("false undefined");
  });

  it.each(["sqlite", "postgres", "memory"] as const)("make tables and rows that hold their texts as they are, on %s", async (dialect) => {
    const { testContext, silentLog } = await load("internal/core/testing/context.ts");
    const place =
      dialect === "memory" ? undefined : await (await load("internal/core/testing/test-databases.ts")).createTestDatabase(dialect);
    const database =
      place === undefined
        ? new (await load("internal/core/database/memory.ts")).MemoryDatabase()
        : await (await load("internal/core/database/open.ts")).openDatabase(place.url);
    try {
      if (place !== undefined) await (await load("internal/core/database/migrations.ts")).migrate(database, join(folder, "sql"), silentLog);
      for (const { name, texts } of made) {
        const domain = (await load(`generated/${name}/domain.gen.ts`))[`${name}Domain`];
        const [things] = Object.values(domain.repositories(database)) as [Things];
        const ctx = testContext();
        const row = await things.insert(ctx, { name: texts.fieldDefault.slice(0, 60) });
        expect(row).toMatchObject({ motto: texts.fieldDefault, mood: texts.choices[0], status: texts.states[0] });
        expect(row.shape).toEqual(JSON.parse(JSON.stringify({ [texts.literalText]: texts.fieldDefault })));
        expect(await things.find(ctx, row.id)).toEqual(row);
        const other = await things.insert(ctx, { name: `${name} other`, mood: texts.choices[1] });
        expect(await things.ofMood(ctx)).toEqual([other]);
      }
    } finally {
      await database.close();
      await place?.remove();
    }
  });
});
