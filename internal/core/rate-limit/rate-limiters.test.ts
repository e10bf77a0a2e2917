import { describe, expect, test } from "vitest";
import type { SqlDatabase } from "../database/database.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { accountLimit } from "./account-limit.ts";
import { clientAddress } from "./client-address.ts";
import { databaseRateLimiter, type RateLimitTables } from "./database-rate-limiter.ts";
import { processRateLimiter } from "./process-rate-limiter.ts";
import type { RateLimit, RateLimiter } from "./rate-limiter.ts";

const rate: RateLimit = { limit: 3, windowSeconds: 60, by: "user" };
const system = () => testContext({ organization: "", user: null });

test("a process counts each key for itself", async () => {
  let now = 0;
  const limiter = processRateLimiter(() => now);
  const take = async (key: string) => (await limiter.take(key, rate)).allowed;
  expect([await take("a"), await take("a"), await take("a"), await take("a"), await take("b")]).toEqual([true, true, true, false, true]);
  now = 60_000;
  expect(await take("a")).toBe(true);
});

test("tries for an account are counted under a name that does not tell whose it is, each kind for itself", async () => {
  const keys: string[] = [];
  const limiter = processRateLimiter(() => 0);
  const noted: RateLimiter = {
    take(key, rate) {
      keys.push(key);
      return limiter.take(key, rate);
    },
  };
  const [signIn, reset] = ["signIn", "reset"].map((what) => accountLimit(noted, { what, limit: 1, windowSeconds: 60 }));
  await signIn?.("ada@example.com");
  await reset?.("ada@example.com");
  await signIn?.("eve@example.com");
  await expect(signIn?.("ada@example.com")).rejects.toMatchObject({ status: 429, headers: { "Retry-After": "60" } });
  expect(new Set(keys).size).toBe(3);
  expect(keys.join()).not.toMatch(/ada|eve|@/);
});

forEachDatabase(
  (_, database) => {
    const open = (now: () => number) => databaseRateLimiter(database() as SqlDatabase<RateLimitTables>, system, now);

    test("replicas share one count, however many ask at once", async () => {
      const replicas = [open(() => 1000), open(() => 1000), open(() => 1001)];
      const quotas = await Promise.all(Array.from({ length: 12 }, (_, index) => replicas[index % 3]?.take("shared", rate)));
      expect(quotas.filter((quota) => quota?.allowed)).toHaveLength(3);
      expect(new Set(quotas.filter((quota) => quota?.allowed).map((quota) => quota?.remaining))).toEqual(new Set([0, 1, 2]));
    });

    test("the window slides", async () => {
      let now = 1000;
      const limiter = open(() => now);
      const allowed: boolean[] = [];
      for (now of [1000, 20_000, 40_000, 60_999, 61_000, 61_001, 80_000]) allowed.push((await limiter.take("slides", rate)).allowed);
      expect(allowed).toEqual([true, true, true, false, true, false, true]);
    });

    test("what no longer counts is pruned, and nothing else", async () => {
      let now = 10_000_000;
      const limiter = open(() => now);
      await limiter.take("old", rate);
      now += 61_000;
      await limiter.take("new", rate);
      await limiter.prune(system());
      expect((await limiter.take("new", rate)).remaining).toBe(1);
      expect(await limiter.prune(system())).toBe(0);
    });
  },
  ["sqlite", "postgres"],
);

describe("the address of a client", () => {
  const from = (remoteAddress: string | undefined, trusted: string, forwarded?: string) =>
    clientAddress(trusted)(new Headers(forwarded === undefined ? {} : { "x-forwarded-for": forwarded }), {
      incoming: { socket: { remoteAddress } },
    } as never);

  test.each([
    ["is that of the connection", "198.51.100.7", "", undefined, "198.51.100.7"],
    ["is not what a client claims", "198.51.100.7", "", "203.0.113.1", "198.51.100.7"],
    ["is not what a client claims to a proxy that is not trusted", "198.51.100.7", "10.0.0.0/8", "203.0.113.1", "198.51.100.7"],
    ["is the last that a trusted proxy saw, whatever stands before it", "10.1.2.3", "10.0.0.0/8", "1.1.1.1, 203.0.113.1", "203.0.113.1"],
    ["is behind a chain of trusted proxies", "10.1.2.3", "10.0.0.0/8, 192.0.2.1", "203.0.113.1, 192.0.2.1", "203.0.113.1"],
    ["is the proxy's own when it forwards nonsense", "10.1.2.3", "10.0.0.0/8", "203.0.113.1, unknown", "10.1.2.3"],
    ["is the first proxy's when all are trusted", "10.1.2.3", "10.0.0.0/8", "10.9.9.9", "10.9.9.9"],
    ["is the same for IPv4 in IPv6", "::ffff:198.51.100.7", "", undefined, "198.51.100.7"],
    ["is trusted as IPv4 in IPv6", "::ffff:10.1.2.3", "10.0.0.0/8", "203.0.113.1", "203.0.113.1"],
    ["is one for a whole /64", "2001:db8:1:2:3:4:5:6", "", undefined, "2001:db8:1:2::/64"],
    ["is unknown without a connection", undefined, "", "203.0.113.1", "unknown"],
  ])("%s", (_, address, trusted, forwarded, want) => {
    expect(from(address, trusted, forwarded)).toBe(want);
  });

  test.each(["10.0.0.0/8, proxy.internal", "10.0.0.0/99", "all"])("cannot be found by %s", (trusted) => {
    expect(() => clientAddress(trusted)).toThrow(/TRUSTED_PROXIES/);
  });
});
