import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { createTables } from "../testing/test-tables.ts";
import type { Database, ListColumn, Placeholders, SqlDatabase } from "./database.ts";
import type { ListQuery, Page } from "./lists.ts";
import { MemoryDatabase } from "./memory.ts";
import { memoryPage } from "./memory-page.ts";

interface Thing {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly note: string | null;
  readonly size: number | null;
  readonly weight: number;
  readonly done: boolean;
  readonly createdAt: string;
}

interface Tables {
  things: {
    id: string;
    organization_id: string;
    name: string;
    note: string | null;
    size: number | null;
    weight: number;
    done: unknown;
    created_at: unknown;
  };
  others: { id: string; owner: number };
}

const columns: Readonly<Record<string, ListColumn>> = {
  name: { column: "name", type: "text", filter: true, sort: true },
  note: { column: "note", type: "text", filter: true, sort: true },
  size: { column: "size", type: "number", filter: true, sort: true },
  weight: { column: "weight", type: "number", filter: true, sort: true, nullable: false },
  done: { column: "done", type: "boolean", filter: true, sort: true },
  createdAt: { column: "created_at", type: "time", filter: true, sort: true, nullable: false },
  id: { column: "id", type: "text", filter: true, sort: false },
};

type Query = ListQuery<Record<string, object>, string>;
interface Things {
  insert(thing: Thing): Promise<unknown>;
  list(query: Query): Promise<Page<Thing>>;
}

const ctx = testContext({ organization: "og-1" });

async function openThings(database: Database): Promise<Things> {
  if (database instanceof MemoryDatabase) {
    const table = database.table<Thing>("Thing", []);
    return {
      insert: (thing) => table.insert(ctx, thing),
      list: async (query) =>
        memoryPage(
          (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization),
          query,
          columns,
        ),
    };
  }
  const postgres = database.dialect === "postgres";
  await createTables(
    database,
    `create table things (id text primary key, organization_id text not null, name text not null, note text, size integer,
      weight ${postgres ? "double precision" : "real"} not null, done ${postgres ? "boolean" : "integer"} not null,
      created_at ${postgres ? "timestamptz" : "text"} not null)`,
  );
  const db = database as SqlDatabase<Tables>;
  const insert = db.statement((query, param: Placeholders<Tables["things"]>) => query.insertInto("things").values({ ...all(param) }));
  const listed = db.list(
    (query, param: Placeholders<{ organization: string }>) =>
      query.selectFrom("things").select(names).where("organization_id", "=", param.organization),
    columns,
  );
  return {
    insert: (thing) => insert.run(ctx, { ...thing, organization_id: thing.organizationId, created_at: thing.createdAt }),
    list: (query) =>
      listed.page(
        ctx,
        { organization: ctx.organization },
        query,
        (row): Thing => ({
          id: row.id,
          organizationId: row.organization_id,
          name: row.name,
          note: row.note,
          size: row.size,
          weight: row.weight,
          done: Boolean(row.done),
          createdAt: row.created_at instanceof Date ? row.created_at.toISOString() : String(row.created_at),
        }),
      ),
  };
}

const names = ["id", "organization_id", "name", "note", "size", "weight", "done", "created_at"] as const;
const all = (param: Placeholders<Tables["things"]>): Tables["things"] =>
  Object.fromEntries(names.map((name) => [name, param[name]])) as unknown as Tables["things"];

/** Few values, so that ties, nulls and letters of many kinds are common. */
const text = fc.constantFrom("a", "A", "b", "B-1", "b 1", "é", "z", "Z", "~", "50%", "5_0", "\u{1F600}", "\uFFFD", "x'\\\"y");
const rows: Thing[] = fc
  .sample(
    fc.record({
      name: text,
      note: fc.option(text),
      size: fc.option(fc.integer({ min: -3, max: 3 })),
      weight: fc.constantFrom(-1.5, 0, 0.25, 1, 1e10),
      done: fc.boolean(),
      createdAt: fc.constantFrom("2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.001Z", "2026-11-20T08:00:00.000Z"),
    }),
    { numRuns: 60, seed: 7 },
  )
  .map((row, index) => ({ ...row, id: `th-${String((index * 7919) % 1000).padStart(16, "0")}`, organizationId: "og-1" }));

async function walk(things: Things, query: Query): Promise<Thing[]> {
  const found: Thing[] = [];
  for (let cursor: string | undefined; ; ) {
    const page: Page<Thing> = await things.list({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.items);
    if (page.nextCursor === null) return found;
    expect(page.items.length).toBe(query.limit);
    cursor = page.nextCursor;
  }
}

/** What the list must give, said once more without a page: the database in memory is checked against this too. */
const expected = (query: Query): Thing[] => [...memoryPage(rows, { ...query, limit: 200 }, columns).items];

forEachDatabase((_, database) => {
  let things: Things;
  beforeAll(async () => {
    things = await openThings(database());
    for (const row of rows) await things.insert(row);
    await things.insert({ ...rows[0], id: "th-other", organizationId: "og-2" } as Thing);
  });

  describe("a list", () => {
    const sorts = ["name", "note", "size", "weight", "done", "createdAt"].flatMap((sort) => [sort, `-${sort}`]);

    it.each([undefined, ...sorts])(
      "walked by cursor and sorted by %s gives each row once, in the order of every database",
      async (sort) => {
        for (const limit of [1, 7, 60]) {
          const query: Query = { limit, ...(sort === undefined ? {} : { sort }) };
          const found = await walk(things, query);
          expect(found.map((row) => row.id)).toEqual(expected(query).map((row) => row.id));
          expect(new Set(found.map((row) => row.id)).size).toBe(rows.length);
        }
      },
    );

    it("orders text by code point, null largest", async () => {
      const found = (await walk(things, { sort: "note", limit: 50 })).map((row) => row.note);
      const present = found.filter((note) => note !== null);
      expect(found.slice(present.length).every((note) => note === null)).toBe(true);
      expect(found.length).toBeGreaterThan(present.length);
      expect(present).toEqual(present.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      expect((await walk(things, { sort: "-note", limit: 50 }))[0]?.note).toBeNull();
    });

    const tests: [string, Record<string, object>, (row: Thing) => boolean][] = [
      ["text eq", { name: { eq: "b" } }, (row) => row.name === "b"],
      ["text ne, null included", { note: { ne: "a" } }, (row) => row.note !== "a"],
      ["text in", { name: { in: ["a", "é", "x'\\\"y"] } }, (row) => ["a", "é", "x'\\\"y"].includes(row.name)],
      ["contains, whatever the case", { name: { contains: "B" } }, (row) => /b/i.test(row.name)],
      ["contains a percent sign", { name: { contains: "%" } }, (row) => row.name.includes("%")],
      ["contains an underscore", { name: { contains: "_" } }, (row) => row.name.includes("_")],
      ["contains a backslash", { name: { contains: "\\" } }, (row) => row.name.includes("\\")],
      ["contains beyond ASCII, as it is", { name: { contains: "É" } }, () => false],
      ["number range", { size: { gt: -2, lte: 1 } }, (row) => row.size !== null && row.size > -2 && row.size <= 1],
      ["a fraction against whole numbers", { size: { gt: 0.5 } }, (row) => row.size !== null && row.size > 0.5],
      ["a huge number against whole numbers", { size: { lt: 1e30 } }, (row) => row.size !== null],
      ["number in", { size: { in: [1, 2.5, -3] } }, (row) => row.size === 1 || row.size === -3],
      ["number ne, null included", { size: { ne: 2 } }, (row) => row.size !== 2],
      ["real eq", { weight: { eq: 0.25 } }, (row) => row.weight === 0.25],
      ["boolean", { done: { eq: true } }, (row) => row.done],
      [
        "time, in whatever zone",
        { createdAt: { gte: "2026-01-01T01:00:00.001+01:00" } },
        (row) => row.createdAt >= "2026-01-01T00:00:00.001Z",
      ],
      ["two fields at once", { done: { eq: false }, name: { ne: "a" } }, (row) => !row.done && row.name !== "a"],
      ["an injection", { name: { eq: "' or 1=1 --" } }, () => false],
    ];
    it.each(tests)("filters by %s", async (_, filter, wanted) => {
      const found = await walk(things, { filter, sort: "name", limit: 9 });
      expect(found.map((row) => row.id).toSorted()).toEqual(
        rows
          .filter(wanted)
          .map((row) => row.id)
          .toSorted(),
      );
    });

    it.each(["0000-01-01T00:00:00Z", "0001-01-01T00:00:00+10:00", "9999-12-31T23:59:59-10:00", "2026-06-30T23:59:60Z"])(
      "refuses a time that not every database knows: %s",
      async (time) => {
        await expect(things.list({ filter: { createdAt: { gt: time } } })).rejects.toMatchObject({ status: 422 });
      },
    );

    it("gives the same page as memory for any filter, sort and limit", async () => {
      const operand = { text: fc.record({ eq: text, ne: text, contains: text }, { requiredKeys: [] }) };
      const query = fc.record(
        {
          sort: fc.constantFrom(...sorts),
          limit: fc.integer({ min: 1, max: 9 }),
          filter: fc.record(
            {
              name: operand.text,
              note: operand.text,
              size: fc.record({ gt: fc.integer({ min: -3, max: 3 }), ne: fc.integer({ min: -3, max: 3 }) }, { requiredKeys: [] }),
              done: fc.record({ eq: fc.boolean() }),
            },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: ["limit"] },
      );
      await fc.assert(
        fc.asyncProperty(query, async (query) => {
          expect((await walk(things, query as Query)).map((row) => row.id)).toEqual(expected(query as Query).map((row) => row.id));
        }),
        { numRuns: 40 },
      );
    });

    it("counts only when asked, and all that match", async () => {
      const page = await things.list({ filter: { done: { eq: true } }, limit: 2, total: true });
      expect(page.total).toBe(rows.filter((row) => row.done).length);
      expect(page.items.length).toBe(2);
      expect(await things.list({ limit: 2 })).not.toHaveProperty("total");
    });

    it.each([
      [0, 1],
      [-5, 1],
      [2.9, 2],
      [1e9, 60],
      [Number.NaN, 50],
      [undefined, 50],
    ])("takes a limit of %s as %s rows", async (limit, count) => {
      expect((await things.list(limit === undefined ? {} : { limit })).items.length).toBe(count);
    });

    it("refuses a cursor of another filter or sort, and one that nobody made", async () => {
      const { nextCursor } = await things.list({ limit: 1, sort: "name" });
      const cursor = String(nextCursor);
      const wrong = { status: 400, errors: [{ pointer: "?cursor" }] };
      await expect(things.list({ cursor, sort: "-name" })).rejects.toMatchObject(wrong);
      await expect(things.list({ cursor, sort: "name", filter: { done: { eq: true } } })).rejects.toMatchObject(wrong);
      const parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
      const forged = [
        [parts[0], { a: 1 }, parts[2]],
        [parts[0], 5, parts[2]],
        [parts[0], parts[1], 5],
        [parts[0], parts[1]],
        null,
        [parts[0], "\0", "x"],
      ];
      for (const value of [...forged.map((one) => Buffer.from(JSON.stringify(one)).toString("base64url")), "", "%%%", "e30", "bnVsbA"]) {
        await expect(things.list({ cursor: value, sort: "name" })).rejects.toMatchObject(wrong);
      }
    });

    it.each([
      [{ filter: { organizationId: { eq: "og-2" } } }, "?filter[organizationId]"],
      [{ filter: { constructor: { eq: "x" } } }, "?filter[constructor]"],
      [{ filter: { name: { like: "x" } } }, "?filter[name][like]"],
      [{ filter: { name: { eq: 5 } } }, "?filter[name][eq]"],
      [{ filter: { name: { eq: "\0" } } }, "?filter[name][eq]"],
      [{ filter: { name: { in: [] } } }, "?filter[name][in]"],
      [{ filter: { createdAt: { gt: "yesterday" } } }, "?filter[createdAt][gt]"],
      [{ filter: { size: { gt: Number.POSITIVE_INFINITY } } }, "?filter[size][gt]"],
      [{ sort: "id" }, "?sort"],
      [{ sort: "__proto__" }, "?sort"],
    ])("refuses %j", async (query, pointer) => {
      await expect(things.list(query as Query)).rejects.toMatchObject({ status: 422, errors: [{ pointer }] });
    });
  });
});
