import { describe, expect, test, vi } from "vitest";
import type { SqlDatabase } from "../database/database.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { type LeaseStore, type LeaseTables, leaseStore } from "./lease-store.ts";
import { type AloneSettings, startAlone } from "./start-alone.ts";

const ctx = testContext();
const quick: AloneSettings = { leaseMilliseconds: 300, beatMilliseconds: 30 };
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 40_000, interval: 10 });

forEachDatabase(
  (_dialect, database) => {
    describe("what one process does for all", () => {
      const store = (): LeaseStore => leaseStore(database() as SqlDatabase<LeaseTables>);

      /** A process that wants the lease; `cut` makes the database fail for it. */
      function contender(name: string) {
        const leases = store();
        let broken = false;
        const guarded: LeaseStore = {
          ...leases,
          take: (...given) => (broken ? Promise.reject(new Error("cut off")) : leases.take(...given)),
        };
        const state = { working: false, begun: 0 };
        const work = () => {
          state.working = true;
          state.begun++;
          return {
            async stop() {
              state.working = false;
            },
          };
        };
        const background = startAlone(guarded, ctx, name, work, quick);
        const cut = (): void => {
          broken = true;
        };
        return { state, cut, stop: () => background.stop() };
      }

      test("only one of several works, and when it stops another begins at once", async () => {
        const all = [contender("one"), contender("one"), contender("one")];
        await eventually(() => expect(all.filter(({ state }) => state.working)).toHaveLength(1));
        for (let look = 0; look < 10; look++) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          expect(all.filter(({ state }) => state.working)).toHaveLength(1);
        }
        const first = all.find(({ state }) => state.working);
        await first?.stop();
        expect(first?.state.working).toBe(false);
        await eventually(() => expect(all.filter(({ state }) => state.working)).toHaveLength(1));
        await Promise.all(all.map((one) => one.stop()));
        expect(await store().holder(ctx, "one")).toBeUndefined();
      });

      test("a holder that cannot reach the database stops before another may begin", async () => {
        const first = contender("cut");
        await eventually(() => expect(first.state.working).toBe(true));
        first.cut();
        const second = contender("cut");
        await eventually(() => {
          expect([first.state.working, second.state.working]).not.toEqual([true, true]);
          expect(second.state.working).toBe(true);
        });
        expect(first.state.begun).toBe(1);
        await Promise.all([first.stop(), second.stop()]);
      });

      test("a lease that ran out is taken by another, and its old holder neither keeps nor releases it", async () => {
        const leases = store();
        expect(await leases.take(ctx, { name: "late", holder: "old", milliseconds: 0 })).toBe(true);
        expect(await leases.take(ctx, { name: "late", holder: "new", milliseconds: 60_000 })).toBe(true);
        expect(await leases.take(ctx, { name: "late", holder: "old", milliseconds: 60_000 })).toBe(false);
        await leases.release(ctx, { name: "late", holder: "old" });
        expect(await leases.holder(ctx, "late")).toBe("new");
      });

      test("of many that ask at once one gets it", async () => {
        const leases = store();
        const asked = Array.from({ length: 20 }, (_, index) =>
          leases.take(ctx, { name: "race", holder: `${index}`, milliseconds: 60_000 }),
        );
        expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
      });
    });
  },
  ["sqlite", "postgres"],
);
