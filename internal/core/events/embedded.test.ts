import fc from "fast-check";
import type { Generated } from "kysely";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Database, Placeholders, SqlDatabase, Statement } from "../database/database.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { createTables } from "../testing/test-tables.ts";
import { deliveries } from "./deliveries.ts";
import type { Consumer } from "./event.ts";
import type { EventTables } from "./tables.ts";
import { embedded, eventually, quick, unique } from "./testing/embedded.ts";

interface Tables extends EventTables {
  effects: { sequence: Generated<number>; consumer: string; event: string };
}

const ctx = testContext();

forEachDatabase(
  (dialect, open) => {
    let database: SqlDatabase<Tables>;
    let insertEffect: Statement<{ consumer: string; event: string }, unknown>;
    let effectsOf: Statement<{ consumer: string }, { event: string }>;
    beforeAll(async () => {
      database = open() as Database as SqlDatabase<Tables>;
      const sequence = dialect === "sqlite" ? "integer primary key autoincrement" : "bigint generated always as identity primary key";
      await createTables(database, `create table effects (sequence ${sequence}, consumer text not null, event text not null)`);
      insertEffect = database.statement((query, param: Placeholders<{ consumer: string; event: string }>) =>
        query.insertInto("effects").values({ consumer: param.consumer, event: param.event }),
      );
      effectsOf = database.statement((query, param: Placeholders<{ consumer: string }>) =>
        query.selectFrom("effects").select("event").where("consumer", "=", param.consumer).orderBy("sequence"),
      );
    });
    const effects = async (consumer: string) => (await effectsOf.all(ctx, { consumer })).map(({ event }) => event);

    describe("delivering", () => {
      test("an event whose handler fails comes again, and later ones of its aggregate wait for it", async () => {
        const type = unique("a.b.retried");
        const name = unique("c");
        const tries: string[] = [];
        const handle: Consumer["handle"] = async (ctx, event) => {
          tries.push(String(event.data));
          await insertEffect.run(ctx, { consumer: name, event: String(event.data) });
          if (event.data === "first" && tries.length < 3) throw new Error("not yet");
        };
        const events = embedded(database, [{ name, types: [type], handle }]);
        await events.log.append(ctx, { type, aggregate: "x-1", data: "first" });
        await events.log.append(ctx, { type, aggregate: "x-1", data: "second" });
        const running = events.start();
        await eventually(() => expect(tries).toEqual(["first", "first", "first", "second"]));
        await running.stop();
        // The effects of the failed tries were rolled back with them.
        expect(await effects(name)).toEqual(["first", "second"]);
      });

      test("a handler that never ends is stopped, rolled back, tried again and given up; others write meanwhile", async () => {
        const type = unique("a.b.hung");
        const name = unique("c");
        let tries = 0;
        const handle: Consumer["handle"] = async (ctx) => {
          tries++;
          await insertEffect.run(ctx, { consumer: name, event: "half" });
          await new Promise(() => {});
        };
        const events = embedded(database, [{ name, types: [type], handle }], { ...quick, handlerMilliseconds: 50 });
        await events.log.append(ctx, { type, aggregate: "x-1", data: null });
        const running = events.start();
        await eventually(async () => expect((await events.deadLetters.list(ctx, 100)).map(({ consumer }) => consumer)).toContain(name));
        await running.stop();
        expect(tries).toBe(quick.attempts);
        expect(await effects(name)).toEqual([]);
        await insertEffect.run(ctx, { consumer: name, event: "others" });
        expect(await effects(name)).toEqual(["others"]);
      });

      test("a failing aggregate does not hold up the others", async () => {
        const type = unique("a.b.apart");
        const seen: string[] = [];
        const handle: Consumer["handle"] = async (_, event) => {
          if (event.aggregate === "x-bad") throw new Error("never");
          seen.push(event.aggregate);
        };
        const events = embedded(database, [{ name: unique("c"), types: [type], handle }], { ...quick, retryMilliseconds: 3_600_000 });
        for (const aggregate of ["x-bad", "x-1", "x-bad", "x-2"]) await events.log.append(ctx, { type, aggregate, data: null });
        const running = events.start();
        await eventually(() => expect(seen.toSorted()).toEqual(["x-1", "x-2"]));
        await running.stop();
      });

      test("an event that fails too often becomes a dead letter, and its replay is handled", async () => {
        const type = unique("a.b.dead");
        const name = unique("c");
        let broken = true;
        let tries = 0;
        const handle: Consumer["handle"] = async (ctx, event) => {
          tries++;
          if (broken) throw new Error("broken \0 for now");
          await insertEffect.run(ctx, { consumer: name, event: event.id });
        };
        const events = embedded(database, [{ name, types: [type], handle }]);
        await events.log.append(ctx, { type, aggregate: "x-1", data: { some: "data" } });
        const running = events.start();
        const own = async () => (await events.deadLetters.list(ctx, 1000)).filter((letter) => letter.consumer === name);
        await eventually(async () => expect(await own()).toHaveLength(1));
        expect(tries).toBe(3);
        const [letter] = await own();
        expect(letter).toMatchObject({ attempts: 3, error: "broken  for now", event: { type, aggregate: "x-1", data: { some: "data" } } });

        broken = false;
        await events.deadLetters.replay(ctx, name, Number(letter?.event.position));
        await eventually(async () => expect(await effects(name)).toEqual([letter?.event.id]));
        await running.stop();
        expect(await own()).toEqual([]);
        await expect(events.deadLetters.replay(ctx, name, Number(letter?.event.position))).rejects.toMatchObject({ status: 404 });
      });

      test("what a dead process had claimed is taken over when its lease runs out, and it can no longer finish it", async () => {
        const type = unique("a.b.orphaned");
        const name = unique("c");
        const seen: string[] = [];
        const consumer: Consumer = { name, types: [type], handle: async (_, event) => void seen.push(event.aggregate) };
        const events = embedded(database, [consumer]);
        await events.log.append(ctx, { type, aggregate: "x-1", data: null });

        const store = deliveries(database, [name]);
        const now = Date.now();
        const [claimed] = await store.claim(ctx, { token: "dead process", now, until: now + 300, limit: 10 });
        expect(claimed).toMatchObject({ consumer: name, attempts: 1 });
        expect(await store.claim(ctx, { token: "another", now, until: now + 300, limit: 10 })).toEqual([]);

        const running = events.start();
        await eventually(() => expect(seen).toEqual(["x-1"]));
        await running.stop();
        expect(claimed && (await store.finish(ctx, claimed))).toBe(false);
      });

      test("a handler that comes to its end after another has taken over is rolled back", async () => {
        const type = unique("a.b.fenced");
        const name = unique("c");
        const events = embedded(database, [{ name, types: [type], handle: async () => {} }]);
        await events.log.append(ctx, { type, aggregate: "x-1", data: null });
        const store = deliveries(database, [name]);
        const [slow] = await store.claim(ctx, { token: "slow", now: Date.now(), until: Date.now() - 1, limit: 1 });
        const [quicker] = await store.claim(ctx, { token: "quick", now: Date.now(), until: Date.now() + 60_000, limit: 1 });
        expect(slow && (await store.finish(ctx, slow))).toBe(false);
        expect(quicker && (await store.finish(ctx, quicker))).toBe(true);
      });

      test("an event that ends its process each time is given up without another try", async () => {
        const type = unique("a.b.poison");
        const name = unique("c");
        const handle = vi.fn();
        const events = embedded(database, [{ name, types: [type], handle }]);
        await events.log.append(ctx, { type, aggregate: "x-1", data: null });
        const store = deliveries(database, [name]);
        for (let crash = 0; crash < quick.attempts; crash++) {
          await store.claim(ctx, { token: `crash ${crash}`, now: Date.now(), until: Date.now() - 1, limit: 1 });
        }
        const running = events.start();
        await eventually(async () => {
          const letters = await events.deadLetters.list(ctx, 1000);
          expect(letters.filter((letter) => letter.consumer === name)).toHaveLength(1);
        });
        await running.stop();
        expect(handle).not.toHaveBeenCalled();
      });

      test("stopping waits for handlers under way and starts no further one", async () => {
        const type = unique("a.b.stopped");
        const name = unique("c");
        const begun = Promise.withResolvers<void>();
        const release = Promise.withResolvers<void>();
        const handle: Consumer["handle"] = async (ctx, event) => {
          begun.resolve();
          await release.promise;
          await insertEffect.run(ctx, { consumer: name, event: String(event.data) });
        };
        const events = embedded(database, [{ name, types: [type], handle }]);
        await events.log.append(ctx, { type, aggregate: "x-1", data: 1 });
        await events.log.append(ctx, { type, aggregate: "x-1", data: 2 });
        const running = events.start();
        await begun.promise;
        const stopped = running.stop();
        release.resolve();
        await stopped;
        expect(await effects(name)).toEqual(["1"]);
      });

      test("no more handlers run at once than allowed", async () => {
        const type = unique("a.b.bounded");
        let now = 0;
        let most = 0;
        let done = 0;
        const handle: Consumer["handle"] = async () => {
          most = Math.max(most, ++now);
          await new Promise((resolve) => setTimeout(resolve, 5));
          now--;
          done++;
        };
        const events = embedded(database, [{ name: unique("c"), types: [type], handle }], { ...quick, concurrency: 2 });
        for (let index = 0; index < 12; index++) await events.log.append(ctx, { type, aggregate: `x-${index}`, data: null });
        const running = events.start();
        await eventually(() => expect(done).toBe(12));
        await running.stop();
        expect(most).toBeLessThanOrEqual(2);
      });

      test("whatever fails, two dispatchers apply every event once for each consumer, in the order of its aggregate", async () => {
        const happening = fc.record({ aggregate: fc.integer({ min: 0, max: 3 }), failures: fc.integer({ min: 0, max: 2 }) });
        await fc.assert(
          fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 15 }), async (happenings) => {
            const type = unique("a.b.property");
            const names = [unique("c"), unique("c")];
            const tries = new Map<string, number>();
            const consumers = names.map(
              (name): Consumer => ({
                name,
                types: [type],
                async handle(ctx, event) {
                  const { index, failures } = event.data as { index: number; failures: number };
                  const key = `${name} ${index}`;
                  tries.set(key, (tries.get(key) ?? 0) + 1);
                  await insertEffect.run(ctx, { consumer: name, event: `${event.aggregate} ${index}` });
                  if ((tries.get(key) ?? 0) <= failures) throw new Error("after its effect");
                },
              }),
            );
            const dispatchers = [embedded(database, consumers), embedded(database, consumers)];
            const running = dispatchers.map((dispatcher) => dispatcher.start());
            for (const [index, { aggregate, failures }] of happenings.entries()) {
              await dispatchers[index % 2]?.log.append(ctx, { type, aggregate: `x-${aggregate}`, data: { index, failures } });
            }
            for (const name of names) await eventually(async () => expect(await effects(name)).toHaveLength(happenings.length));
            await Promise.all(running.map((one) => one.stop()));
            for (const name of names) {
              const applied = await effects(name);
              for (let aggregate = 0; aggregate < 4; aggregate++) {
                const expected = happenings.flatMap((one, index) => (one.aggregate === aggregate ? [`x-${aggregate} ${index}`] : []));
                expect(applied.filter((event) => event.startsWith(`x-${aggregate} `))).toEqual(expected);
              }
            }
          }),
          { numRuns: 8 },
        );
      }, 60_000);
    });
  },
  ["sqlite", "postgres"],
);
