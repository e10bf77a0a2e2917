import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testContext } from "../../testing/context.ts";
import { createTestDatabase, type TestDatabase } from "../../testing/test-databases.ts";
import { createTables } from "../../testing/test-tables.ts";
import type { Placeholders } from "../database.ts";
import { connect } from "./connections.ts";
import { PostgresDatabase } from "./postgres-database.ts";

interface Tables {
  things: { id: string; size: number; price: number; made: Date; data: unknown };
}

const ctx = testContext();

describe("Postgres", () => {
  let place: TestDatabase;
  let pool: pg.Pool;
  let database: PostgresDatabase<Tables>;
  let parts: ReturnType<typeof statements>;

  function statements(db: PostgresDatabase<Tables>) {
    return {
      insert: db.statement((query, param: Placeholders<{ id: string; size: number | string }>) =>
        query
          .insertInto("things")
          .values({ id: param.id, size: param.size as number, price: 1.25, made: new Date("2026-11-20T08:00:00Z"), data: '{"a":[1]}' }),
      ),
      find: db.statement((query, param: Placeholders<{ id: string }>) => query.selectFrom("things").selectAll().where("id", "=", param.id)),
      lock: db.statement((query, param: Placeholders<{ id: string }>) =>
        query.selectFrom("things").select("size").where("id", "=", param.id).forUpdate(),
      ),
      resize: db.statement((query, param: Placeholders<{ id: string; size: number }>) =>
        query.updateTable("things").set({ size: param.size }).where("id", "=", param.id),
      ),
    };
  }

  /** Ends every other connection to this database, as a restart of the server would. */
  async function cutConnections(): Promise<void> {
    const client = new pg.Client({ connectionString: place.url });
    await client.connect();
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await client.end();
  }

  beforeAll(async () => {
    place = await createTestDatabase("postgres");
    pool = connect(place.url, 4, 15_000);
    database = new PostgresDatabase<Tables>(pool);
    await createTables(
      database,
      "create table things (id text primary key, size bigint not null, price numeric not null, made timestamptz not null, data jsonb not null)",
    );
    parts = statements(database);
  });
  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  it("reads numbers as numbers, times as dates, JSON as values", async () => {
    expect(await parts.insert.run(ctx, { id: "types", size: Number.MAX_SAFE_INTEGER })).toBe(1);
    expect(await parts.find.first(ctx, { id: "types" })).toEqual({
      id: "types",
      size: Number.MAX_SAFE_INTEGER,
      price: 1.25,
      made: new Date("2026-11-20T08:00:00Z"),
      data: { a: [1] },
    });
  });

  it("fails rather than round an integer that no number holds", async () => {
    await parts.insert.run(ctx, { id: "huge", size: "9007199254740993" });
    await expect(parts.find.first(ctx, { id: "huge" })).rejects.toThrow("9007199254740993");
    expect(await parts.find.first(ctx, { id: "types" })).toBeDefined();
  });

  it("prepares a statement under one name", async () => {
    for (let count = 0; count < 3; count++) await parts.find.all(ctx, { id: "types" });
    const names = await pool.query("select name from pg_prepared_statements where statement like 'select * from \"things\"%'");
    expect(names.rows.length).toBe(1);
    expect(names.rows[0].name).toMatch(/^s[\w-]{20}$/);
  });

  it("runs statements of one transaction one after the other, however they are started", async () => {
    await database.transact(ctx, async (inner) => {
      await Promise.all(["p1", "p2", "p3"].map((id) => parts.insert.run(inner, { id, size: 1 })));
      expect(await parts.find.first(inner, { id: "p3" })).toBeDefined();
    });
    expect(await parts.find.first(ctx, { id: "p1" })).toBeDefined();
  });

  it("waits with the commit for statements that nobody awaited", async () => {
    await database.transact(ctx, async (inner) => {
      void parts.insert.run(inner, { id: "unawaited", size: 1 });
    });
    expect(await parts.find.first(ctx, { id: "unawaited" })).toBeDefined();
  });

  it("runs the work of a transaction again when it lost a deadlock", async () => {
    await parts.insert.run(ctx, { id: "d1", size: 0 });
    await parts.insert.run(ctx, { id: "d2", size: 0 });
    let tries = 0;
    const both = Promise.withResolvers<void>();
    const swap = (first: string, second: string) =>
      database.transact(ctx, async (inner) => {
        tries++;
        const before = await parts.lock.first(inner, { id: first });
        if (tries === 2) both.resolve();
        await both.promise;
        const other = await parts.lock.first(inner, { id: second });
        await parts.resize.run(inner, { id: first, size: Number(before?.size) + 1 });
        await parts.resize.run(inner, { id: second, size: Number(other?.size) + 1 });
      });
    await Promise.all([swap("d1", "d2"), swap("d2", "d1")]);
    // More than one more: who tries again may lock a row before the other, woken by the release, does.
    expect(tries).toBeGreaterThanOrEqual(3);
    expect(await parts.find.first(ctx, { id: "d1" })).toMatchObject({ size: 2 });
    expect(await parts.find.first(ctx, { id: "d2" })).toMatchObject({ size: 2 });
  });

  it("answers 503 when the connection breaks in a transaction, and opens another for the next", async () => {
    const broken = database.transact(ctx, async (inner) => {
      await parts.insert.run(inner, { id: "broken", size: 1 });
      await cutConnections();
      await parts.find.first(inner, { id: "broken" });
    });
    await expect(broken).rejects.toMatchObject({ status: 503, slug: "unavailable" });
    expect(await parts.find.first(ctx, { id: "broken" })).toBeUndefined();
  });

  it("survives the loss of idle connections", async () => {
    await parts.find.first(ctx, { id: "types" });
    await cutConnections();
    const answers = await Promise.allSettled([database.ping(), database.ping(), database.ping(), database.ping()]);
    for (const answer of answers) if (answer.status === "rejected") expect(answer.reason).toMatchObject({ status: 503 });
    await database.ping();
  });

  it("answers 504 to a caller whose deadline passes while all connections are taken, and loses none", async () => {
    const gate = Promise.withResolvers<void>();
    const holders = Array.from({ length: 4 }, () => database.transact(ctx, () => gate.promise));
    const caller = new AbortController();
    const waiting = database.transact(testContext({ signal: caller.signal }), async () => {});
    const reading = parts.find.first(testContext({ signal: caller.signal }), { id: "types" });
    caller.abort();
    await expect(waiting).rejects.toMatchObject({ status: 504 });
    await expect(reading).rejects.toMatchObject({ status: 504 });
    gate.resolve();
    await Promise.all(holders);
    await Promise.all(Array.from({ length: 4 }, () => database.transact(ctx, (inner) => parts.find.first(inner, { id: "types" }))));
  });

  it("begins nothing for a request that nobody watches and whose deadline has passed", async () => {
    const request = (deadline: number) => ({ ...testContext(), deadline, life: { watched: false } });
    await expect(parts.find.first(request(Date.now() - 1), { id: "types" })).rejects.toMatchObject({ status: 504 });
    expect(await parts.find.first(request(Date.now() + 60_000), { id: "types" })).toMatchObject({ id: "types" });
  });

  it("gives the connection up when the deadline passes in the middle of a statement", async () => {
    await parts.insert.run(ctx, { id: "locked", size: 1 });
    const gate = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const holder = database.transact(ctx, async (inner) => {
      await parts.lock.first(inner, { id: "locked" });
      locked.resolve();
      await gate.promise;
    });
    await locked.promise;
    const caller = new AbortController();
    const blocked = database.transact(testContext({ signal: caller.signal }), async (inner) => {
      const resizing = parts.resize.run(inner, { id: "locked", size: 2 });
      setTimeout(() => caller.abort(), 20);
      await resizing;
    });
    await expect(blocked).rejects.toMatchObject({ status: 504 });
    gate.resolve();
    await holder;
    expect(await parts.find.first(ctx, { id: "locked" })).toMatchObject({ size: 1 });
  });

  it("refuses what text in Postgres cannot hold", async () => {
    await expect(parts.find.first(ctx, { id: "a\0b" })).rejects.toMatchObject({ status: 422 });
  });

  it("answers 503 once it is closed", async () => {
    const closed = new PostgresDatabase<Tables>(connect(place.url, 1, 15_000));
    await closed.ping();
    await closed.close();
    await closed.close();
    await expect(closed.ping()).rejects.toMatchObject({ status: 503 });
    await expect(statements(closed).find.first(ctx, { id: "types" })).rejects.toMatchObject({ status: 503 });
    await expect(closed.transact(ctx, async () => {})).rejects.toMatchObject({ status: 503 });
  });
});
