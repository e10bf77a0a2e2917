import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { silentLog } from "../testing/context.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-databases.ts";
import type { Carrier } from "./carrier.ts";
import { postgresCarrier } from "./postgres-carrier.ts";
import { type SharedLive, sharedLive } from "./shared-live.ts";

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 40_000, interval: 10 });

describe("live by LISTEN and NOTIFY", () => {
  let place: TestDatabase;
  const open: SharedLive[] = [];
  beforeAll(async () => {
    place = await createTestDatabase("postgres");
  });
  afterAll(() => place.remove());
  afterEach(async () => {
    await Promise.all(open.splice(0).map((live) => live.close()));
  });

  /** Live as another process has it; resolves when it is connected. */
  async function connected(): Promise<SharedLive> {
    const live = sharedLive(postgresCarrier(place.url, silentLog));
    open.push(live);
    // All topics are woken after connecting.
    await live.next("any", 15_000, new AbortController().signal);
    return live;
  }

  test("a wake reaches who waits in this process and in others, once", async () => {
    const [here, there] = [await connected(), await connected()];
    const [own, far, other] = [vi.fn(), vi.fn(), vi.fn()];
    here.subscribe("a", own);
    there.subscribe("a", far);
    there.subscribe("b", other);
    here.wake("a");
    expect(own).toHaveBeenCalledTimes(1);
    await eventually(() => expect(far).toHaveBeenCalledTimes(1));
    there.wake("b");
    await eventually(() => expect(other).toHaveBeenCalledTimes(1));
    // What one sends comes back to it on the same channel, and must not wake it again.
    expect(own).toHaveBeenCalledTimes(1);
  });

  test("it can be closed at once, while it still connects", async () => {
    const live = sharedLive(postgresCarrier(place.url, silentLog));
    await live.close();
  });

  test("wakes of more topics than one message takes all arrive", async () => {
    const [here, there] = [await connected(), await connected()];
    const topics = Array.from({ length: 2_000 }, (_, index) => `topic.${index}`);
    const woken = new Set<string>();
    for (const topic of topics) there.subscribe(topic, () => void woken.add(topic));
    for (const topic of topics) here.wake(topic);
    await eventually(() => expect(woken.size).toBe(topics.length));
  });

  test("closes in whatever moment of connecting it is told to", async () => {
    for (let wait = 0; wait < 40; wait += 2) {
      const live = sharedLive(postgresCarrier(place.url, silentLog));
      await sleep(wait);
      await live.close();
    }
  });

  test("after a lost connection everything is woken, here and where wakes could not be sent to", async () => {
    const [here, there] = [await connected(), await connected()];
    const [own, far] = [vi.fn(), vi.fn()];
    here.subscribe("a", own);
    there.subscribe("b", far);
    const client = new pg.Client({ connectionString: place.url });
    await client.connect();
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'archwright live'");
    await client.end();
    await eventually(() => expect(own).toHaveBeenCalled());
    await eventually(() => expect(far).toHaveBeenCalled());
    far.mockClear();
    here.wake("b");
    await eventually(() => expect(far).toHaveBeenCalled());
  });
});

describe("live over a carrier", () => {
  /** A carrier whose connection is the test's to make and break. */
  function wire() {
    let connect = (): void => {};
    let up = false;
    const sent: string[] = [];
    const carrier: Carrier = {
      longest: 200,
      start: (_heard, connected) => {
        connect = connected;
      },
      async send(text) {
        if (!up) throw new Error("down");
        sent.push(...text.split("\n").slice(1));
      },
      close: async () => {},
    };
    return {
      carrier,
      sent,
      connect() {
        up = true;
        connect();
      },
    };
  }

  test("a wake that could not be sent makes others look at everything once that is possible, and only once", async () => {
    const { carrier, sent, connect } = wire();
    const live = sharedLive(carrier);
    live.wake("a");
    await new Promise(setImmediate);
    connect();
    await eventually(() => expect(sent).toEqual(["*"]));
    connect();
    live.wake("b");
    await eventually(() => expect(sent).toEqual(["*", "b"]));
  });

  test("no more wakes wait than a bound: others are told that all may have changed", async () => {
    const { carrier, sent, connect } = wire();
    const live = sharedLive(carrier);
    connect();
    for (let index = 0; index < 20_000; index++) live.wake(`topic.${index}`);
    await eventually(() => expect(sent).toEqual(["*"]));
  });

  test("a topic that no message takes is told as everything", async () => {
    const { carrier, sent, connect } = wire();
    const live = sharedLive(carrier);
    connect();
    live.wake("x".repeat(500));
    await eventually(() => expect(sent).toEqual(["*"]));
  });
});
