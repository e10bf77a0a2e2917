import { describe, expect, it } from "vitest";
import { silentLog, testContext } from "../testing/context.ts";
import { purgeOnce, startPurge } from "./purge.ts";

describe("the purge", () => {
  it("asks each repository again until nothing is left, in the order given, for what is older than the time", async () => {
    const left = { Step: 1200, Pipeline: 3 };
    const asked: string[] = [];
    const repository = (entity: keyof typeof left) => ({
      async purge(_: unknown, before: string, limit: number) {
        asked.push(`${entity} ${before}`);
        const count = Math.min(limit, left[entity]);
        left[entity] -= count;
        return count;
      },
    });
    const purged = await purgeOnce(testContext(), { Step: repository("Step"), Pipeline: repository("Pipeline") }, new Date(0));
    expect(Object.fromEntries(purged)).toEqual({ Step: 1200, Pipeline: 3 });
    const epoch = "1970-01-01T00:00:00.000Z";
    expect(asked).toEqual([`Step ${epoch}`, `Step ${epoch}`, `Step ${epoch}`, `Pipeline ${epoch}`]);
  });

  it("stops between two batches", async () => {
    const stopping = new AbortController();
    const endless = {
      async purge(_: unknown, _before: string, limit: number) {
        stopping.abort();
        return limit;
      },
    };
    const purged = await purgeOnce(testContext(), { First: endless, Second: endless }, new Date(), stopping.signal);
    expect([...purged.keys()]).toEqual(["First"]);
  });

  it("ends its background work when it is stopped", async () => {
    const work = startPurge({ log: silentLog, now: () => new Date(), system: () => testContext() }, {}, 30);
    await work.stop();
  });
});
