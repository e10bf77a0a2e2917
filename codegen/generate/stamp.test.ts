import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inputs, rememberUntouched, untouchedReport } from "./stamp.ts";

const types = "export type LabelId = string;";
const sum = createHash("sha256").update(types).digest("hex");

const files = {
  "openapi/labels.yaml": "openapi: 3.1.1",
  "sql/labels/0001_initial.sqlite.sql": "create table labels (id text)",
  "generated/labels/types.gen.ts": types,
  "generated/.manifest.json": `{ "groups": { "model": { "from": "", "files": { "generated/labels/types.gen.ts": "${sum}" } } } }`,
};

const isUntouched = (root: string): boolean => untouchedReport(root, inputs(root)) !== undefined;

describe("an untouched tree", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "archwright-stamp-"));
    for (const [path, text] of Object.entries({ ...files, "node_modules/x/package.json": "{}" })) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("is known only after it was found so", () => {
    expect(isUntouched(root)).toBe(false);
    rememberUntouched(root, inputs(root));
    expect(isUntouched(root)).toBe(true);
  });

  it.each(Object.keys(files))(
    "is touched when %s changes, and when it is gone, and is untouched again when it is as before",
    async (path) => {
      rememberUntouched(root, inputs(root));
      const text = await readFile(join(root, path), "utf8");
      await writeFile(join(root, path), `${text} `);
      expect(isUntouched(root)).toBe(false);
      await rm(join(root, path));
      expect(isUntouched(root)).toBe(false);
      await writeFile(join(root, path), text);
      expect(isUntouched(root)).toBe(true);
    },
  );

  it("keeps what there was to report", () => {
    rememberUntouched(root, inputs(root), "one warning\n\nof two lines\n");
    expect(untouchedReport(root, inputs(root))).toBe("one warning\n\nof two lines\n");
  });

  it("is not taken for known when a spec changed while it was generated", async () => {
    const before = inputs(root);
    await writeFile(join(root, "openapi/labels.yaml"), "openapi: 3.1.0");
    rememberUntouched(root, before);
    expect(isUntouched(root)).toBe(false);
  });

  it("is touched by a new spec", async () => {
    rememberUntouched(root, inputs(root));
    await writeFile(join(root, "openapi/more.yaml"), "");
    expect(isUntouched(root)).toBe(false);
  });
});
