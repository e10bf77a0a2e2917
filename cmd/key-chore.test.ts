import { afterEach, expect, test, vi } from "vitest";
import { keyChore } from "./key-chore.ts";

afterEach(() => vi.unstubAllEnvs());

test.each([[[]], [["list"]], [["rotate", "all"]]])("%j is no chore", async (given) => {
  await expect(keyChore(given)).rejects.toThrow(/^usage: /);
});

test("keys that are given by the environment are not rotated in a file that nobody reads", async () => {
  vi.stubEnv("AUTH_SIGNING_KEYS", "{}");
  await expect(keyChore(["rotate", "compromised"])).rejects.toThrow(/^The keys are in AUTH_SIGNING_KEYS/);
});
