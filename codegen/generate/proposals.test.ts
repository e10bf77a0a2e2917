import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Group, hash } from "../apply/manifest.ts";
import { fixtureModel } from "../emit/fixture/model.ts";
import { proposals } from "./proposals.ts";

const files = ["sql/notes/0001_initial.postgres.sql", "sql/notes/0001_initial.sqlite.sql"];
const remembered: Group = {
  from: "",
  files: Object.fromEntries([...files, "sql/labels/0001_initial.sqlite.sql"].map((path) => [path, hash(path)])),
};

describe("first migrations of a domain that no spec describes any more", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "archwright-proposals-"));
    await mkdir(join(root, "sql/notes"), { recursive: true });
    for (const path of files) await write(path, path);
  });
  afterEach(() => rm(root, { recursive: true }));

  const write = (path: string, text: string) => writeFile(join(root, path), text);
  const outcome = () => proposals(root, fixtureModel("labels"), [], remembered);
  const own = { from: "", files: { "sql/labels/0001_initial.sqlite.sql": expect.any(String) } };

  it("go as they came, and are forgotten", async () => {
    const gone = files.map((path) => expect.objectContaining({ path, kind: "delete", edited: false }));
    expect(await outcome()).toEqual({ differences: gone, group: own });
  });

  it.each([
    ["one of them was changed", "sql/notes/0001_initial.sqlite.sql"],
    ["there is a later one", "sql/notes/0002_adds_notes_rank.sqlite.sql"],
  ])("stay when %s", async (_why, path) => {
    await write(path, "-- mine");
    expect(await outcome()).toEqual({ differences: [], group: own });
  });

  it("stay when they were never remembered", async () => {
    const none = { from: "", files: {} };
    expect(await proposals(root, fixtureModel("labels"), [], undefined)).toEqual({ differences: [], group: none });
  });
});
