import { setImmediate } from "node:timers/promises";
import { hash, verify } from "@node-rs/argon2";
import { afterEach, expect, test, vi } from "vitest";
import { hashPassword, passwordMatches } from "./passwords.ts";

vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof import("@node-rs/argon2")>();
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) };
});
afterEach(() => vi.resetAllMocks());

test("each hash has a salt of its own, and OWASP's parameters for Argon2id", async () => {
  const [first, second] = await Promise.all([hashPassword("violet anvil"), hashPassword("violet anvil")]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await passwordMatches(second, "violet anvil")).toBe(true);
  expect(await passwordMatches(second, "Violet anvil")).toBe(false);
});

test("the same characters match, however a keyboard composed them", async () => {
  const given = "Ångström ﬁle １２３";
  for (const chosen of [given.normalize("NFD"), given.normalize("NFKC")]) {
    const kept = await hashPassword(chosen);
    for (const form of ["NFC", "NFD", "NFKC", "NFKD"]) expect(await passwordMatches(kept, given.normalize(form)), form).toBe(true);
  }
});

test("nobody's password is right, and none can be guessed", async () => {
  vi.mocked(verify).mockResolvedValueOnce(true);
  expect(await passwordMatches(undefined, "violet anvil")).toBe(false);
});

test("two are worked on at once, choosing and checking together; a hundred wait, and the next is refused", async () => {
  let [running, most] = [0, 0];
  async function work<Result>(result: Result): Promise<Result> {
    most = Math.max(most, ++running);
    await setImmediate();
    running--;
    return result;
  }
  vi.mocked(hash).mockImplementation(() => work("hash"));
  vi.mocked(verify).mockImplementation(() => work(true));
  const tasks = Array.from({ length: 103 }, (_, index) => (index % 2 === 0 ? hashPassword("a") : passwordMatches("hash", "a")));
  const ends = await Promise.allSettled(tasks);
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(102);
  expect(ends[102]).toMatchObject({ reason: { status: 429 } });
  expect(most).toBe(2);
});
