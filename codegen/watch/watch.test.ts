import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emit } from "../emit/emit.ts";
import { repository } from "../fixture/repository.ts";
import { type Memory, plan } from "../plan.ts";
import { ownSettings } from "../print/settings.ts";
import { loadSpecs } from "../read/load.ts";
import type { SourceFile } from "../read/source.ts";
import { type Emitted, emitAgain } from "./incremental.ts";
import { Session } from "./session.ts";
import { watch } from "./watch.ts";

const specs = loadSpecs(repository);

/** Edits that leave the specs sound, at many places. */
const edits: readonly ((text: string) => string)[] = [
  (text) => text.replace(/description: (?=[A-Z])/, "description: Now "),
  (text) => text.replace(/maxLength: 200\b/, "maxLength: 199"),
  (text) => text.replace(/prefix: (\w+)/, "prefix: $1x"),
  (text) => text.replace(/events: \[created, updated, deleted\]/, "events: [created, updated]"),
  (text) => text.replace(/summary: (?=[A-Z])/, "summary: Now "),
  (text) => text.replace(/^x-codegen:/m, "# a remark\nx-codegen:"),
];

describe("what is kept in memory", () => {
  it("never changes what comes out, whatever is edited in whatever order", { timeout: 120_000 }, () => {
    const edit = fc.record({ file: fc.nat(specs.length - 1), edit: fc.constantFrom(...edits) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (all) => {
        const memory: Memory = new Map();
        let files: readonly SourceFile[] = specs;
        let last: Emitted | undefined;
        for (const { file, edit } of [{ file: 0, edit: (text: string) => text }, ...all]) {
          files = files.map((spec, index) => (index === file ? { ...spec, text: edit(spec.text) } : spec));
          const kept = plan(files, memory);
          const fresh = plan(files);
          expect(kept).toEqual(fresh);
          if (kept.model === undefined || fresh.model === undefined) continue;
          last = emitAgain(kept.model, ownSettings, last);
          expect(new Map(last.files)).toEqual(new Map(emit(fresh.model)));
        }
      }),
      { numRuns: 5 },
    );
  });

  it("spares the domains that do not depend on the edited one", () => {
    const { model } = plan(specs);
    const edited = plan(
      specs.map((spec) => ({
        ...spec,
        text: spec.path.includes("pipelines") ? spec.text.replace(/description: (?=[A-Z])/, "description: Now ") : spec.text,
      })),
    );
    if (model === undefined || edited.model === undefined) throw new Error("The specs have errors.");
    const first = emitAgain(model, ownSettings, undefined);
    expect(first.anew).toEqual(model.domains.map(({ name }) => name));
    expect(emitAgain(model, ownSettings, first).anew).toEqual([]);
    const again = emitAgain(edited.model, ownSettings, first).anew;
    expect(again).toContain("pipelines");
    expect(again).not.toContain("artifacts");
  });
});

describe("watching", () => {
  let root: string;
  const spec = () => join(root, "openapi/labels.yaml");
  const edit = async (from: string, to: string) => writeFile(spec(), (await readFile(spec(), "utf8")).replace(from, to));
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "archwright-watch-"));
    await mkdir(join(root, "openapi"));
    await cp(join(repository, "codegen/emit/fixture/labels.yaml"), spec());
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("writes only what changed, and keeps the manifest true", async () => {
    const session = new Session(root);
    expect((await session.update()).differences?.length).toBeGreaterThan(10);
    expect((await session.update()).differences).toEqual([]);
    await edit("description: A coloured name.", "description: A name.");
    const { differences } = await session.update();
    expect(differences?.map(({ path }) => path)).toContain("generated/labels/types.gen.ts");
    expect(differences?.map(({ path }) => path)).not.toContain("generated/labels/sqlite.gen.ts");
    expect((await new Session(root).update()).differences).toEqual([]);
  });

  it("writes nothing over what somebody changed, nor while a spec has an error", async () => {
    const session = new Session(root);
    await session.update();
    const types = join(root, "generated/labels/types.gen.ts");
    await writeFile(types, "mine");
    await edit("description: A coloured name.", "description: A name.");
    expect(await session.update()).toMatchObject({ differences: undefined, edited: ["generated/labels/types.gen.ts"] });
    expect(await readFile(types, "utf8")).toBe("mine");
    await edit("scope: organization", "scope: organisation");
    expect(await session.update()).toMatchObject({ differences: undefined, diagnostics: [{ code: "AW2004" }] });
  });

  it("goes on until it is stopped, through errors too", async () => {
    const stop = new AbortController();
    const said: string[] = [];
    const heard = async (what: RegExp) => expect.poll(() => said.join("\n"), { timeout: 40_000 }).toMatch(what);
    // What takes seconds is tried elsewhere: without packages it is not even begun.
    const watching = watch(root, (text) => said.push(text), stop.signal);
    await heard(/labels made anew in \d+ ms/);
    await edit("scope: organization", "scope: organisation");
    await heard(/error AW2004/);
    said.length = 0;
    await edit("scope: organisation", "scope: organization");
    await edit("A coloured name", "A name");
    await heard(/update {2}generated\/labels\/types\.gen\.ts/);
    stop.abort();
    await watching.catch((error: Error) => expect(error.name).toBe("AbortError"));
  });
});
