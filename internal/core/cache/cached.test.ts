import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Context } from "../context/context.ts";
import { MemoryDatabase } from "../database/memory.ts";
import { newId } from "../ids/ids.ts";
import { localLive } from "../live/local-live.ts";
import { testContext } from "../testing/context.ts";
import { cached } from "./cached.ts";

interface Note {
  readonly id: string;
  readonly organizationId: string;
  readonly text: string;
  readonly tags: readonly string[];
}

/** A repository that counts how often it is asked, and can be made to wait after it has read. */
function notes(database: MemoryDatabase) {
  const table = database.table<Note>("Note", []);
  const counted = { finds: 0, wait: Promise.resolve() };
  const seen = async (ctx: Context, id: string) => {
    const note = await table.get(ctx, id);
    return note?.organizationId === ctx.organization || note?.organizationId === "" ? note : undefined;
  };
  const repository = {
    async find(ctx: Context, id: string): Promise<Note | undefined> {
      counted.finds++;
      const note = await seen(ctx, id);
      await counted.wait;
      return note;
    },
    async insert(ctx: Context, text: string): Promise<Note> {
      const note = { id: newId("nt"), organizationId: ctx.organization, text, tags: ["a"] };
      await table.insert(ctx, note);
      return note;
    },
    async update(ctx: Context, id: string, text: string): Promise<Note> {
      const before = await seen(ctx, id);
      if (before === undefined) throw new Error("There is none.");
      const note = { ...before, text };
      await table.replace(ctx, note);
      return note;
    },
    async delete(ctx: Context, id: string): Promise<Note> {
      const note = await seen(ctx, id);
      if (note === undefined) throw new Error("There is none.");
      await table.remove(ctx, id);
      return note;
    },
  };
  return { repository, counted };
}

const subject = { entity: "notes.Note", owner: "organizationId", ttl: 60_000 } as const;

describe("a cached repository", () => {
  let database: MemoryDatabase;
  let live: ReturnType<typeof localLive>;
  let ctx: Context;
  beforeEach(() => {
    database = new MemoryDatabase();
    live = localLive();
    ctx = testContext({ organization: newId("og") });
  });
  afterEach(() => void vi.restoreAllMocks());
  const open = (more: object = {}) => {
    const { repository, counted } = notes(database);
    return { counted, notes: cached(database, live, repository, { ...subject, ...more }) };
  };

  it("keeps nothing of what a replica may have answered", async () => {
    const { id } = await notes(database).repository.insert(ctx, "a");
    const { notes: rows, counted } = open();
    for (const one of [{ ...ctx, stale: true } as const, ctx]) expect((await rows.find(one, id))?.text).toBe("a");
    expect(counted.finds).toBe(2);
  });

  it("asks once for a row, and not at all for one that it wrote", async () => {
    const { id } = await notes(database).repository.insert(ctx, "a");
    const { notes: rows, counted } = open();
    expect([await rows.find(ctx, id), await rows.find(ctx, id)].map((note) => note?.text)).toEqual(["a", "a"]);
    expect(counted.finds).toBe(1);
    await rows.update(ctx, id, "b");
    expect((await rows.find(ctx, id))?.text).toBe("b");
    const made = await rows.insert(ctx, "c");
    expect(await rows.find(ctx, made.id)).toEqual(made);
    expect(counted.finds).toBe(1);
  });

  it("never gives an owner another's row", async () => {
    const { notes: rows } = open();
    const { id } = await rows.insert(ctx, "a");
    await rows.find(ctx, id);
    expect(await rows.find(testContext({ organization: newId("og") }), id)).toBeUndefined();
    expect(await rows.find(testContext({ organization: "" }), id)).toBeUndefined();
  });

  it("gives everybody a shared row, and none once it has changed", async () => {
    const platform = testContext({ organization: "" });
    const { notes: rows, counted } = open({ shared: true });
    const { id } = await rows.insert(platform, "a");
    const other = testContext({ organization: newId("og") });
    expect([await rows.find(ctx, id), await rows.find(other, id)].map((note) => note?.text)).toEqual(["a", "a"]);
    expect(counted.finds).toBe(0);
    await rows.update(platform, id, "b");
    expect((await rows.find(other, id))?.text).toBe("b");
  });

  it("forgets a row that goes, here and elsewhere", async () => {
    const [here, elsewhere] = [open(), open()];
    const { id } = await here.notes.insert(ctx, "a");
    await elsewhere.notes.find(ctx, id);
    await here.notes.update(ctx, id, "b");
    expect((await elsewhere.notes.find(ctx, id))?.text).toBe("b");
    await here.notes.delete(ctx, id);
    expect([await here.notes.find(ctx, id), await elsewhere.notes.find(ctx, id)]).toEqual([undefined, undefined]);
  });

  it("reads the database inside a transaction, and keeps nothing of one that fails", async () => {
    const { notes: rows } = open();
    const { id } = await rows.insert(ctx, "a");
    const failing = database.transact(ctx, async (inner) => {
      await rows.update(inner, id, "b");
      expect((await rows.find(inner, id))?.text).toBe("b");
      expect((await rows.find(ctx, id))?.text).toBe("a");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect((await rows.find(ctx, id))?.text).toBe("a");
    await database.transact(ctx, (inner) => rows.update(inner, id, "c"));
    expect((await rows.find(ctx, id))?.text).toBe("c");
  });

  it("does not keep what it read before a change that ended first", async () => {
    const { repository } = notes(database);
    const { id } = await repository.insert(ctx, "a");
    const { notes: rows, counted } = open();
    const { promise, resolve } = Promise.withResolvers<void>();
    counted.wait = promise;
    const late = rows.find(ctx, id);
    await new Promise(setImmediate);
    await rows.update(ctx, id, "b");
    resolve();
    expect((await late)?.text).toBe("a");
    expect((await rows.find(ctx, id))?.text).toBe("b");
  });

  it("does not keep what it wrote when another change came between", async () => {
    const { notes: rows } = open();
    const { id } = await rows.insert(ctx, "a");
    await database.transact(ctx, async (inner) => {
      await rows.update(inner, id, "b");
      // As if another replica deleted it just before this one commits.
      live.wake(`cache.notes.Note.${ctx.organization}`);
    });
    await notes(database).repository.update(ctx, id, "c");
    expect((await rows.find(ctx, id))?.text).toBe("c");
  });

  it("reads again what has become too old", async () => {
    let ahead = 0;
    const start = performance.now();
    vi.spyOn(performance, "now").mockImplementation(() => start + ahead);
    // The cache looks at the clock once in a millisecond.
    const pass = async (milliseconds: number) => {
      ahead += milliseconds;
      await setTimeout(5);
    };
    const { id } = await notes(database).repository.insert(ctx, "a");
    const { notes: rows, counted } = open();
    await rows.find(ctx, id);
    await pass(59_000);
    await rows.find(ctx, id);
    expect(counted.finds).toBe(1);
    await pass(2_000);
    await rows.find(ctx, id);
    expect(counted.finds).toBe(2);
  });

  it("keeps so many rows of so many owners, and no listener of an owner that it forgot", async () => {
    let listening = 0;
    const counting = {
      ...live,
      subscribe(topic: string, listener: () => void) {
        listening++;
        const leave = live.subscribe(topic, listener);
        return () => {
          listening--;
          leave();
        };
      },
    };
    const { repository, counted } = notes(database);
    const rows = cached(database, counting, repository, subject);
    const first = await rows.insert(ctx, "a");
    for (let owner = 0; owner < 300; owner++) await rows.find(testContext({ organization: `og-${owner}` }), "nt-0000000000000000");
    expect(listening).toBe(200);
    counted.finds = 0;
    await rows.find(ctx, first.id);
    expect(counted.finds).toBe(1);
    for (let count = 0; count < 600; count++) await rows.insert(ctx, "b");
    counted.finds = 0;
    await rows.find(ctx, first.id);
    expect(counted.finds).toBe(1);
  });

  it("gives rows that nobody can change", async () => {
    const { notes: rows } = open();
    const { id } = await rows.insert(ctx, "a");
    const note = await rows.find(ctx, id);
    expect(Object.isFrozen(note)).toBe(true);
    expect(() => Reflect.apply(Array.prototype.push, note?.tags, ["b"])).toThrow(TypeError);
  });
});
