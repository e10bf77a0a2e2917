import { mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { silentLog } from "../testing/context.ts";
import { jwksRoute } from "./jwks.ts";
import { fileKeys } from "./key-ring.ts";
import { jwksOf, type KeptKey, keyFile, keySet, makeKey, parseKeys } from "./keys.ts";
import { rotateKeys } from "./rotate-keys.ts";
import { AccessTokens } from "./tokens.ts";

let path: string;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ring-"));
  path = join(folder, "keys.json");
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

/** A replica: what it keeps in memory is its own. `later` moves its clock past the pause between two looks. */
async function openReplica(log = silentLog) {
  const keys = await fileKeys(path, log);
  const tokens = new AccessTokens({ keys, issuer: "test", audience: "test" });
  return {
    keys,
    issue: (seconds = 600) => tokens.issue({ user: "us-1", session: "ss-1", organization: "", roles: [] }, seconds),
    verify: tokens.verify.bind(tokens),
  };
}
let ahead = 0;
const later = (): void => {
  ahead += 1000;
  const now = performance.now() + ahead;
  vi.spyOn(performance, "now").mockReturnValue(now);
};

describe("rotating keys", () => {
  test("a new key signs on every replica, and what older ones signed holds", async () => {
    const [a, b] = [await openReplica(), await openReplica()];
    const before = await a.issue();
    const { ino } = await stat(path);
    const rotation = await rotateKeys(path, { compromised: false });
    expect(rotation.verify).toHaveLength(1);
    expect(rotation.gone).toEqual([]);
    // Another file in its place: nobody reads half a text.
    expect((await stat(path)).ino).not.toBe(ino);
    later();
    // Whoever checks tokens elsewhere needs both.
    expect((await b.keys.published()).map(({ kid }) => kid)).toEqual([rotation.signs, ...rotation.verify]);
    const after = await a.issue();
    expect((await a.keys.current()).id).toBe(rotation.signs);
    expect(await b.verify(after)).toMatchObject({ user: "us-1" });
    expect(await b.verify(before)).toMatchObject({ user: "us-1" });
  });

  test("a compromised key is gone: nothing that it signed holds, known or not", async () => {
    const [a, b] = [await openReplica(), await openReplica()];
    const [seen, unseen] = [await a.issue(), await b.issue()];
    await b.verify(seen);
    expect((await rotateKeys(path, { compromised: true })).gone).toHaveLength(1);
    later();
    await expect(async () => b.verify(unseen)).rejects.toMatchObject({ status: 401 });
    await expect(async () => b.verify(seen)).rejects.toMatchObject({ status: 401 });
    expect(await b.verify(await a.issue())).toMatchObject({ user: "us-1" });
  });

  test("a key leaves when the last token that it signed is out", async () => {
    const first = jwksOf(await keyFile(path), path)[0] as KeptKey;
    await rotateKeys(path, { compromised: false });
    const [current, retired] = jwksOf(await keyFile(path), path);
    expect(retired).toMatchObject({ kid: first.kid, retired: expect.any(Number) });
    const now = Math.floor(Date.now() / 1000);
    /** The set with the first key retired so long ago. */
    const retiredFor = (seconds: number) => keySet([current as KeptKey, { ...first, retired: now - seconds }]);
    expect([...(await parseKeys(retiredFor(3600), "test")).verifying.keys()]).toEqual([current?.kid, first.kid]);
    expect([...(await parseKeys(retiredFor(3660), "test")).verifying.keys()]).toEqual([current?.kid]);
    // A rotation in between does not let it live longer.
    await writeFile(path, retiredFor(3000));
    await rotateKeys(path, { compromised: false });
    expect(jwksOf(await keyFile(path), path).map(({ retired }) => retired)).toEqual([undefined, expect.any(Number), now - 3000]);
    await writeFile(path, retiredFor(3660));
    expect((await rotateKeys(path, { compromised: false })).gone).toEqual([first.kid]);
  });

  test("a key leaves running processes as well, though nobody touches the file", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const replica = await openReplica();
    // As whoever came by the key could sign it: it holds for longer than any that the platform signs.
    const forged = await replica.issue(7200);
    const { signs } = await rotateKeys(path, { compromised: false });
    later();
    expect(await replica.verify(forged)).toMatchObject({ user: "us-1" });
    expect(await replica.keys.published()).toHaveLength(2);
    vi.setSystemTime(Date.now() + 3_661_000);
    later();
    expect((await replica.keys.published()).map(({ kid }) => kid)).toEqual([signs]);
    await expect(async () => replica.verify(forged)).rejects.toMatchObject({ status: 401 });
  });

  test("the first key of a file signs, whatever was written beside it", async () => {
    const first = { ...(await makeKey()), retired: 1 };
    expect((await parseKeys(keySet([first]), "test")).current.id).toBe(first.kid);
  });

  test("a file that is none of keys is refused, and left as it is", async () => {
    const foreign = JSON.stringify({ keys: [{ kty: "oct", k: "c2VjcmV0" }] });
    await writeFile(path, foreign, { mode: 0o600 });
    await expect(rotateKeys(path, { compromised: true })).rejects.toThrow(/curve P-256/);
    expect(await readFile(path, "utf8")).toBe(foreign);
  });

  test("a file that got broken is logged, and the keys stay", async () => {
    const log = { ...silentLog, error: vi.fn() };
    const replica = await openReplica(log);
    const token = await replica.issue();
    await writeFile(path, "{");
    await utimes(path, 1, 1);
    later();
    expect(await replica.verify(token)).toMatchObject({ user: "us-1" });
    expect(log.error).toHaveBeenCalledOnce();
  });
});

test("anybody can check a token with what is published, and nothing private is", async () => {
  const { keys, issue } = await openReplica();
  const answer = await jwksRoute(keys).request("/.well-known/jwks.json");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/jwk-set+json"]);
  // Verifiers elsewhere ask again well before a key that was rotated away is out.
  expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
  const published = (await answer.json()) as { keys: object[] };
  expect(published.keys.map((key) => Object.keys(key).toSorted())).toEqual([["alg", "crv", "kid", "kty", "use", "x", "y"]]);
  const { payload } = await jwtVerify(await issue(), createLocalJWKSet(published as never), { issuer: "test", audience: "test" });
  expect(payload).toMatchObject({ sub: "us-1", sid: "ss-1" });
});

test("a key that was put in by hand, without an id, can be rotated away too", async () => {
  const { kid: _, ...nameless } = await makeKey();
  await writeFile(path, JSON.stringify(nameless), { mode: 0o600 });
  const replica = await openReplica();
  const token = await replica.issue();
  await rotateKeys(path, { compromised: false });
  later();
  expect(await replica.verify(token)).toMatchObject({ user: "us-1" });
});
