import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposeMigrations } from "../migrations/propose.ts";
import { emitData } from "./fixture/emitters.ts";
import { fixtureModel } from "./fixture/model.ts";
import { workspace } from "./fixture/workspace.ts";

/** What the tests use of the runtime and of generated files; both are reached through the workspace only. */
interface Context {
  readonly organization: string;
}
interface Row {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}
interface Repository {
  find(ctx: Context, id: string): Promise<Row | undefined>;
  list(ctx: Context, query: object): Promise<{ items: Row[] }>;
  insert(ctx: Context, input: object): Promise<Row>;
  update(ctx: Context, id: string, patch: object, expected?: number): Promise<Row>;
  delete(ctx: Context, id: string, expected?: number): Promise<Row>;
  readonly [method: string]: (ctx: Context, ...args: never[]) => Promise<unknown>;
}
interface Database {
  close(): Promise<void>;
}
type Make = (db: Database) => Repository;

const model = fixtureModel("gauges");
let folder: string;
let remove: () => Promise<void>;
const load = (path: string) => import(/* @vite-ignore */ join(folder, path));

beforeAll(async () => {
  ({ folder, remove } = await workspace(new Map([...emitData(model), ...proposeMigrations(model, () => false)])));
});
afterAll(() => remove());

describe.for(["sqlite", "postgres", "memory"] as const)("generated repositories on %s", (dialect) => {
  let db: Database;
  let place: { url: string; remove(): Promise<void> } | undefined;
  let gauges: Repository;
  let pins: Repository;
  let units: Repository;
  let caller: (who: { organization?: string; user?: string | null }) => Context;
  let tenants = 0;
  const tenant = (): Context => caller({ organization: `og-${String(++tenants).padStart(16, "0")}` });

  beforeAll(async () => {
    const { testContext, silentLog } = await load("internal/core/testing/context.ts");
    caller = testContext;
    if (dialect === "memory") {
      db = new (await load("internal/core/database/memory.ts")).MemoryDatabase();
    } else {
      place = await (await load("internal/core/testing/test-databases.ts")).createTestDatabase(dialect);
      db = await (await load("internal/core/database/open.ts")).openDatabase(place?.url);
      await (await load("internal/core/database/migrations.ts")).migrate(db, join(folder, "sql"), silentLog);
    }
    const made = await load(`generated/gauges/${dialect}.gen.ts`);
    [gauges, pins, units] = (["Gauges", "Pins", "Units"] as const).map((name) => (made[`${dialect}${name}`] as Make)(db)) as [
      Repository,
      Repository,
      Repository,
    ];
  });
  afterAll(async () => {
    await db?.close();
    await place?.remove();
  });

  const gauge = (given: object = {}): object => ({
    ...{ title: "Pressure", shape: { points: [1, "b"] }, count: 1, total: 2, ratio: 0.5, open: true, at: "2026-11-20T09:00:00+01:00" },
    ...given,
  });

  it("give back on each way what was put in, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(gaugeInput, gaugePatch, async (input, patch) => {
        const ctx = tenant();
        const inserted = await gauges.insert(ctx, input);
        expect(await gauges.find(ctx, inserted.id)).toEqual(inserted);
        const changed = await gauges.update(ctx, inserted.id, patch);
        expect(await gauges.find(ctx, inserted.id)).toEqual(changed);
        expect((await gauges.list(ctx, {})).items).toEqual([changed]);
        const { at, maybeAt, ...plain } = { ...input, ...patch };
        expect(changed).toMatchObject(plain);
        expect(await gauges.delete(ctx, inserted.id)).toEqual(changed);
        expect(await gauges.find(ctx, inserted.id)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it("make what was not given, and keep times in UTC", async () => {
    const ctx = caller({});
    const made = await gauges.insert(ctx, gauge());
    expect(made).toMatchObject({
      ...{ organizationId: ctx.organization, createdBy: "us-1111111111111111", version: 1, at: "2026-11-20T08:00:00.000Z", rank: 7 },
      ...{
        mood: null,
        maybeShape: null,
        anything: null,
        seal: null,
        parts: [],
        origin: "here",
        greeting: expect.stringMatching(/^hi "` .*</s),
      },
    });
    expect(made.id).toMatch(/^gg-[0-9a-f]{16}$/);
  });

  it("leave what a patch leaves out, clear what it nulls, and count versions", async () => {
    const ctx = tenant();
    const { id } = await gauges.insert(ctx, gauge({ mood: "calm", maybeCount: 3, maybeAt: "2026-01-01T00:00:00Z" }));
    const changed = await gauges.update(ctx, id, { maybeCount: null, maybeAt: null, open: false, rank: 8 }, 1);
    expect(changed).toMatchObject({ mood: "calm", maybeCount: null, maybeAt: null, open: false, rank: 8, version: 2, title: "Pressure" });
  });

  it("refuse a stale version with 412 and an unknown id with 404, and change nothing", async () => {
    const ctx = tenant();
    const row = await gauges.insert(ctx, gauge());
    await expect(gauges.update(ctx, row.id, { count: 9 }, 2)).rejects.toMatchObject({ status: 412 });
    await expect(gauges.delete(ctx, row.id, 2)).rejects.toMatchObject({ status: 412 });
    await expect(gauges.update(ctx, "gg-0000000000000000", { count: 9 })).rejects.toMatchObject({ status: 404 });
    expect(await gauges.find(ctx, row.id)).toEqual(row);
  });

  it("let one of two changes of the same version win", async () => {
    const ctx = tenant();
    const { id } = await gauges.insert(ctx, gauge());
    const both = await Promise.allSettled([gauges.update(ctx, id, { count: 2 }, 1), gauges.update(ctx, id, { count: 3 }, 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { status: 412 } });
  });

  it("name the fields of what is taken, on insert and on update, within one organization", async () => {
    const ctx = tenant();
    await gauges.insert(ctx, gauge({ default: "a" }));
    const taken = gauges.insert(ctx, gauge({ default: "b" }));
    await expect(taken).rejects.toMatchObject({ status: 409, errors: [{ pointer: "/title" }, { pointer: "/count" }] });
    const { id } = await gauges.insert(ctx, gauge({ default: "b", count: 2 }));
    await expect(gauges.update(ctx, id, { default: "a" })).rejects.toMatchObject({ status: 409, errors: [{ pointer: "/default" }] });
    await expect(gauges.insert(tenant(), gauge({ default: "a" }))).resolves.toMatchObject({ default: "a" });
  });

  it("show nothing of another organization, and change nothing there", async () => {
    const [ctx, other, none] = [tenant(), tenant(), caller({ organization: "" })];
    const row = await gauges.insert(ctx, gauge({ default: "a", mood: "calm" }));
    for (const stranger of [other, none]) {
      expect(await gauges.find(stranger, row.id)).toBeUndefined();
      expect((await gauges.list(stranger, {})).items).toEqual([]);
      expect(await gauges.findByDefault?.(stranger, ...(["a"] as never[]))).toBeUndefined();
      expect(await gauges.listByOpen?.(stranger, ...([true] as never[]))).toEqual([]);
      expect(await gauges.countOpen?.(stranger)).toBe(0);
      await expect(gauges.update(stranger, row.id, { count: 5 })).rejects.toMatchObject({ status: 404 });
      await expect(gauges.delete(stranger, row.id)).rejects.toMatchObject({ status: 404 });
    }
    await expect(gauges.insert(none, gauge())).rejects.toMatchObject({ status: 403 });
    expect(await gauges.find(ctx, row.id)).toEqual(row);
    expect(await gauges.countOpen?.(ctx)).toBe(1);
  });

  it("go across organizations only where the spec says so", async () => {
    const title = `Shared ${dialect}`;
    const rows = [await gauges.insert(tenant(), gauge({ title })), await gauges.insert(tenant(), gauge({ title }))];
    const found = (await gauges.listByTitle?.(tenant(), ...([title] as never[]))) as Row[];
    expect(found.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  it("order by the first sort field, and what has no value comes last", async () => {
    const ctx = tenant();
    for (const [count, maybeCount] of [null, 10, 9, null].entries()) {
      await gauges.insert(ctx, gauge({ count, maybeCount, default: `${count}` }));
    }
    const rows = (await gauges.listByOpen?.(ctx, ...([true] as never[]))) as Row[];
    expect(rows.map(({ maybeCount }) => maybeCount)).toEqual([9, 10, null, null]);
    const nulls = rows.slice(2).map(({ id }) => id);
    expect(nulls).toEqual(nulls.toSorted());
  });

  it("filter lists by each kind of value", async () => {
    const ctx = tenant();
    const row = await gauges.insert(ctx, gauge({ mood: "calm", total: 2 ** 40 }));
    await gauges.insert(ctx, gauge({ count: 2, default: "x", open: false, ratio: 7, total: 1, title: "Heat", at: "2026-11-21T00:00:00Z" }));
    for (const filter of [
      { open: { eq: true } },
      { mood: { eq: "calm" } },
      { total: { gt: 2 ** 33 } },
      { ratio: { lt: 1 } },
      { count: { in: [1, 5] } },
      { title: { contains: "press" } },
      { at: { lt: "2026-11-20T12:00:00+01:00" } },
    ]) {
      expect((await gauges.list(ctx, { filter })).items, JSON.stringify(filter)).toEqual([row]);
    }
  });

  it("keep a person's rows to the person", async () => {
    const [mine, yours, nobody] = [
      caller({ user: "us-aaaaaaaaaaaaaaaa" }),
      caller({ user: "us-bbbbbbbbbbbbbbbb" }),
      caller({ user: null }),
    ];
    const pin = await pins.insert(mine, { gaugeId: "gg-0000000000000001" });
    expect(pin).toMatchObject({ createdBy: "us-aaaaaaaaaaaaaaaa" });
    expect(await pins.find(mine, pin.id)).toEqual(pin);
    expect(await pins.find(yours, pin.id)).toBeUndefined();
    expect(await pins.listOfGauge?.(yours, ...(["gg-0000000000000001"] as never[]))).toEqual([]);
    await expect(pins.insert(mine, { gaugeId: "gg-0000000000000001" })).rejects.toMatchObject({ status: 409 });
    await expect(pins.insert(yours, { gaugeId: "gg-0000000000000001" })).resolves.toBeDefined();
    await expect(pins.find(nobody, pin.id)).rejects.toMatchObject({ status: 403 });
  });

  it("show rows without an owner to all", async () => {
    const unit = await units.insert(tenant(), { symbol: "m" });
    expect(await units.find(caller({ organization: "" }), unit.id)).toEqual(unit);
    await expect(units.insert(tenant(), { symbol: "m" })).rejects.toMatchObject({ status: 409, errors: [{ pointer: "/symbol" }] });
    expect(await units.countAll?.(tenant())).toBe(1);
  });
});

/** Text that UTF-8 can carry; Postgres takes no U+0000. */
const text = fc.string({ unit: "grapheme", maxLength: 20 }).map((value) => value.replaceAll("\0", ""));
const json = fc.jsonValue({ stringUnit: "grapheme" }).map((value) => JSON.parse(JSON.stringify(value).replaceAll("\\u0000", "")));
const time = fc
  .date({ min: new Date("1000-01-01"), max: new Date("9999-12-30"), noInvalidDate: true })
  .map((date) => date.toISOString().replace("Z", "+00:00"));
const shape = fc.record({ points: fc.array(fc.oneof(fc.integer(), text)), "weird-name": text }, { requiredKeys: ["points"] });
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value);
const ratio = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const required = { title: text, shape, count: fc.maxSafeInteger(), total: fc.maxSafeInteger(), ratio, open: fc.boolean(), at: time };
const nullable = {
  ...{ mood: maybe(fc.constant("calm")), maybeShape: maybe(shape), maybeCount: maybe(fc.maxSafeInteger()) },
  ...{ maybeOpen: maybe(fc.boolean()), maybeAt: maybe(time), anything: json },
};
const defaulted = { greeting: text, parts: fc.array(text), default: text, rank: fc.integer() };
const gaugeInput = fc.record(
  { ...required, ...nullable, ...defaulted },
  { requiredKeys: ["title", "shape", "count", "total", "ratio", "open", "at"] },
);
const gaugePatch = fc.record({ ...required, ...nullable, ...defaulted, seal: maybe(text) }, { requiredKeys: [] });
