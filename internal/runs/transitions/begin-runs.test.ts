import { afterEach, expect, test } from "vitest";
import type { Run } from "../../../generated/runs/types.gen.ts";
import { forEachDatabase } from "../../core/testing/test-databases.ts";
import { closeLaboratories, type Laboratory, laboratory } from "../testing/laboratory.ts";

afterEach(closeLaboratories);

const steps = [
  { id: "a", tool: "held" },
  { id: "b", tool: "held" },
];

forEachDatabase(
  (_, database) => {
    /** A laboratory whose steps go on until they are let go, with one worker of so many slots that has looked into an empty queue. */
    async function idle(concurrency: number): Promise<Laboratory & { letGo(): void; used(): number }> {
      let used = 0;
      const gate = Promise.withResolvers<void>();
      const lab = laboratory(database(), {
        plain: () => ({}),
        held: async () => {
          used++;
          await gate.promise;
          return {};
        },
      });
      lab.worker({ concurrency });
      for (;;) {
        const run = await lab.start({ steps: [{ id: "a", tool: "plain" }] });
        await lab.ended(run);
        if (run.status === "running") return { ...lab, letGo: gate.resolve, used: () => used };
      }
    }

    test("a run begins at once where slots are free, and what has none waits for one", async () => {
      const lab = await idle(3);
      const [first, second] = [await lab.start({ steps }), await lab.start({ steps })];
      const third = await lab.start({ steps });
      const stands = async (run: Run) => Object.values(await lab.steps(run)).map(({ status, waitReason }) => waitReason ?? status);
      expect([first, second, third].map(({ status, waitReason }) => waitReason ?? status)).toEqual(["running", "running", "slot"]);
      expect(first.startedAt).not.toBeNull();
      expect([await stands(first), await stands(second), await stands(third)]).toEqual([
        ["running", "running"],
        ["running", "slot"],
        ["slot", "slot"],
      ]);
      lab.letGo();
      for (const run of [first, second, third]) expect((await lab.ended(run)).status).toBe("succeeded");
      expect(lab.used()).toBe(6);
    });

    test("runs that are asked for at once begin together, and one that no row can keep does not spoil the others", async () => {
      const lab = await idle(16);
      const unkept = (run: Run): boolean => run.input.bad === true;
      const inserted = lab.engine.rows.insert;
      Object.assign(lab.engine.rows, {
        insert: async (ctx: typeof lab.ctx, runs: readonly Run[]) => {
          if (runs.length > 0) batches.push(runs.length);
          await inserted(ctx, runs);
          if (runs.some(unkept)) throw new Error("no row can keep this");
        },
      });
      const batches: number[] = [];
      const asked = [{}, {}, { bad: true }, {}].map((input) => lab.start({ steps: [{ id: "a", tool: "plain" }] }, input));
      const results = await Promise.allSettled(asked);
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
      expect(batches).toEqual([1, 3, 1, 1, 1]);
      for (const result of results) if (result.status === "fulfilled") expect((await lab.ended(result.value)).status).toBe("succeeded");
      expect((await lab.service.listRuns(lab.ctx, { filter: { status: { in: ["queued", "running"] } }, limit: 10 })).items).toEqual([]);
    });

    test("a run that cannot even be written down holds no slot", async () => {
      const lab = await idle(1);
      const circle: Record<string, unknown> = {};
      circle.itself = circle;
      const plain = { steps: [{ id: "a", tool: "plain" }] };
      await expect(lab.start(plain, circle)).rejects.toThrow(/circular/);
      // Through the queue it would go on all the same, in one of the few slots for those that have none.
      expect((await lab.start(plain)).status).toBe("running");
    });

    test("a run whose caller rolls back was never there, and holds no slot", async () => {
      const lab = await idle(1);
      const { pipelineId } = await lab.start({ steps: [{ id: "a", tool: "plain" }] });
      const rolledBack = database().transact(lab.ctx, async (ctx) => {
        const run = await lab.service.startRun(ctx, { body: { pipelineId } });
        throw new Error(run.id);
      });
      const id = await rolledBack.catch((error: Error) => error.message);
      await expect(lab.service.getRun(lab.ctx, id as Run["id"])).rejects.toMatchObject({ status: 404 });
      expect((await lab.ended(await lab.start({ steps: [{ id: "a", tool: "plain" }] }))).status).toBe("succeeded");
    });
  },
  ["sqlite", "postgres"],
);
