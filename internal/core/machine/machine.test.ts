import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Context } from "../context/context.ts";
import { MemoryDatabase } from "../database/memory.ts";
import { changedOne } from "../database/rows.ts";
import { testContext } from "../testing/context.ts";
import { testCore } from "../testing/core.ts";
import { machineOf } from "./machine.ts";
import type { StateMachine, Verdict } from "./state-machine.ts";
import { startTimeouts, timeoutDefaults } from "./timeouts.ts";

type State = "new" | "sorted" | "small" | "big" | "gone";
type Name = "sort" | "shrink" | "grow" | "expire";
interface Parcel {
  readonly id: string;
  readonly version: number;
  readonly state: State;
  readonly timesOutAt: string | null;
}

const machine: StateMachine<State, Name> = {
  entity: "Parcel",
  tenant: true,
  transitions: {
    sort: { from: ["new"], to: "sorted", allow: ["sorter", "system"], place: "openapi/parcels.yaml:1" },
    shrink: { from: ["sorted"], to: "small", allow: [], automatic: true, place: "openapi/parcels.yaml:2" },
    grow: { from: ["sorted"], to: "big", allow: [], automatic: true, place: "openapi/parcels.yaml:3" },
    expire: { from: ["small", "big"], to: "gone", allow: ["system"], place: "openapi/parcels.yaml:4" },
  },
  timeouts: { small: { after: 1000, transition: "expire" }, big: { after: 1000, transition: "expire" } },
};

const sorter = testContext({ roles: ["sorter"] });
let guards: Partial<Record<Name, (ctx: Context, row: Parcel) => Verdict | Promise<Verdict>>>;
let told: string[];

function open() {
  const database = new MemoryDatabase();
  const table = database.table<Parcel>("Parcel", []);
  const core = testCore(database, "");
  const parcels = machineOf<Parcel, State, Name>(machine, {
    database,
    now: core.now,
    stateOf: ({ state }) => state,
    rows: {
      find: (ctx, id) => table.get(ctx, id),
      async move(ctx, before, state, timesOutAt) {
        const current = await table.get(ctx, before.id);
        changedOne("Parcel", before.id, Number(current?.version === before.version));
        const row = { ...before, state, timesOutAt, version: before.version + 1 };
        await table.replace(ctx, row);
        return row;
      },
    },
    timed: {
      overdue: async (ctx, until, limit) =>
        (await table.all(ctx)).filter(({ timesOutAt }) => timesOutAt !== null && timesOutAt <= until).slice(0, limit),
      timesOutAt: ({ timesOutAt }) => timesOutAt,
      organizationOf: () => sorter.organization,
    },
    get guards() {
      return guards;
    },
    events: {
      sort: async () => void told.push("sort"),
      shrink: async () => void told.push("shrink"),
      grow: async () => void told.push("grow"),
      expire: async (_, { id }) => {
        if (id === "p-poison") throw new Error("no ink");
        told.push("expire");
      },
    },
  });
  const put = (id: string, state: State = "new", timesOutAt: string | null = null) =>
    table.insert(sorter, { id, version: 1, state, timesOutAt });
  return { database, core, parcels, put, row: (id: string) => table.get(sorter, id) };
}

beforeEach(() => {
  guards = { shrink: () => true, grow: () => "It is small." };
  told = [];
});

describe("what follows by itself", () => {
  test("is chosen by guards", async () => {
    const { parcels, put } = open();
    await put("p-1");
    expect(await parcels.fire(sorter, "p-1", "sort", undefined)).toMatchObject({ state: "small", version: 3 });
    expect(told).toEqual(["sort", "shrink"]);
  });

  test("stays away when no guard lets it", async () => {
    guards = { shrink: () => "Not now.", grow: () => "Not now." };
    const { parcels, put } = open();
    await put("p-1");
    expect(await parcels.fire(sorter, "p-1", "sort", undefined)).toMatchObject({ state: "sorted" });
  });

  test("fails whole when guards do not exclude each other: nothing of it is kept", async () => {
    guards = { shrink: () => true, grow: () => true };
    const { parcels, put, row } = open();
    await put("p-1");
    await expect(parcels.fire(sorter, "p-1", "sort", undefined)).rejects.toThrow("shrink and by grow");
    expect(await row("p-1")).toMatchObject({ state: "new", version: 1 });
    expect((await parcels.history(sorter, "p-1", {})).items).toEqual([]);
  });
});

describe("who may", () => {
  test("is not the platform because a token has a role of that name", async () => {
    const { parcels, put } = open();
    await put("p-1", "small");
    const pretender = testContext({ roles: ["system"] });
    await expect(parcels.fire(pretender, "p-1", "expire", undefined)).rejects.toMatchObject({ status: 403 });
    expect(await parcels.possible(pretender, "p-1")).toEqual({ state: "small", transitions: [] });
  });

  test("is not told whether there is such a thing before it is asked", async () => {
    const { parcels } = open();
    await expect(parcels.fire(testContext(), "p-9", "sort", undefined)).rejects.toMatchObject({
      status: 403,
      message: "Your roles do not let you sort this Parcel: openapi/parcels.yaml:1 allows sorter, system.",
    });
    await expect(parcels.fire(sorter, "p-9", "sort", undefined)).rejects.toMatchObject({ status: 404 });
  });

  test("learns the state, and what leads on from it", async () => {
    const { parcels, put } = open();
    await put("p-1", "small");
    await put("p-2", "gone");
    const problem = (id: string) => parcels.fire(sorter, id, "sort", undefined).catch(({ message }: Error) => message);
    expect(await problem("p-1")).toBe("sort is not possible: the Parcel is in the state small. From there it goes on by: expire.");
    expect(await problem("p-2")).toBe("sort is not possible: the Parcel is in the state gone. Nothing leads on from there.");
  });
});

describe("a state that times out", () => {
  const past = "2020-01-01T00:00:00.000Z";
  const quick = { ...timeoutDefaults, pollMilliseconds: 5, retryMilliseconds: 60_000 };
  const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 40_000, interval: 5 });

  test("waits on while its guard says no, and ends once that says yes", async () => {
    let open_ = false;
    guards = { ...guards, expire: () => open_ || "Not before it is paid." };
    const { core, parcels, put, row } = open();
    await put("p-1", "small", past);
    const timers = startTimeouts(core, [parcels], quick);
    await eventually(async () => expect((await row("p-1"))?.timesOutAt ?? "").not.toBe(past));
    expect(await row("p-1")).toMatchObject({ state: "small" });
    open_ = true;
    core.advance(2000);
    await eventually(async () => expect(await row("p-1")).toMatchObject({ state: "gone", timesOutAt: null }));
    await timers.stop();
  });

  test("does not keep others from ending when it fails, and is tried again later", async () => {
    const { core, parcels, put, row } = open();
    await put("p-poison", "small", past);
    await put("p-1", "big", past);
    const errors: object[] = [];
    const log = { ...core.log, error: (fields: object) => void errors.push(fields) };
    const timers = startTimeouts({ ...core, log }, [parcels], { ...quick, batch: 1 });
    await eventually(async () => expect(await row("p-1")).toMatchObject({ state: "gone" }));
    await timers.stop();
    expect(await row("p-poison")).toMatchObject({ state: "small" });
    expect(Date.parse((await row("p-poison"))?.timesOutAt ?? "")).toBeGreaterThan(core.now().getTime() + 30_000);
    expect(errors).toHaveLength(1);
  });
});
