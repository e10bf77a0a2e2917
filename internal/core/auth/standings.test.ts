import { beforeEach, describe, expect, test, vi } from "vitest";
import { localLive } from "../live/local-live.ts";
import { silentLog } from "../testing/context.ts";
import { type Standing, standingChanged } from "./standing.ts";
import { Standings } from "./standings.ts";

const standing = (more: Partial<Standing> = {}): Standing => ({
  actor: { kind: "user", id: "us-1", session: "ss-1" },
  organization: "og-1",
  roles: ["member"],
  teams: [],
  permissions: new Set(),
  administrator: false,
  ...more,
});

let now: number;
let live: ReturnType<typeof localLive>;
let standings: Standings<Standing>;
/** What a read gives next, and how often was read. */
let answer: Standing | undefined;
const read = vi.fn(async (_: string) => answer);
const get = () => standings.get("key", "from", read);
beforeEach(() => {
  now = 0;
  live = localLive();
  standings = new Standings({ live, log: silentLog, now: () => now });
  answer = standing();
  read.mockReset();
  read.mockImplementation(async () => answer);
});

describe("a standing", () => {
  test("is read once, then known at once", async () => {
    expect(await Promise.all([get(), get(), get()])).toEqual([answer, answer, answer]);
    expect(get()).toBe(answer);
    expect(read.mock.calls).toEqual([["from"]]);
  });

  test("is read anew beside requests after a second and a half, once", async () => {
    const first = await get();
    answer = undefined;
    now = 1499;
    expect(get()).toBe(first);
    expect(read).toHaveBeenCalledTimes(1);
    now = 1500;
    expect([get(), get()]).toEqual([first, first]);
    expect(read).toHaveBeenCalledTimes(2);
    await vi.waitFor(() => expect(get()).toBeUndefined());
  });

  test("is never used for longer than three seconds, whatever the database does", async () => {
    await get();
    now = 1500;
    read.mockRejectedValue(new Error("The database is down."));
    get();
    await vi.waitFor(() => expect(read.mock.settledResults.at(-1)?.type).toBe("rejected"));
    now = 2999;
    expect(get()).toBe(answer);
    now = 3000;
    await expect(get()).rejects.toThrow("The database is down.");
  });

  test("counts its age from when it was asked for, not from when the answer came", async () => {
    const slow = Promise.withResolvers<Standing>();
    read.mockReturnValueOnce(slow.promise);
    const first = get();
    now = 2999;
    slow.resolve(standing());
    await first;
    now = 3000;
    answer = undefined;
    expect(await get()).toBeUndefined();
  });

  test.each(["us-1", "og-1"])("is read anew at the next request when %s has changed", async (id) => {
    await get();
    answer = undefined;
    standingChanged(live, "us-2");
    expect(get()).toBeDefined();
    standingChanged(live, id);
    expect(await get()).toBeUndefined();
  });

  test("that was asked for before a change is not believed after it", async () => {
    await get();
    const slow = Promise.withResolvers<Standing>();
    read.mockReturnValueOnce(slow.promise);
    now = 1500;
    get();
    standingChanged(live, "us-1");
    answer = undefined;
    expect(await get()).toBeUndefined();
    slow.resolve(standing());
    await slow.promise;
    expect(await get()).toBeUndefined();
  });

  test("of a service token changes with the token, its user and its organization", async () => {
    answer = standing({ actor: { kind: "token", id: "st-1", user: "us-1" } });
    for (const id of ["st-1", "us-1", "og-1"]) {
      await get();
      read.mockClear();
      standingChanged(live, id);
      await get();
      expect(read).toHaveBeenCalledTimes(1);
    }
  });
});
