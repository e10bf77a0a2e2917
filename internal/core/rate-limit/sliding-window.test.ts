import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RateLimit } from "./rate-limiter.ts";
import { take } from "./sliding-window.ts";

const rate = (limit: number, windowSeconds: number): RateLimit => ({ limit, windowSeconds, by: "ip" });

describe("a sliding window", () => {
  test("never lets more than the limit through in any span of its length, and refuses only when it is full", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), gaps, (limit, seconds, gaps) => {
        const allowed: number[] = [];
        let calls: readonly number[] = [];
        let now = 1_000_000;
        for (const gap of gaps) {
          now += gap;
          const taken = take(calls, now, rate(limit, seconds));
          const inWindow = allowed.filter((at) => at > now - seconds * 1000).length;
          expect(taken.quota.allowed).toBe(inWindow < limit);
          if (taken.quota.allowed) allowed.push(now);
          expect(taken.quota.remaining).toBe(limit - inWindow - (taken.quota.allowed ? 1 : 0));
          calls = taken.calls;
        }
      }),
    );
  });

  test("says when there is more: then, and not a millisecond before, one more call is allowed", () => {
    let calls: readonly number[] = [];
    for (const now of [1000, 1500]) ({ calls } = take(calls, now, rate(2, 10)));
    const { quota } = take(calls, 4000, rate(2, 10));
    expect(quota).toEqual({ allowed: false, remaining: 0, milliseconds: 7000 });
    expect(take(calls, 4000 + 6999, rate(2, 10)).quota.allowed).toBe(false);
    expect(take(calls, 4000 + 7000, rate(2, 10)).quota.allowed).toBe(true);
  });

  test("stays in order when another replica's clock is behind", () => {
    const { calls } = take([1000, 2000], 1990, rate(5, 10));
    expect(calls).toEqual([1000, 2000, 2000]);
  });
});
