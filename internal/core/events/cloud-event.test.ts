import { describe, expect, test } from "vitest";
import { testContext } from "../testing/context.ts";
import { retryDelay } from "./backoff.ts";
import { toCloudEvent } from "./cloud-event.ts";
import { memoryEventLog } from "./memory-log.ts";
import { newEvent } from "./new-event.ts";

const ctx = testContext();
const happened = { type: "labels.label.created", aggregate: "lb-0000000000000001", data: { name: "red" } };

describe("CloudEvents", () => {
  test("carry every attribute that version 1.0 requires, with organization, actor and trace as extensions", () => {
    const event = newEvent(ctx, happened, new Date("2026-11-20T08:00:00.000Z"));
    const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    expect(toCloudEvent({ ...event, trace })).toEqual({
      specversion: "1.0",
      id: event.id,
      source: "/archwright/labels",
      type: "labels.label.created",
      subject: "lb-0000000000000001",
      time: "2026-11-20T08:00:00.000Z",
      datacontenttype: "application/json",
      data: { name: "red" },
      organization: "og-1111111111111111",
      actor: "us-1111111111111111",
      traceparent: trace,
    });
  });

  test("leave out what is empty, for no attribute may be, and use only names of lower-case letters and digits", () => {
    const event = newEvent(testContext({ organization: "", user: null }), happened, new Date());
    const cloud = toCloudEvent(event);
    expect(Object.keys(cloud)).not.toEqual(expect.arrayContaining(["organization"]));
    expect(cloud).not.toHaveProperty("actor");
    expect(cloud).not.toHaveProperty("traceparent");
    for (const name of Object.keys(cloud)) expect(name).toMatch(/^[a-z0-9]+$/);
  });
});

describe("the log in memory", () => {
  test("keeps events in order, as they were when appended", async () => {
    const log = memoryEventLog();
    const data = { name: "red" };
    await log.append(ctx, { ...happened, data });
    data.name = "blue";
    await log.append(ctx, { ...happened, data });
    expect(log.events.map((event) => event.data)).toEqual([{ name: "red" }, { name: "blue" }]);
    expect(log.events[0]).toMatchObject({ organization: ctx.organization, actor: "us-1111111111111111" });
  });
});

describe("the delay before a retry", () => {
  test.each([
    [1, 1000],
    [2, 2000],
    [5, 16_000],
    [30, 3_600_000],
  ])("after %i failures is between half and all of %i ms", (failures, longest) => {
    expect(retryDelay(failures, 1000, () => 0)).toBe(longest / 2);
    expect(retryDelay(failures, 1000, () => 1)).toBe(longest);
  });
});
