import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { connect } from "../database/sqlite/connections.ts";
import { SqliteDatabase } from "../database/sqlite/sqlite-database.ts";
import { localLive } from "../live/local-live.ts";
import { testContext } from "../testing/context.ts";
import { embeddedDefaults, embeddedEvents } from "./embedded.ts";
import type { EventTables } from "./tables.ts";

test("smoke", async () => {
  const connections = connect(":memory:");
  connections.writer.exec(readFileSync("sql/core/0001_outbox.sqlite.sql", "utf8"));
  const database = new SqliteDatabase<EventTables>(connections);
  const ctx = testContext();
  const events = embeddedEvents(
    { database, live: localLive(), log: ctx.log, system: (_, organization) => ({ ...ctx, organization }), now: () => new Date() },
    embeddedDefaults,
  );
  const seen: unknown[] = [];
  const done = Promise.withResolvers<void>();
  events.subscribe([
    {
      name: "a",
      types: ["x.y.z"],
      handle: async (_, event) => {
        seen.push(event);
        if (seen.length === 20) done.resolve();
      },
    },
  ]);
  const running = events.start();
  for (let i = 0; i < 20; i++) await events.log.append(ctx, { type: "x.y.z", aggregate: `a${i % 2}`, data: { i } });
  await done.promise;
  await running.stop();
  expect(seen.length).toBe(20);
  expect(connections.writer.prepare("select count(*) n from core_deliveries").get()).toEqual({ n: 0 });
});
