import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { problem } from "../core/problems/problem.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { closeLaboratories, laboratory } from "./testing/laboratory.ts";
import { maxLosses } from "./worker/held.ts";

afterEach(closeLaboratories);

forEachDatabase(
  (_, database) => {
    test("when a worker dies, another takes its step over, and what the dead one says later is not heard", async () => {
      const late = Promise.withResolvers<unknown>();
      const under = Promise.withResolvers<void>();
      let uses = 0;
      const lab = laboratory(database(), {
        slow: () => {
          uses += 1;
          if (uses > 1) return { by: "the second" };
          under.resolve();
          return late.promise;
        },
      });
      const dying = lab.severable();
      const dead = lab.worker({ leaseMilliseconds: 300, pollMilliseconds: 50 }, dying.engine);
      const run = await lab.start({ steps: [{ id: "a", tool: "slow" }], outputs: { by: "steps.a.by" } });
      await under.promise;
      dying.cut();
      lab.worker({ leaseMilliseconds: 300, pollMilliseconds: 50 });
      const ended = await lab.ended(run);
      expect(ended).toMatchObject({ status: "succeeded", output: { by: "the second" } });

      dying.mend();
      late.resolve({ by: "the first" });
      await dead.stop();
      expect(await lab.service.getRun(lab.ctx, run.id)).toEqual(ended);
      expect(await lab.steps(run)).toMatchObject({ a: { attempts: 2, output: { by: "the second" } } });
      expect((await lab.logs(run)).map(({ message }) => message)).toContain(
        "The worker that had this step was lost; another takes it over.",
      );
    });

    test("a worker that is late is fenced off while another works on its step", async () => {
      const gates = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()];
      const begun = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      let uses = 0;
      const lab = laboratory(database(), {
        slow: () => {
          const use = uses++;
          begun[use]?.resolve();
          return gates[use]?.promise ?? {};
        },
      });
      const first = lab.severable();
      const stalled = lab.worker({ leaseMilliseconds: 300, pollMilliseconds: 60_000 }, first.engine);
      const run = await lab.start({ steps: [{ id: "a", tool: "slow" }] });
      await begun[0]?.promise;
      first.cut();
      lab.worker({ leaseMilliseconds: 300, pollMilliseconds: 50 });
      await begun[1]?.promise;
      // The first offers its result while the second works on the step.
      first.mend();
      gates[0]?.resolve({ by: "the first" });
      await stalled.stop();
      expect((await lab.steps(run)).a).toMatchObject({ status: "running", output: null });
      gates[1]?.resolve({ by: "the second" });
      await lab.ended(run);
      expect((await lab.steps(run)).a).toMatchObject({ status: "succeeded", output: { by: "the second" } });
    });

    test("a step that outlives its lease keeps it as long as its worker lives", async () => {
      let uses = 0;
      const lab = laboratory(database(), {
        long: async () => {
          uses += 1;
          await sleep(4_000);
          return {};
        },
      });
      // Longer than a busy machine may keep this process from renewing it: both workers are in it.
      for (let count = 0; count < 2; count++) lab.worker({ leaseMilliseconds: 1_500, pollMilliseconds: 50 });
      const run = await lab.start({ steps: [{ id: "a", tool: "long" }] });
      expect((await lab.ended(run)).status).toBe("succeeded");
      expect(uses).toBe(1);
    });

    test("a step with which worker after worker dies is given up", async () => {
      let uses = 0;
      const lab = laboratory(database(), {
        deadly: ({ kill }) => {
          uses += 1;
          kill?.();
          return new Promise(() => {});
        },
      });
      const run = await lab.start({ steps: [{ id: "a", tool: "deadly" }] });
      for (let index = 0; index < maxLosses; index++) {
        lab.worker({ leaseMilliseconds: 150, pollMilliseconds: 50 }, lab.severable().engine);
        while (uses <= index) await sleep(5);
      }
      lab.worker({ leaseMilliseconds: 150, pollMilliseconds: 50 });
      expect(await lab.ended(run)).toMatchObject({ status: "failed", error: 'Step "a": 5 workers were lost while they had this step.' });
      expect(uses).toBe(maxLosses);
    });

    test("a worker that is stopped lets its steps finish", async () => {
      const under = Promise.withResolvers<void>();
      const gate = Promise.withResolvers<void>();
      const lab = laboratory(database(), {
        slow: async () => {
          under.resolve();
          await gate.promise;
          return { done: true };
        },
      });
      const worker = lab.worker({ graceMilliseconds: 60_000 });
      const run = await lab.start({
        steps: [
          { id: "a", tool: "slow" },
          { id: "b", tool: "slow", needs: ["a"] },
        ],
      });
      await under.promise;
      const stopped = worker.stop();
      gate.resolve();
      await stopped;
      expect(await lab.steps(run)).toMatchObject({ a: { status: "succeeded" }, b: { status: "queued", waitReason: "slot" } });
      lab.worker();
      expect((await lab.ended(run)).status).toBe("succeeded");
    });

    test("what does not finish in the grace period is handed over at once", async () => {
      const under = Promise.withResolvers<void>();
      let uses = 0;
      const lab = laboratory(database(), {
        stuck: () => {
          uses += 1;
          under.resolve();
          return uses === 1 ? new Promise(() => {}) : { done: true };
        },
      });
      const worker = lab.worker({ graceMilliseconds: 0 });
      const run = await lab.start({ steps: [{ id: "a", tool: "stuck" }] });
      await under.promise;
      await worker.stop();
      lab.worker({ leaseMilliseconds: 600_000 });
      expect((await lab.ended(run)).status).toBe("succeeded");
    });

    test("workers that race for the same steps never begin one twice", async () => {
      const uses: string[] = [];
      const lab = laboratory(database(), {
        quick: async ({ source }) => {
          uses.push(source);
          await sleep(Math.random() * 3);
          return {};
        },
      });
      for (let count = 0; count < 4; count++) lab.worker({ concurrency: 3 });
      const width = Array.from({ length: 12 }, (_, index) => ({ id: `s${index}`, tool: "quick" }));
      const runs = await Promise.all(Array.from({ length: 8 }, () => lab.start({ steps: width })));
      for (const run of runs) expect((await lab.ended(run)).status).toBe("succeeded");
      expect(uses).toHaveLength(8 * 12);
      expect(new Set(uses).size).toBe(8 * 12);
    });

    test("without any wake, steps are found by looking", async () => {
      const lab = laboratory(database(), { plain: () => ({}) });
      const deaf = lab.severable();
      const run = await lab.start({ steps: [{ id: "a", tool: "plain" }] });
      Object.assign(deaf.engine.parts.core, { live: { wake() {}, subscribe: () => () => {}, next: () => sleep(1_000) } });
      lab.worker({ pollMilliseconds: 50 }, deaf.engine);
      await sleep(100);
      const later = await lab.start({ steps: [{ id: "a", tool: "plain" }] });
      expect((await lab.ended(run)).status).toBe("succeeded");
      expect((await lab.ended(later)).status).toBe("succeeded");
    });

    test("an organization that has nothing under way gets a slot though another's long steps have taken all", async () => {
      const gate = Promise.withResolvers<unknown>();
      const [flooding, other] = [laboratory(database(), { long: () => gate.promise }), laboratory(database(), {})];
      const worker = flooding.worker({ concurrency: 2 });
      const long = { steps: Array.from({ length: 6 }, (_, index) => ({ id: `s${index}`, tool: "long" })) };
      const run = await flooding.start(long);
      const running = (steps: Awaited<ReturnType<typeof flooding.steps>>) =>
        Object.values(steps).filter(({ status }) => status === "running");
      await flooding.until(run, (_, steps) => running(steps).length === 2);
      // Its tool is not there: it ends at once.
      const single = await other.ended(await other.start({ steps: [{ id: "a", tool: "none" }] }));
      expect(single.status).toBe("failed");
      expect(running(await flooding.steps(run))).toHaveLength(2);
      gate.resolve({});
      await flooding.ended(run);
      await worker.stop();
    });

    test("an outage of the database, however often, is no loss of a worker", async () => {
      const gate = Promise.withResolvers<unknown>();
      const lab = laboratory(database(), { slow: () => gate.promise });
      // All processes lose the database at once, for longer than a lease.
      const workers = [lab.severable(), lab.severable()];
      for (const { engine } of workers) lab.worker({ leaseMilliseconds: 1_000, pollMilliseconds: 50 }, engine);
      const run = await lab.start({ steps: [{ id: "a", tool: "slow" }] });
      await lab.until(run, (_, steps) => steps.a?.status === "running");
      for (let outage = 0; outage < 4; outage++) {
        for (const { cut } of workers) cut();
        await sleep(1_500);
        for (const { mend } of workers) mend();
        await sleep(50);
      }
      gate.resolve({ done: true });
      expect((await lab.ended(run)).error).toBeNull();
      expect((await lab.logs(run)).map(({ message }) => message)).not.toContain(
        "The worker that had this step was lost; another takes it over.",
      );
    });

    test("any graph ends, whichever of its steps fail and whichever worker dies; each step ends once", async () => {
      await fc.assert(
        fc.asyncProperty(graphs, async ({ steps, fails, flaky, dies }) => {
          const uses = new Map<string, number>();
          const tried = new Map<string, number>();
          const lab = laboratory(database(), {
            work: async ({ source, kill }) => {
              const step = source.split("/")[1] ?? "";
              const tries = (tried.get(step) ?? 0) + 1;
              tried.set(step, tries);
              await sleep(Math.random() * 2);
              if (step === dies && kill !== undefined) {
                kill();
                return new Promise(() => {});
              }
              if (fails.has(step)) throw problem.invalid("It fails.");
              if (flaky.has(step) && tries === 1) throw problem.unavailable("Not at once.");
              uses.set(source, (uses.get(source) ?? 0) + 1);
              return { step };
            },
          });
          // On a busy machine a short lease may run out though nobody dies.
          const settings = { concurrency: 2, leaseMilliseconds: dies === undefined ? 30_000 : 150, pollMilliseconds: 30 };
          lab.worker(settings, lab.severable().engine);
          const run = await lab.start({ steps });
          lab.worker(settings);
          const ended = await lab.ended(run);
          const found = await lab.steps(run);
          const journal = await lab.engine.journal.after(lab.ctx, run.id, 0, 1_000);
          await lab.close();

          const blocked = new Set<string>();
          for (const { id, needs } of steps) if (needs.some((need) => fails.has(need) || blocked.has(need))) blocked.add(id);
          for (const { id } of steps) {
            const expected = blocked.has(id) ? "skipped" : fails.has(id) ? "failed" : "succeeded";
            expect(`${id} ${found[id]?.status}`).toBe(`${id} ${expected}`);
            const ends = journal.filter(({ data }) => data.kind === "step" && data.step.step === id && data.step.finishedAt !== null);
            expect(ends).toHaveLength(1);
            const times = uses.get(`${run.id}/${id}`) ?? 0;
            // A worker may die with a result that it has not recorded; that is what the source is for.
            if (expected !== "succeeded" || dies === undefined) expect(times).toBe(expected === "succeeded" ? 1 : 0);
            else expect(times).toBeGreaterThan(0);
          }
          const failed = steps.some(({ id }) => fails.has(id) && !blocked.has(id));
          expect(ended.status).toBe(failed ? "failed" : "succeeded");
        }),
        { numRuns: 15, endOnFailure: true },
      );
    }, 60_000);
  },
  ["sqlite", "postgres"],
);

/** Acyclic: a step needs earlier ones only. */
const graphs = fc
  .array(fc.record({ needs: fc.array(fc.nat(), { maxLength: 3 }), fails: fc.nat(9), flaky: fc.nat(5) }), { minLength: 1, maxLength: 12 })
  .chain((drawn) => fc.record({ drawn: fc.constant(drawn), dies: fc.option(fc.nat(drawn.length - 1)) }))
  .map(({ drawn, dies }) => {
    const id = (index: number): string => `s${index}`;
    const steps = drawn.map(({ needs }, index) => ({
      id: id(index),
      tool: "work",
      needs: index === 0 ? [] : [...new Set(needs.map((need) => id(need % index)))],
      retry: { attempts: 2, backoffSeconds: 0.01 },
    }));
    const chosen = (wanted: (item: (typeof drawn)[number]) => boolean): Set<string> =>
      new Set(drawn.flatMap((item, index) => (wanted(item) ? [id(index)] : [])));
    return {
      steps,
      fails: chosen(({ fails }) => fails === 0),
      flaky: chosen(({ flaky }) => flaky === 0),
      dies: dies === null ? undefined : id(dies),
    };
  });
