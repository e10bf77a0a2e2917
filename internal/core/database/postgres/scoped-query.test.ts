import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acrossOrganizations } from "../../context/across-organizations.ts";
import type { Context } from "../../context/context.ts";
import { systemContext } from "../../context/system-context.ts";
import { silentLog, testContext } from "../../testing/context.ts";
import { createTestDatabase, type TestDatabase } from "../../testing/test-databases.ts";
import type { Placeholders } from "../database.ts";
import { connect } from "./connections.ts";
import { PostgresDatabase } from "./postgres-database.ts";

interface Tables {
  papers: { id: string; organization_id: string };
}
interface Seen {
  readonly organization: string;
  readonly user: string;
  readonly reach: string;
}

/** The settings as the policies read them. */
const settings = `coalesce(current_setting('archwright.organization', true), '') as organization,
  coalesce(current_setting('archwright.user', true), '') as "user", coalesce(current_setting('archwright.reach', true), '') as reach`;
const nothing: Seen = { organization: "", user: "", reach: "" };

describe("a scope", () => {
  let place: TestDatabase;
  let pool: pg.Pool;
  let database: PostgresDatabase<Tables>;
  let parts: ReturnType<typeof statements>;
  const mine = testContext({ organization: "og-1", user: "us-1" });
  const yours = testContext({ organization: "og-2", user: "us-2" });

  function statements(db: PostgresDatabase<Tables>) {
    return {
      all: db.statement((query, _: Placeholders<object>) => query.selectFrom("papers").select("id").orderBy("id")),
      add: db.statement((query, param: Placeholders<{ id: string; organization: string }>) =>
        query.insertInto("papers").values({ id: param.id, organization_id: param.organization }),
      ),
      drop: db.statement((query, _: Placeholders<object>) => query.deleteFrom("papers")),
      misspelt: db.statement((query, _: Placeholders<object>) => query.selectFrom("pappers" as "papers").selectAll()),
      slow: db.statement((query, _: Placeholders<object>) => query.selectFrom("slow" as "papers").selectAll()),
    };
  }
  const seenBy = async (ctx: Context) => (await parts.all.all(ctx, {})).map(({ id }) => id);
  /** What whoever gets the connection next finds there; the pool gives up one on which a statement failed by itself. */
  async function left(): Promise<Seen> {
    return (await pool.query<Seen>(`select ${settings}`)).rows[0] ?? nothing;
  }

  beforeAll(async () => {
    place = await createTestDatabase("postgres");
    const owner = new pg.Client({ connectionString: place.url });
    await owner.connect();
    await owner.query(`
      create table papers (id text primary key, organization_id text not null);
      create view slow as select 'x' as id, pg_sleep(5)::text as organization_id;
      alter table papers enable row level security, force row level security;
      create policy one on papers using (organization_id = current_setting('archwright.organization', true));
      create policy two on papers using (current_setting('archwright.reach', true) = 'all');
      do $$ begin execute format('create role %I login password ''x''', 'r_' || current_database()); end $$;
      do $$ begin execute format('grant select, insert, update, delete on papers, slow to %I', 'r_' || current_database()); end $$`);
    await owner.end();
    const url = new URL(place.url);
    url.username = `r_${url.pathname.slice(1)}`;
    url.password = "x";
    // One connection: whatever is left on it meets the next statement.
    pool = connect(url.href, 1, 15_000, true);
    database = new PostgresDatabase<Tables>(pool, { rowSecurity: true });
    parts = statements(database);
    await parts.add.run(mine, { id: "mine", organization: "og-1" });
    await parts.add.run(yours, { id: "yours", organization: "og-2" });
  });
  afterAll(async () => {
    const owner = new pg.Client({ connectionString: place.url });
    await owner.connect();
    await owner.query(`do $$ begin execute format('drop owned by %1$I; drop role %1$I', 'r_' || current_database()); end $$`);
    await owner.end();
    await database.close();
    await place.remove();
  });

  it("holds for one statement, and leaves nothing on the connection", async () => {
    expect(await seenBy(mine)).toEqual(["mine"]);
    expect(await left()).toEqual(nothing);
    expect(await seenBy(yours)).toEqual(["yours"]);
    expect(await seenBy(testContext({ organization: "" }))).toEqual([]);
    expect(await left()).toEqual(nothing);
    expect((await pool.query("select from papers")).rowCount).toBe(0);
  });

  it("costs no round trip of its own", async () => {
    const client = await pool.connect();
    const ended: unknown[] = [];
    const { connection } = client as unknown as { connection: { on(event: string, heard: (message: unknown) => void): void } };
    connection.on("readyForQuery", (message) => ended.push(message));
    client.release();
    await seenBy(mine);
    await seenBy(yours);
    expect(ended.length).toBe(2);
  });

  it("is that of its own statement, however many are asked at once", async () => {
    const organizations = Array.from({ length: 40 }, (_, index) => `og-${index + 100}`);
    await Promise.all(
      organizations.map((organization) => parts.add.run(testContext({ organization }), { id: `of ${organization}`, organization })),
    );
    const seen = await Promise.all(organizations.map((organization) => seenBy(testContext({ organization }))));
    expect(seen).toEqual(organizations.map((organization) => [`of ${organization}`]));
  });

  it("ends with a transaction, and changes inside one with the context of each statement", async () => {
    await database.transact(mine, async (ctx) => {
      expect(await seenBy(ctx)).toEqual(["mine"]);
      expect(await seenBy({ ...ctx, organization: "og-2" })).toEqual(["yours"]);
      expect(await seenBy(ctx)).toEqual(["mine"]);
      expect(await seenBy(acrossOrganizations(ctx))).toContain("yours");
      expect(await seenBy(ctx)).toEqual(["mine"]);
    });
    expect(await left()).toEqual(nothing);
  });

  it("lets nobody write into another organization", async () => {
    await expect(parts.add.run(mine, { id: "forged", organization: "og-2" })).rejects.toMatchObject({ code: "42501" });
    expect(await left()).toEqual(nothing);
    expect(await seenBy(yours)).toEqual(["yours"]);
  });

  it("is gone after an error, an aborted transaction and a deadline", async () => {
    await expect(parts.misspelt.all(mine, {})).rejects.toMatchObject({ code: "42P01" });
    expect(await seenBy(yours)).toEqual(["yours"]);
    const undone = database.transact(mine, async (ctx) => {
      await parts.drop.run(ctx, {});
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await left()).toEqual(nothing);
    const doomed = database.transact(mine, async (ctx) => {
      await expect(parts.misspelt.all(ctx, {})).rejects.toThrow();
      return seenBy({ ...ctx, organization: "og-2" });
    });
    await expect(doomed).rejects.toThrow("can only roll back");
    expect(await left()).toEqual(nothing);
    const late = database.transact(testContext({ organization: "og-1", signal: AbortSignal.timeout(50) }), (ctx) =>
      parts.slow.all(ctx, {}),
    );
    await expect(late).rejects.toMatchObject({ status: 504 });
    expect(await seenBy(yours)).toEqual(["yours"]);
    expect(await seenBy(mine)).toEqual(["mine"]);
    expect(await left()).toEqual(nothing);
  });

  it("reaches over all organizations only where code says so", async () => {
    const platform = systemContext("test", "", silentLog);
    expect(await seenBy(platform)).toEqual([]);
    expect(await seenBy(acrossOrganizations(platform))).toEqual(expect.arrayContaining(["mine", "yours"]));
    expect(await seenBy(platform)).toEqual([]);
    expect(await left()).toEqual(nothing);
  });
});
