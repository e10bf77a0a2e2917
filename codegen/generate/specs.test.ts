import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPart } from "./specs.ts";

let folder: string;
let root: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "archwright-specs-"));
  root = join(folder, "project");
  mkdirSync(join(root, "openapi/parts"), { recursive: true });
  mkdirSync(join(root, "shared"));
  writeFileSync(join(folder, "secret.yaml"), "secret");
  writeFileSync(join(root, "openapi/parts/own.yaml"), "own");
  writeFileSync(join(root, "shared/common.yaml"), "common");
  symlinkSync(join(root, "shared/common.yaml"), join(root, "openapi/parts/common.yaml"));
  symlinkSync(join(folder, "secret.yaml"), join(root, "openapi/parts/link.yaml"));
  symlinkSync(folder, join(root, "openapi/parts/folder"));
  symlinkSync("/dev/zero", join(root, "openapi/parts/endless.yaml"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["a file beside the specs", "openapi/parts/own.yaml", "own"],
  ["a link within the project", "openapi/parts/common.yaml", "common"],
  ["a link out of it", "openapi/parts/link.yaml", undefined],
  ["a file in a folder that is a link", "openapi/parts/folder/secret.yaml", undefined],
  ["what has no end", "openapi/parts/endless.yaml", undefined],
  ["a folder", "openapi/parts", undefined],
  ["a file outside of openapi/", "shared/common.yaml", undefined],
  ["nothing", "openapi/parts/none.yaml", undefined],
])("of %s a spec gets what is its own", (_, path, want) => {
  expect(readPart(root, path)).toBe(want);
});
