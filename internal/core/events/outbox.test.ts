import { describe, expect, test } from "vitest";
import type { Context } from "../context/context.ts";
import type { Database, SqlDatabase } from "../database/database.ts";
import { localLive } from "../live/local-live.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { embeddedEvents } from "./embedded.ts";
import type { Consumer, DomainEvent } from "./event.ts";
import type { EventTables } from "./tables.ts";
import { embedded, eventually, quick, unique } from "./testing/embedded.ts";

const ctx = testContext();

forEachDatabase(
  (_dialect, open) => {
    const database = () => open() as Database as SqlDatabase<EventTables>;

    describe("appending", () => {
      test("an event exists if and only if its change does", async () => {
        const type = unique("a.b.kept");
        const seen: DomainEvent[] = [];
        const events = embedded(database(), [{ name: unique("c"), types: [type], handle: async (_, event) => void seen.push(event) }]);
        const lost = database().transact(ctx, async (ctx) => {
          await events.log.append(ctx, { type, aggregate: "x-1", data: "lost" });
          throw new Error("rolled back");
        });
        await expect(lost).rejects.toThrow("rolled back");
        await database().transact(ctx, (ctx) => events.log.append(ctx, { type, aggregate: "x-1", data: "kept" }));
        const running = events.start();
        await eventually(() => expect(seen).toHaveLength(1));
        await running.stop();
        expect(seen[0]?.data).toBe("kept");
      });

      test("the consumer gets the event as it was appended, in the organization and trace of its cause", async () => {
        const type = unique("a.b.whole");
        const calls: [Context, DomainEvent][] = [];
        const events = embedded(database(), [{ name: unique("c"), types: [type], handle: async (...call) => void calls.push(call) }]);
        const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        const data = { text: "ä ☃ \" \\ '", number: 1.5, none: null, list: [true, { deep: [] }] };
        await events.log.append({ ...ctx, trace }, { type, aggregate: "x-1", data });
        const running = events.start();
        await eventually(() => expect(calls).toHaveLength(1));
        await running.stop();
        const [own, event] = calls[0] ?? [];
        expect(event).toMatchObject({ type, aggregate: "x-1", organization: ctx.organization, actor: "us-1111111111111111", data });
        expect(event?.id).toMatch(/^ev-[0-9a-f]{16}$/);
        expect(own).toMatchObject({ organization: ctx.organization, trace, actor: { kind: "system" } });
      });

      test("an event without a consumer is kept and delivered to nobody", async () => {
        const events = embedded(database(), []);
        await events.log.append(ctx, { type: unique("a.b.nobody"), aggregate: "x-1", data: undefined });
        await events.start().stop();
      });

      test("is refused before the consumers are named, for their events would be lost", async () => {
        const events = embeddedEvents(
          { database: database(), live: localLive(), log: ctx.log, system: () => ctx, now: () => new Date() },
          quick,
        );
        await expect(events.log.append(ctx, { type: "a.b.c", aggregate: "x", data: 1 })).rejects.toThrow(/must be named/);
      });

      test("two consumers of one name are refused", () => {
        const twin: Consumer = { name: "same", types: [], handle: async () => {} };
        expect(() => embedded(database(), [twin, twin])).toThrow(/Two consumers are named same/);
      });
    });
  },
  ["sqlite", "postgres"],
);
