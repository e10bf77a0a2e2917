import { describe, expect, test } from "vitest";
import { workbench } from "../testing/workbench.ts";
import { wait } from "./wait.ts";

const bench = workbench(wait);
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

describe("wait", () => {
  test("says until when, counted from when the step was begun", async () => {
    const begunAt = ago(10_000);
    const outcome = await bench.use({ seconds: 60 }, { begunAt });
    expect(outcome).toMatchObject({ output: null, waitUntil: new Date(Date.parse(begunAt) + 60_000).toISOString() });
    // A second attempt, or a restart in between, does not make it longer.
    expect((await bench.use({ seconds: 60 }, { begunAt })).waitUntil).toBe(outcome.waitUntil);
  });

  test("a leap second is refused as the mistake of whoever wrote it", async () => {
    await expect(bench.use({ until: "2027-06-30T23:59:60Z" })).rejects.toMatchObject({
      slug: "tool-failed",
      errors: [{ pointer: "/input/until" }],
    });
  });

  test("is done once the time has come", async () => {
    const begunAt = ago(60_000);
    const outcome = await bench.use({ seconds: 60 }, { begunAt });
    expect(outcome.waitUntil).toBeUndefined();
    expect(outcome.output).toEqual({ until: new Date(Date.parse(begunAt) + 60_000).toISOString() });
  });

  test("waits until a point in time", async () => {
    expect((await bench.use({ until: "2999-01-01T00:00:00+01:00" })).waitUntil).toBe("2998-12-31T23:00:00.000Z");
    expect((await bench.use({ until: "2020-01-01T00:00:00Z" })).output).toEqual({ until: "2020-01-01T00:00:00.000Z" });
  });

  test.each([[{}], [{ seconds: 1, until: "2020-01-01T00:00:00Z" }], [{ seconds: -1 }], [{ until: "tomorrow" }], [{ seconds: "1" }]])(
    "refuses %j",
    async (input) => {
      await expect(bench.use(input)).rejects.toMatchObject({ status: 422, slug: "invalid" });
    },
  );
});
