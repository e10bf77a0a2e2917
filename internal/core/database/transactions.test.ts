import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context/context.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { createTables } from "../testing/test-tables.ts";
import type { Database, Placeholders, SqlDatabase } from "./database.ts";
import { MemoryDatabase } from "./memory.ts";

interface Entry {
  /** Unique. */
  readonly id: string;
  /** Which test, and which transaction of it, wrote it. */
  readonly test: string;
  readonly writer: number;
}

interface Entries {
  add(ctx: Context, entry: Entry): Promise<unknown>;
  of(ctx: Context, test: string): Promise<Entry[]>;
}

async function openEntries(database: Database): Promise<Entries> {
  if (database instanceof MemoryDatabase) {
    const table = database.table<Entry>("Entry", []);
    return { add: table.insert, of: async (ctx, test) => (await table.all(ctx)).filter((entry) => entry.test === test) };
  }
  await createTables(database, "create table entries (id text primary key, test text not null, writer integer not null)");
  const db = database as SqlDatabase<{ entries: Entry }>;
  const insert = db.statement((query, param: Placeholders<Entry>) =>
    query.insertInto("entries").values({ id: param.id, test: param.test, writer: param.writer }),
  );
  const select = db.statement((query, param: Placeholders<{ test: string }>) =>
    query.selectFrom("entries").select(["id", "test", "writer"]).where("test", "=", param.test),
  );
  return { add: insert.run, of: async (ctx, test) => select.all(ctx, { test }) };
}

const ctx = testContext();
let tests = 0;

forEachDatabase((_, database) => {
  let entries: Entries;
  beforeAll(async () => {
    entries = await openEntries(database());
  });

  /** Names and rows of one test. */
  function scene() {
    const test = `test-${++tests}`;
    return {
      add: (at: Context, name: string, writer = 0) => entries.add(at, { id: `${test}-${name}`, test, writer }),
      names: async (at: Context = ctx) => (await entries.of(at, test)).map((entry) => entry.id.slice(test.length + 1)).toSorted(),
      rows: (at: Context = ctx) => entries.of(at, test),
    };
  }

  describe("a transaction", () => {
    it("is kept as a whole and seen by nobody before", async () => {
      const { add, names } = scene();
      await database().transact(ctx, async (inner) => {
        await add(inner, "a");
        await add(inner, "b");
        expect(await names(inner)).toEqual(["a", "b"]);
        expect(await names()).toEqual([]);
      });
      expect(await names()).toEqual(["a", "b"]);
    });

    it("throws on what its work throws, and leaves nothing", async () => {
      const { add, names } = scene();
      const error = new Error("no");
      const failing = database().transact(ctx, async (inner) => {
        await add(inner, "a");
        throw error;
      });
      await expect(failing).rejects.toBe(error);
      expect(await names()).toEqual([]);
    });

    it("is joined by the one inside it, down to its roll-back", async () => {
      const { add, names } = scene();
      const failing = database().transact(ctx, async (outer) => {
        await database().transact(outer, (inner) => add(inner, "a"));
        expect(await names(outer)).toEqual(["a"]);
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      expect(await names()).toEqual([]);
    });

    it("is not joined by one of another database", async () => {
      const { add, names } = scene();
      const other = new MemoryDatabase();
      await other.transact(ctx, async (foreign) => {
        await add(foreign, "a");
        await database().transact(foreign, (inner) => add(inner, "b"));
        expect(await names()).toEqual(["a", "b"]);
      });
    });

    it("can only roll back once a statement in it failed, even if nobody minds", async () => {
      const { add, names } = scene();
      await add(ctx, "a");
      const careless = database().transact(ctx, async (inner) => {
        await add(inner, "b");
        await add(inner, "a").catch(() => {});
      });
      await expect(careless).rejects.toThrow("can only roll back");
      const stubborn = database().transact(ctx, async (inner) => {
        await add(inner, "a").catch(() => {});
        await add(inner, "c");
      });
      await expect(stubborn).rejects.toThrow("can only roll back");
      expect(await names()).toEqual(["a"]);
    });

    it("does not keep half of a joined part that failed", async () => {
      const { add, names } = scene();
      const careless = database().transact(ctx, async (outer) => {
        const part = database().transact(outer, async (inner) => {
          await add(inner, "a");
          throw new Error("half");
        });
        await part.catch(() => {});
      });
      await expect(careless).rejects.toThrow("can only roll back");
      expect(await names()).toEqual([]);
    });

    it("goes on after a joined part that failed before it wrote", async () => {
      const { add, names } = scene();
      await database().transact(ctx, async (outer) => {
        await add(outer, "a");
        const part = database().transact(outer, async () => {
          throw new Error("nothing done");
        });
        await part.catch(() => {});
      });
      expect(await names()).toEqual(["a"]);
    });

    it("is over when it has ended", async () => {
      const { add, names } = scene();
      const late = await database().transact(ctx, async (inner) => inner);
      await expect(names(late)).rejects.toThrow("has ended");
      await expect(add(late, "a")).rejects.toThrow("has ended");
      await expect(database().transact(late, async () => {})).rejects.toThrow("has ended");
      expect(() => database().afterCommit(late, () => {})).toThrow("has ended");
    });

    it("runs what waits for its commit after it, in order, whatever a task throws", async () => {
      const happened: string[] = [];
      await database().transact(ctx, async (outer) => {
        database().afterCommit(outer, () => happened.push("first"));
        database().afterCommit(outer, () => {
          throw new Error("a task");
        });
        await database().transact(outer, async (inner) => {
          database().afterCommit(inner, () => happened.push("second"));
        });
        happened.push("work");
      });
      expect(happened).toEqual(["work", "first", "second"]);
      database().afterCommit(ctx, () => happened.push("at once"));
      expect(happened.at(-1)).toBe("at once");
    });

    it("runs nothing that waits for a commit when it rolls back", async () => {
      const happened: string[] = [];
      const failing = database().transact(ctx, async (inner) => {
        database().afterCommit(inner, () => happened.push("never"));
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      expect(happened).toEqual([]);
    });

    it("rolls back when its caller gives up, and makes way for the next", async () => {
      const { add, names } = scene();
      const caller = new AbortController();
      const stuck = database().transact(testContext({ signal: caller.signal }), async (inner) => {
        await add(inner, "a");
        caller.abort();
        await new Promise(() => {});
      });
      await expect(stuck).rejects.toMatchObject({ status: 504 });
      await add(ctx, "b");
      expect(await names()).toEqual(["b"]);
    });

    it("does not begin for a caller who has given up", async () => {
      let begun = false;
      const work = async () => {
        begun = true;
      };
      await expect(database().transact(testContext({ signal: AbortSignal.abort() }), work)).rejects.toMatchObject({ status: 504 });
      expect(begun).toBe(false);
    });
  });

  describe("many transactions at once", () => {
    /** What one transaction does: adds these keys, with pauses; in the end it may throw, or its caller may give up. */
    const script = fc.record({
      keys: fc.uniqueArray(fc.integer({ min: 0, max: 25 }), { maxLength: 5 }),
      pauses: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
      end: fc.constantFrom("return", "return", "return", "throw", "abort"),
    });

    it("never see what another has not finished or has rolled back, and roll back alone", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(script, { minLength: 1, maxLength: 12 }), async (scripts) => {
          const { add, rows } = scene();
          const done = new Set<number>();
          const finished = scripts.map(() => false);

          async function run({ keys, pauses, end }: (typeof scripts)[number], writer: number): Promise<void> {
            const caller = new AbortController();
            await database().transact(testContext({ signal: caller.signal }), async (inner) => {
              // Ascending, so that two that meet on Postgres wait for each other and never in a circle.
              const sorted = keys.toSorted((a, b) => a - b);
              for (const [index, key] of sorted.entries()) {
                for (let turn = 0; turn < (pauses[index] ?? 0); turn++) await nextTurn();
                await add(inner, String(key).padStart(2, "0"), writer);
                const seen = await rows(inner);
                expect(seen.filter((row) => row.writer === writer).length).toBe(index + 1);
                expect(seen.filter((row) => row.writer !== writer && !finished[row.writer])).toEqual([]);
              }
              if (end === "throw") throw new Error("as told");
              if (end === "abort") {
                caller.abort();
                await new Promise(() => {});
              }
              finished[writer] = true;
            });
            done.add(writer);
          }

          let running = true;
          async function watch(): Promise<void> {
            while (running) {
              const acknowledged = [...done];
              const seen = await rows();
              for (const [writer, { keys }] of scripts.entries()) {
                const own = seen.filter((row) => row.writer === writer).length;
                expect([0, keys.length]).toContain(own);
                if (acknowledged.includes(writer)) expect(own).toBe(keys.length);
              }
              await nextTurn();
            }
          }

          const watching = watch();
          const ends = await Promise.allSettled(scripts.map(run));
          running = false;
          await watching;

          for (const [writer, end] of ends.entries()) {
            if (end.status === "fulfilled") continue;
            // A key that another has taken fails with the database's error (memory: a 409); an expectation must not hide here.
            expect(String(end.reason)).toMatch(/as told|deadline|UNIQUE|duplicate key|has the same/);
            expect(done.has(writer)).toBe(false);
          }
          const kept = [...done].flatMap((writer) =>
            (scripts[writer]?.keys ?? []).map((key) => `${writer}:${String(key).padStart(2, "0")}`),
          );
          expect((await rows()).map((row) => `${row.writer}:${row.id.slice(-2)}`).toSorted()).toEqual(kept.toSorted());
          const wanted = scripts.map(({ end }, writer) => ({ end, writer }));
          for (const { end, writer } of wanted) if (end !== "return") expect(done.has(writer)).toBe(false);
        }),
        { numRuns: 30 },
      );
    });
  });
});
