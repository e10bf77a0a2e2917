import { expect, test } from "vitest";
import { localLive } from "../live/local-live.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { cachedFeatures } from "./cached-features.ts";
import { featureStore } from "./feature-stores.ts";

forEachDatabase((_, database) => {
  test("features are on until switched off, for one organization or for all, and switching is seen at once", async () => {
    const live = localLive();
    const system = () => testContext({ organization: "", user: null });
    const parts = { database: database(), store: featureStore(database()), live, system };
    const [here, replica] = [cachedFeatures(parts), cachedFeatures(parts)];
    const [mine, yours] = [testContext({ organization: "og-a" }), testContext({ organization: "og-b" })];
    const name = "reports.export";
    const seen = async () => Promise.all([here, replica].flatMap((f) => [f.enabled(mine, name), f.enabled(yours, name)]));
    expect(await seen()).toEqual([true, true, true, true]);
    await here.set(system(), "og-a", name, false);
    expect(await seen()).toEqual([false, true, false, true]);
    await here.set(system(), "", name, false);
    await here.set(system(), "og-a", name, true);
    expect(await seen()).toEqual([true, false, true, false]);
    await expect(
      database().transact(system(), async (ctx) => {
        await here.set(ctx, "og-a", name, false);
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    expect(await seen()).toEqual([true, false, true, false]);
  });

  test("an organization switches off what it was given, and on again, and cannot give itself what was taken", async () => {
    const system = () => testContext({ organization: "", user: null });
    const features = cachedFeatures({ database: database(), store: featureStore(database()), live: localLive(), system });
    const [mine, yours] = [testContext({ organization: "og-c" }), testContext({ organization: "og-d" })];
    const name = "reports.print";
    await features.setOwn(mine, name, false);
    expect([await features.enabled(mine, name), await features.enabled(yours, name)]).toEqual([false, true]);
    expect(await features.switchesOf(mine, name)).toEqual({ given: true, enabled: false });
    // What the platform says of an organization neither undoes nor replaces what it says of itself.
    await features.set(system(), "og-c", name, true);
    expect(await features.enabled(mine, name)).toBe(false);
    await features.setOwn(mine, name, true);
    expect(await features.enabled(mine, name)).toBe(true);
    await features.set(system(), "og-c", name, false);
    expect(await features.switchesOf(mine, name)).toEqual({ given: false, enabled: false });
    await expect(features.setOwn(mine, name, true)).rejects.toMatchObject({ status: 403 });
    expect(await features.enabled(mine, name)).toBe(false);
  });

  test("what is known costs no look into the database", async () => {
    const store = featureStore(database());
    let reads = 0;
    const read: typeof store.read = (ctx, organization) => {
      reads++;
      return store.read(ctx, organization);
    };
    const counting = { ...store, read };
    const features = cachedFeatures({ database: database(), store: counting, live: localLive(), system: () => testContext() });
    await features.enabled(testContext(), "a.b");
    const before = reads;
    expect([features.enabled(testContext(), "a.b"), features.enabled(testContext(), "c")]).toEqual([true, true]);
    expect(reads).toBe(before);
  });
});
