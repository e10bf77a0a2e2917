import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { SqlDatabase } from "../internal/core/database/database.ts";
import { migrate } from "../internal/core/database/migrations.ts";
import { openDatabase } from "../internal/core/database/open.ts";
import { deliveries } from "../internal/core/events/deliveries.ts";
import { outbox } from "../internal/core/events/outbox.ts";
import type { EventTables } from "../internal/core/events/tables.ts";
import { localLive } from "../internal/core/live/local-live.ts";
import { silentLog, testContext } from "../internal/core/testing/context.ts";
import { createTestDatabase } from "../internal/core/testing/test-databases.ts";

test.each(["sqlite", "postgres"] as const)(
  "an event that was given up is listed, shown, and tried again on %s",
  { timeout: 120_000 },
  async (dialect) => {
    const place = await createTestDatabase(dialect);
    const database = (await openDatabase(place.url)) as SqlDatabase<EventTables>;
    await migrate(database, resolve("sql"), silentLog, ["core"]);
    const ctx = testContext();
    const log = outbox(database, localLive(), () => new Date());
    log.subscribe([{ name: "labels.count", types: ["labels.label.created"], handle: async () => {} }]);
    const admin = async (...args: readonly string[]): Promise<string> => {
      const run = promisify(execFile)(process.execPath, [join(import.meta.dirname, "admin.ts"), "dlq", ...args], {
        env: { ...process.env, DATABASE_URL: place.url, LOG_LEVEL: "error" },
      });
      return (await run.catch((error: { stdout: string; stderr: string }) => ({ stdout: error.stderr }))).stdout;
    };

    expect(await admin("list")).toContain("No event was given up.");
    await log.append(ctx, { type: "labels.label.created", aggregate: "lb-1", data: { name: "red" } });
    const store = deliveries(database, ["labels.count"]);
    const claim = () => store.claim(ctx, { token: "test", now: Date.now(), until: Date.now() + 60_000, limit: 1 });
    const [held] = await claim();
    if (held === undefined) throw new Error("There is nothing to deliver.");
    await store.giveUp(ctx, held, "The colour is unknown.\nat somewhere", new Date());

    expect(await admin("list")).toMatch(
      /^labels\.count {2}1 {2}labels\.label\.created {2}lb-1 {2}1 tries until .* {2}The colour is unknown\.\n$/,
    );
    expect(JSON.parse(await admin("show", "labels.count", "1"))).toMatchObject({ event: { data: { name: "red" } }, attempts: 1 });
    expect(await admin("show", "labels.count", "2")).toContain("There is no dead letter of labels.count at position 2");
    expect(await admin("replay", "labels.count", "1")).toContain("will be given event");
    expect(await claim()).toMatchObject([{ consumer: "labels.count", position: 1 }]);
    expect(await admin("list")).toContain("No event was given up.");
    await database.close();
    await place.remove();
  },
);
