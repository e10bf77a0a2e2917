import { expect, test } from "vitest";
import { withNats } from "../internal/core/testing/with-nats.ts";
import { chaos } from "./chaos/chaos.ts";

withNats("processes that are killed and paused under load", () => {
  test("lose nothing and do nothing twice", { timeout: 180_000 }, async () => {
    const strikes = 6;
    const { counts, complaints, unclean, kills, pauses, started } = await chaos({
      strikes,
      runs: 20,
      random: Math.random,
      tell: () => {},
    });
    expect(complaints).toEqual([]);
    expect(counts.filter(({ found, wanted }) => found !== wanted)).toEqual([]);
    expect(unclean).toEqual([]);
    expect(kills + pauses).toBe(strikes);
    expect(started).toBeGreaterThanOrEqual(20);
  });
});
