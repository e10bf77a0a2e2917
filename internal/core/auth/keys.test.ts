import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadKeys, parseKeys } from "./keys.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keys-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the file of keys", () => {
  test("is made for its owner alone, and then kept", async () => {
    const path = join(folder, "keys.json");
    const first = await loadKeys(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await loadKeys(path)).current.id).toBe(first.current.id);
    expect(await readdir(folder)).toEqual(["keys.json"]);
  });

  test("is one for all who start together", async () => {
    const path = join(folder, "keys.json");
    const all = await Promise.all(Array.from({ length: 8 }, () => loadKeys(path)));
    expect(new Set(all.map(({ current }) => current.id)).size).toBe(1);
    expect(await readdir(folder)).toEqual(["keys.json"]);
  });

  test("is refused when others can read it", async () => {
    const path = join(folder, "keys.json");
    await loadKeys(path);
    await chmod(path, 0o640);
    await expect(loadKeys(path)).rejects.toThrow(`chmod 600 ${path}`);
  });

  test("is not replaced when it is broken, and not quoted either", async () => {
    const path = join(folder, "keys.json");
    await writeFile(path, '{"d":"secret', { mode: 0o600 });
    await expect(loadKeys(path)).rejects.toThrow(/^(?!.*secret).*is not valid JSON/);
    expect(await readFile(path, "utf8")).toBe('{"d":"secret');
  });
});

describe("keys given as a text", () => {
  test("keep their id, or are named by their thumbprint", async () => {
    const jwk = await exportJWK((await generateKeyPair("ES256", { extractable: true })).privateKey);
    expect((await parseKeys(JSON.stringify({ ...jwk, kid: "mine" }), "KEYS")).current.id).toBe("mine");
    expect((await parseKeys(JSON.stringify(jwk), "KEYS")).current.id).toMatch(/^[\w-]{43}$/);
  });

  test("cannot be taken out of the process", async () => {
    const jwk = await exportJWK((await generateKeyPair("ES256", { extractable: true })).privateKey);
    expect((await parseKeys(JSON.stringify(jwk), "KEYS")).current.key.extractable).toBe(false);
  });

  test.each([
    ["nothing", { keys: [] }],
    ["a shared secret", { kty: "oct", k: "c2VjcmV0" }],
    ["a public key", { kty: "EC", crv: "P-256", x: "AA", y: "AA" }],
    ["another curve", { kty: "EC", crv: "P-384", x: "AA", y: "AA", d: "AA" }],
    ["numbers that are no key", { kty: "EC", crv: "P-256", x: "AA", y: "AA", d: "AA" }],
  ])("are refused when they are %s, naming where they came from", async (_what, value) => {
    await expect(parseKeys(JSON.stringify(value), "AUTH_KEYS")).rejects.toThrow(/^AUTH_KEYS has .*curve P-256/);
  });
});
