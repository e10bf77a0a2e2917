import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CorpusResult } from "./result.ts";
import { runCorpus } from "./run.ts";
import { nasty } from "./testing/nasty.ts";

describe("documents that ask much", () => {
  let folder: string;
  let results: ReadonlyMap<string, CorpusResult>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "archwright-nasty-"));
    for (const [name, { text, parts = {} }] of Object.entries(nasty)) {
      for (const [path, content] of Object.entries({ [`${name}.yaml`]: text, ...parts })) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
    }
    const found = await runCorpus(folder);
    results = new Map(found.map((result) => [result.document.replace(/\.yaml$/, ""), result]));
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.entries(nasty))("%s is compiled strictly, or diagnosed", (name, { outcome }) => {
    const result = results.get(name);
    const said = `${result?.outcome}: ${result?.error ?? ""}`;
    expect(result?.outcome, said).toBe(outcome);
  });
});
