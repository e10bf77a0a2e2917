import { expect, test } from "vitest";
import { localLive } from "../live/local-live.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { organizationSettings } from "./organization-settings.ts";
import { settingStore } from "./setting-store.ts";

const [mine, yours] = [testContext({ organization: "og-a" }), testContext({ organization: "og-b" })];
const system = () => testContext({ organization: "", user: null });

forEachDatabase((_, database) => {
  test("a value holds for the organization that set it, on every replica, until it takes it back", async () => {
    const parts = { database: database(), store: settingStore(database()), live: localLive(), system };
    const [here, replica] = [organizationSettings(parts), organizationSettings(parts)];
    const readers = [here, replica].map((one) => one.reader("reports.days", 7));
    const seen = async () => Promise.all(readers.flatMap((read) => [read(mine), read(yours)]));
    expect(await seen()).toEqual([7, 7, 7, 7]);
    await here.set(mine, "reports.days", 3);
    expect(await seen()).toEqual([3, 7, 3, 7]);
    expect(readers[0]?.(mine)).toBe(3);
    await here.set(mine, "reports.days", 4);
    await here.set(yours, "reports.days", 9);
    expect(await seen()).toEqual([4, 9, 4, 9]);
    await here.set(mine, "reports.days", null);
    expect(await seen()).toEqual([7, 9, 7, 9]);
    expect([...(await here.of(yours))]).toEqual([["reports.days", 9]]);
  });

  test("what is rolled back was never set; false and the empty text are values", async () => {
    const settings = organizationSettings({ database: database(), store: settingStore(database()), live: localLive(), system });
    const failing = database().transact(mine, async (ctx) => {
      await settings.set(ctx, "reports.on", false);
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    expect(await settings.reader("reports.on", true)(mine)).toBe(true);
    await settings.set(mine, "reports.on", false);
    await settings.set(mine, "reports.title", "");
    expect(await settings.reader("reports.on", true)(mine)).toBe(false);
    expect(await settings.reader("reports.title", "x")(mine)).toBe("");
  });
});
