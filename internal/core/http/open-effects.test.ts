import { expect, test } from "vitest";
import { localLive } from "../live/local-live.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { type EffectsParts, openEffects } from "./open-effects.ts";

const rate = { limit: 3, windowSeconds: 60, by: "ip" } as const;

forEachDatabase((dialect, database) => {
  /** What one process of several has. */
  const open = (rateLimits: EffectsParts["rateLimits"], trustedProxies = "") =>
    openEffects({
      database: database(),
      live: localLive(),
      system: () => testContext(),
      now: () => new Date(),
      rateLimits,
      trustedProxies,
    });

  test.each([
    ["auto", dialect === "postgres"],
    ["process", false],
    ["database", dialect !== "memory"],
  ] as const)("calls are counted together by processes where rate limits are %s: %s", async (rateLimits, together) => {
    const [one, other] = [open(rateLimits), open(rateLimits)];
    const key = `calls ${rateLimits}`;
    for (let calls = 0; calls < 3; calls++) await one.rateLimiter.take(key, rate);
    expect(await one.rateLimiter.take(key, rate)).toMatchObject({ allowed: false });
    expect(await other.rateLimiter.take(key, rate)).toMatchObject({ allowed: !together });
  });

  test("a client's address is what a trusted proxy says, and no other", () => {
    const headers = new Headers({ "x-forwarded-for": "203.0.113.1" });
    const connection = { incoming: { socket: { remoteAddress: "10.1.2.3" } } } as never;
    expect(open("process", "10.0.0.0/8").clientAddress(headers, connection)).toBe("203.0.113.1");
    expect(open("process").clientAddress(headers, connection)).toBe("10.1.2.3");
  });
});
