import { chmod, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addEncryptionKey, loadEncryptionKeys, parseEncryptionKeys, reloadEncryptionKeys } from "./keys.ts";

const key = Buffer.alloc(32, 7).toString("base64");

describe("keys from a text", () => {
  it("are in the order in which they stand", () => {
    const keys = parseEncryptionKeys(` new:${key} , old:${key}\n`, "ENCRYPTION_KEYS");
    expect([...keys.keys()]).toEqual(["new", "old"]);
    expect(keys.get("old")).toEqual(Buffer.alloc(32, 7));
  });

  it.each([
    ["nothing", ""],
    ["no id", key],
    ["a short key", "a:c2hvcnQ="],
    ["no base64", `a:${"!".repeat(44)}`],
    ["an id with a colon", `a:b:${key}`],
    ["one id twice", `a:${key},a:${key}`],
  ])("are refused with %s, without being shown", (_, text) => {
    expect(() => parseEncryptionKeys(text, "ENCRYPTION_KEYS")).toThrow(/^ENCRYPTION_KEYS (?!.*BwcH)/s);
  });
});

describe("a file of keys", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "archwright-keys-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is made for its owner alone, once, however many start together", async () => {
    const path = join(folder, "made");
    const found = await Promise.all([loadEncryptionKeys(path), loadEncryptionKeys(path), loadEncryptionKeys(path)]);
    expect(new Set(found.map((keys) => [...keys.keys()].join())).size).toBe(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it("gets a new key before the old ones", async () => {
    const path = join(folder, "rotated");
    const [old = ""] = (await loadEncryptionKeys(path)).keys();
    const keys = await addEncryptionKey(path);
    expect([...keys.keys()]).toEqual([expect.not.stringMatching(old), old]);
    expect([...reloadEncryptionKeys(path).keys()]).toEqual([...keys.keys()]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, "utf8")).toMatch(/^k\w+:.+\nk\w+:.+\n$/);
  });

  it("is refused when others can read it", async () => {
    const path = join(folder, "open");
    await loadEncryptionKeys(path);
    await chmod(path, 0o644);
    await expect(loadEncryptionKeys(path)).rejects.toThrow(/chmod 600/);
  });
});
