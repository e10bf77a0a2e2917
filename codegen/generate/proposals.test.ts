import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Group, hash } from "../apply/manifest.ts";
import { fixtureModel } from "../emit/fixture/model.ts";
import { proposeMigrations } from "../migrations/propose.ts";
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
    for (const folder of ["notes", "labels"]) await mkdir(join(root, "sql", folder), { recursive: true });
    for (const path of Object.keys(remembered.files)) await write(path, path);
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

  it("are remembered no more once people changed them, and by a copy without a past while they are what would be proposed", async () => {
    const [path, text] = [...proposeMigrations(fixtureModel("labels"), () => false)].find(([name]) => name.endsWith("sqlite.sql")) ?? [
      "",
      "",
    ];
    await write(path, `${text}-- mine`);
    expect((await outcome()).group.files).toEqual({});
    await write(path, text);
    expect((await proposals(root, fixtureModel("labels"), [], undefined)).group.files).toEqual({ [path]: hash(text) });
  });

  it("are remembered no more once there is a later one, as by a copy without a past", async () => {
    await write("sql/labels/0002_adds_labels_rank.sqlite.sql", "-- mine");
    expect((await outcome()).group.files).toEqual({});
  });

  it("stay when they were never remembered", async () => {
    const none = { from: "", files: {} };
    expect(await proposals(root, fixtureModel("labels"), [], undefined)).toEqual({ differences: [], group: none });
  });
});
