import { beforeAll, expect, test } from "vitest";
import type { Traced, Tracing } from "../telemetry/tracing.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { createTables } from "../testing/test-tables.ts";
import type { Placeholders, SqlDatabase } from "./database.ts";
import { tracedDatabase } from "./traced.ts";

interface Tables {
  readonly things: { readonly id: string; readonly name: string };
}

const recorded = { ...testContext(), trace: "00-0af7651916cd43dd8448eb211c80319c-0000000000000001-01" };
const spanOf = (number: number): string => recorded.trace.replace("0000000000000001", String(number).padStart(16, "0"));

/** Remembers what began below what; each span is numbered, the first after the request's own is 2. */
function rememberingTracing(): Tracing & { readonly spans: [parent: string | undefined, what: Traced][] } {
  const spans: [string | undefined, Traced][] = [];
  return {
    spans,
    within(parent, what, work) {
      spans.push([parent, what]);
      return work(spanOf(spans.length + 1), () => {});
    },
    close: async () => {},
  };
}

forEachDatabase(
  (dialect, database) => {
    beforeAll(() => createTables(database(), "create table things (id text primary key, name text not null)"));

    test("statements and transactions of a recorded trace have spans with what they do to which table, and none of their values", async () => {
      const tracing = rememberingTracing();
      const db = tracedDatabase(database() as SqlDatabase<Tables>, tracing);
      const insert = db.statement((query, param: Placeholders<Tables["things"]>) =>
        query.insertInto("things").values({ id: param.id, name: param.name }),
      );
      const named = db.statement((query, param: Placeholders<{ name: string }>) =>
        query.selectFrom("things as thing").select("thing.id").where("thing.name", "=", param.name).where("thing.id", "!=", "l1teral"),
      );
      const list = db.list((query) => query.selectFrom("things").selectAll(), {});

      await db.transact(recorded, async (ctx) => {
        expect(await insert.run(ctx, { id: "th-1", name: "s3cret" })).toBe(1);
        await db.transact(ctx, (inner) => named.all(inner, { name: "s3cret" }));
      });
      expect(await named.first(recorded, { name: "s3cret" })).toEqual({ id: "th-1" });
      expect((await list.page(recorded, {}, {}, (row) => row)).items).toEqual([{ id: "th-1", name: "s3cret" }]);

      expect(tracing.spans.map(([parent, { name }]) => [parent, name])).toEqual([
        [recorded.trace, "transaction"],
        [spanOf(2), "INSERT things"],
        [spanOf(2), "SELECT things"],
        [recorded.trace, "SELECT things"],
        [recorded.trace, "SELECT things"],
      ]);
      expect(tracing.spans[0]?.[1].attributes).toEqual({ "db.system.name": dialect === "postgres" ? "postgresql" : "sqlite" });
      expect(JSON.stringify(tracing.spans)).not.toMatch(/s3cret|l1teral|th-1/);
    });

    test("what belongs to no trace, or to one that is not recorded, has no span", async () => {
      const tracing = rememberingTracing();
      const db = tracedDatabase(database() as SqlDatabase<Tables>, tracing);
      const all = db.statement<object, { id: string }>((query) => query.selectFrom("things").select("id"));
      for (const ctx of [testContext(), { ...recorded, trace: recorded.trace.replace(/01$/, "00") }])
        await db.transact(ctx, (inner) => all.all(inner, {}));
      expect(tracing.spans).toEqual([]);
    });
  },
  ["sqlite", "postgres"],
);
