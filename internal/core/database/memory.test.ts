import { describe, expect, it } from "vitest";
import { testContext } from "../testing/context.ts";
import { MemoryDatabase } from "./memory.ts";

interface Thing {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string | null;
  readonly tags: string[];
}

const ctx = testContext();
const thing = (id: string, name: string | null, organizationId = "og-1"): Thing => ({ id, organizationId, name, tags: [] });

function open() {
  const database = new MemoryDatabase();
  return { database, things: database.table<Thing>("Thing", [{ index: "things_name_key", fields: ["name"], owner: "organizationId" }]) };
}

describe("the database in memory", () => {
  it("copies rows in and out", async () => {
    const { things } = open();
    const row = thing("1", "one");
    await things.insert(ctx, row);
    row.tags.push("mine");
    (await things.get(ctx, "1"))?.tags.push("theirs");
    expect(await things.get(ctx, "1")).toEqual(thing("1", "one"));
  });

  it("holds unique fields within their owner, null apart", async () => {
    const { things } = open();
    await things.insert(ctx, thing("1", "one"));
    await expect(things.insert(ctx, thing("2", "one"))).rejects.toMatchObject({ status: 409, errors: [{ pointer: "/name" }] });
    await things.insert(ctx, thing("3", "one", "og-2"));
    await things.insert(ctx, thing("4", null));
    await things.insert(ctx, thing("5", null));
    await expect(things.replace(ctx, thing("4", "one"))).rejects.toMatchObject({ status: 409 });
    expect(await things.replace(ctx, thing("1", "one"))).toBe(1);
  });

  it("keeps all of a transaction or none, unseen before", async () => {
    const { database, things } = open();
    await database.transact(ctx, async (inner) => {
      await things.insert(inner, thing("1", "one"));
      await things.remove(inner, "1");
      await things.insert(inner, thing("2", "one"));
      expect((await things.all(inner)).map((row) => row.id)).toEqual(["2"]);
      expect(await things.get(inner, "1")).toBeUndefined();
      expect(await things.all(ctx)).toEqual([]);
    });
    const failing = database.transact(ctx, async (inner) => {
      await things.remove(inner, "2");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect((await things.all(ctx)).map((row) => row.id)).toEqual(["2"]);
  });

  it("lets one transaction after the other, so that none loses an update", async () => {
    const { database, things } = open();
    await things.insert(ctx, thing("1", "0"));
    const add = () =>
      database.transact(ctx, async (inner) => {
        const before = await things.get(inner, "1");
        await things.replace(inner, thing("1", String(Number(before?.name) + 1)));
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await things.get(ctx, "1")).toMatchObject({ name: "20" });
  });

  it("does not commit after a write failed, as Postgres does not", async () => {
    const { database, things } = open();
    await things.insert(ctx, thing("1", "one"));
    const careless = database.transact(ctx, async (inner) => {
      await things.insert(inner, thing("2", "one")).catch(() => {});
    });
    await expect(careless).rejects.toThrow("can only roll back");
  });

  it("answers 504 to a caller who gave up waiting, and goes on with the next", async () => {
    const { database, things } = open();
    const gate = Promise.withResolvers<void>();
    const first = database.transact(ctx, () => gate.promise);
    const caller = new AbortController();
    const second = things.insert(testContext({ signal: caller.signal }), thing("1", "one"));
    const third = things.insert(ctx, thing("2", "two"));
    caller.abort();
    await expect(second).rejects.toMatchObject({ status: 504 });
    gate.resolve();
    await Promise.all([first, third]);
    expect((await things.all(ctx)).map((row) => row.id)).toEqual(["2"]);
  });
});
