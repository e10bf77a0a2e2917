import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testContext } from "../../testing/context.ts";
import type { Placeholders } from "../database.ts";
import { connect } from "./connections.ts";
import { SqliteDatabase } from "./sqlite-database.ts";

interface Tables {
  things: { id: string; name: string; done: number };
}

const ctx = testContext();

describe.each(["file", "memory"])("SQLite in a %s", (kind) => {
  let folder: string;
  let database: SqliteDatabase<Tables>;
  let parts: ReturnType<typeof statements>;

  function statements(db: SqliteDatabase<Tables>) {
    return {
      insert: db.statement((query, param: Placeholders<{ id: string; name: string }>) =>
        query.insertInto("things").values({ id: param.id, name: param.name, done: 0 }),
      ),
      find: db.statement((query, param: Placeholders<{ id: string }>) =>
        query.selectFrom("things").select(["id", "name"]).where("id", "=", param.id).where("done", "=", 0),
      ),
      names: db.statement((query, _: Placeholders<object>) => query.selectFrom("things").select("name").orderBy("name")),
    };
  }
  const names = async (at = ctx) => (await parts.names.all(at, {})).map((row) => row.name);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "archwright-sqlite-test-"));
    const connections = connect(kind === "file" ? join(folder, "test.db") : ":memory:");
    connections.writer.exec("create table things (id text primary key, name text not null unique, done integer not null) strict");
    database = new SqliteDatabase<Tables>(connections);
    parts = statements(database);
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  it("binds parameters by name and keeps literals", async () => {
    expect(await parts.insert.run(ctx, { name: "one", id: "1" })).toBe(1);
    expect(await parts.find.first(ctx, { id: "1" })).toEqual({ id: "1", name: "one" });
    expect(await parts.find.first(ctx, { id: "2" })).toBeUndefined();
  });

  it("refuses a parameter without a value", async () => {
    await expect(parts.find.first(ctx, {} as { id: string })).rejects.toThrow('The parameter "id" has no value');
  });

  if (kind === "file") {
    it("gives what is read beside transactions at once, and a failure as a rejection", async () => {
      await parts.insert.run(ctx, { name: "one", id: "1" });
      await parts.find.first(ctx, { id: "1" });
      expect(parts.find.first(ctx, { id: "1" })).toEqual({ id: "1", name: "one" });
      const failing = parts.find.first(ctx, {} as { id: string });
      await expect(failing).rejects.toThrow('The parameter "id" has no value');
    });
  }

  if (kind === "memory") {
    it("lets reads outside wait for the open transaction when there is one connection", async () => {
      const gate = Promise.withResolvers<void>();
      const inside = Promise.withResolvers<void>();
      const writing = database.transact(ctx, async (ctx) => {
        await parts.insert.run(ctx, { id: "1", name: "one" });
        inside.resolve();
        await gate.promise;
        throw new Error("no");
      });
      await inside.promise;
      const reading = names();
      gate.resolve();
      await expect(writing).rejects.toThrow("no");
      expect(await reading).toEqual([]);
    });
  }

  it("rolls one of a group back alone", async () => {
    const add = (id: string, name: string) =>
      database.transact(ctx, async (ctx) => {
        await parts.insert.run(ctx, { id, name });
        return id;
      });
    const ends = await Promise.allSettled([
      add("1", "one"),
      add("2", "one"),
      add("3", "three"),
      parts.insert.run(ctx, { id: "4", name: "three" }),
    ]);
    expect(ends.map((end) => end.status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
    expect(await names()).toEqual(["one", "three"]);
  });

  it("answers 504 to a caller whose deadline passed in the queue, and never begins its work", async () => {
    const gate = Promise.withResolvers<void>();
    const first = database.transact(ctx, () => gate.promise);
    const caller = new AbortController();
    let begun = false;
    const second = database.transact(testContext({ signal: caller.signal }), async () => {
      begun = true;
    });
    caller.abort();
    await expect(second).rejects.toMatchObject({ status: 504 });
    gate.resolve();
    await first;
    expect(begun).toBe(false);
  });

  it("answers 503 once it is closed", async () => {
    await database.close();
    await expect(names()).rejects.toMatchObject({ status: 503 });
    await expect(database.ping()).rejects.toMatchObject({ status: 503 });
    await expect(parts.insert.run(ctx, { id: "1", name: "one" })).rejects.toMatchObject({ status: 503 });
  });

  if (kind === "file") {
    it("waits for a writer in another process without stopping this one", async () => {
      const other = new BetterSqlite3(join(folder, "test.db"));
      other.exec("begin immediate");
      const writing = parts.insert.run(ctx, { id: "1", name: "one" });
      let turns = 0;
      const turning = setInterval(() => turns++, 5);
      expect(await parts.find.first(ctx, { id: "1" })).toBeUndefined();
      while (turns < 20) await pause(5);
      clearInterval(turning);
      other.exec("commit");
      other.close();
      expect(await writing).toBe(1);
    });
  }

  it("fails a whole group when its commit fails", async () => {
    const connections = connect(join(folder, "broken.db"));
    connections.writer.exec(
      "create table things (id text primary key, name text not null references things(id) deferrable initially deferred, done integer not null)",
    );
    const broken = new SqliteDatabase<Tables>(connections);
    const { insert, find } = statements(broken);
    const good = broken.transact(ctx, (ctx) => insert.run(ctx, { id: "1", name: "1" }));
    const bad = insert.run(ctx, { id: "2", name: "missing" });
    await expect(good).rejects.toMatchObject({ status: 503 });
    await expect(bad).rejects.toMatchObject({ status: 503 });
    expect(await find.first(ctx, { id: "1" })).toBeUndefined();
    expect(await insert.run(ctx, { id: "1", name: "1" })).toBe(1);
    await broken.close();
  });

  it("syncs each commit", () => {
    const { writer, reader } = connect(join(folder, "pragmas.db"));
    const pragmas = (at: BetterSqlite3.Database) =>
      ["journal_mode", "synchronous", "foreign_keys"].map((name) => at.pragma(name, { simple: true }));
    expect(pragmas(writer)).toEqual(["wal", 2, 1]);
    expect(reader.readonly).toBe(true);
    reader.close();
    writer.close();
  });
});
