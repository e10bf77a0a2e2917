import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reachable } from "./embedded-postgres.ts";

const run = promisify(execFile);

let home = "";
let folder = "";

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "archwright-reachable-"));
  folder = join(home, "private", "bin");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "postgres"), "binary", { mode: 0o755 });
  await chmod(home, 0o755);
});
afterEach(() => rm(home, { recursive: true, force: true }));

test("binaries that every user can reach stay where they are", async () => {
  expect(await reachable(folder)).toBe(folder);
});

test("binaries below a private folder are copied to where every user can reach them", async () => {
  await chmod(join(home, "private"), 0o700);
  const copy = await reachable(folder);
  try {
    expect(copy).not.toBe(folder);
    expect(await readFile(join(copy, "postgres"), "utf8")).toBe("binary");
    expect((await stat(join(copy, "postgres"))).mode & 0o777).toBe(0o755);
    expect(await reachable(copy)).toBe(copy);
  } finally {
    await rm(dirname(copy), { recursive: true, force: true });
  }
});

test("a process that has loaded Postgres ends with the code that it was given", async () => {
  const module = new URL("embedded-postgres.ts", import.meta.url).href;
  const code = `const { embeddedPostgres } = await import(${JSON.stringify(module)}); await embeddedPostgres(); process.exitCode = 3;`;
  await expect(run(process.execPath, ["--input-type=module", "--eval", code])).rejects.toMatchObject({ code: 3, stderr: "" });
});
