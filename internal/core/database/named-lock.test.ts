import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { namedLock } from "./named-lock.ts";

const ctx = testContext();

forEachDatabase((dialect, database) => {
  test("of transactions that lock one name, one works at a time", async () => {
    const lock = namedLock(database());
    const seen: string[] = [];
    const work = (name: string) =>
      database().transact(ctx, async (ctx) => {
        await lock(ctx, "team");
        seen.push(`${name} begins`);
        await sleep(20);
        seen.push(`${name} ends`);
      });
    await Promise.all(["a", "b", "c"].map(work));
    const order = seen.filter((_, index) => index % 2 === 0).map((line) => line[0]);
    expect(seen).toEqual(order.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  test.runIf(dialect === "postgres")("those that lock others do not wait for it", async () => {
    const lock = namedLock(database());
    await database().transact(ctx, async (held) => {
      await lock(held, "one");
      await database().transact(ctx, (other) => lock(other, "two"));
    });
  });
});
