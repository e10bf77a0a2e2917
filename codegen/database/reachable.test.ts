import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { assertReachable } from "./reachable.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "archwright-reachable-"));
  await mkdir(join(folder, "open"));
  await chmod(join(folder, "open"), 0o755);
});
afterEach(() => rm(folder, { recursive: true }));
const programs = () => pathToFileURL(join(folder, "open/postgres")).href;

it("names the folder that keeps others out", async () => {
  await chmod(folder, 0o700);
  await expect(assertReachable(programs())).rejects.toThrow(`cannot reach ${folder}.`);
});

it("says nothing where everybody may pass", async () => {
  await chmod(folder, 0o711);
  await expect(assertReachable(programs())).resolves.toBeUndefined();
});
