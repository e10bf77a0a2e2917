import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { localLive } from "./local-live.ts";

const never = new AbortController().signal;

describe("local live", () => {
  test("calls each listener of the topic, and of no other topic", () => {
    const live = localLive();
    const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
    live.subscribe("a", first);
    live.subscribe("a", second);
    live.subscribe("b", other);
    live.wake("a");
    live.wake("nobody listens");
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).toHaveBeenCalledTimes(1);
    expect(other).not.toHaveBeenCalled();
  });

  test("a listener that subscribed twice and left once is still called once", () => {
    const live = localLive();
    const listener = vi.fn();
    const leave = live.subscribe("a", listener);
    live.subscribe("a", listener);
    leave();
    leave();
    live.wake("a");
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("a listener may leave while it is called", () => {
    const live = localLive();
    const after = vi.fn();
    const leave = live.subscribe("a", () => leave());
    live.subscribe("a", after);
    live.wake("a");
    live.wake("a");
    expect(after).toHaveBeenCalledTimes(2);
  });

  test("an old subscription that ends late does not end a new one of the same topic", () => {
    const live = localLive();
    const leave = live.subscribe("a", () => {});
    leave();
    const listener = vi.fn();
    live.subscribe("a", listener);
    leave();
    live.wake("a");
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("next resolves at a wake, at the time-out, and at an abort, even one that came before", async () => {
    const live = localLive();
    const woken = live.next("a", 3_600_000, never);
    live.wake("a");
    await woken;

    await live.next("a", 1, never);

    const controller = new AbortController();
    const aborted = live.next("a", 3_600_000, controller.signal);
    controller.abort();
    await aborted;
    await live.next("a", 3_600_000, controller.signal);
  });

  test("next leaves nothing on the signal it was given", async () => {
    const live = localLive();
    const { signal } = new AbortController();
    for (let round = 0; round < 100; round++) {
      const woken = live.next("a", 3_600_000, signal);
      live.wake("a");
      await woken;
    }
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});
