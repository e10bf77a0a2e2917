import { expect, test } from "vitest";
import type { Database, Placeholders, SqlDatabase } from "../database/database.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { eventPruner } from "./retention.ts";
import type { EventTables } from "./tables.ts";
import { embedded, eventually, quick, unique } from "./testing/embedded.ts";

const ctx = testContext();

forEachDatabase(
  (_dialect, open) => {
    const database = () => open() as Database as SqlDatabase<EventTables>;

    test("old events are pruned in batches, except those that a consumer or a person still needs", async () => {
      const [done, waiting, dead] = [unique("a.b.done"), unique("a.b.waiting"), unique("a.b.died")];
      const [waits, dies] = [unique("c"), unique("c")];
      const handle = async () => {
        throw new Error("dies");
      };
      const dying = embedded(
        database(),
        [
          { name: dies, types: [dead], handle },
          { name: waits, types: [waiting], handle },
        ],
        { ...quick, attempts: 1 },
      );
      await dying.log.append(ctx, { type: dead, aggregate: "x-1", data: null });
      const running = dying.start();
      await eventually(async () => expect((await dying.deadLetters.list(ctx, 1000)).some(({ consumer }) => consumer === dies)).toBe(true));
      await running.stop();
      await dying.log.append(ctx, { type: waiting, aggregate: "x-1", data: null });
      for (let index = 0; index < 7; index++) await dying.log.append(ctx, { type: done, aggregate: "x-1", data: index });

      const countOf = database().statement((query, param: Placeholders<{ type: string }>) =>
        query.selectFrom("core_events").select("position").where("type", "=", param.type),
      );
      const left = async (type: string) => (await countOf.all(ctx, { type })).length;
      const prune = eventPruner(database());
      await prune(ctx, new Date(Date.now() - 60_000), 3);
      expect(await left(done)).toBe(7);
      expect(await prune(ctx, new Date(Date.now() + 60_000), 3)).toBeGreaterThanOrEqual(7);
      expect([await left(done), await left(waiting), await left(dead)]).toEqual([0, 1, 1]);
    });
  },
  ["sqlite", "postgres"],
);
