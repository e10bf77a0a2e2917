import { afterEach, expect, test } from "vitest";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { pruneRuns } from "./prune-runs.ts";
import { closeLaboratories, type Laboratory, laboratory } from "./testing/laboratory.ts";

afterEach(closeLaboratories);

const day = 24 * 3_600_000;
const definition = { steps: [{ id: "a", tool: "plain" }] };

forEachDatabase(
  (_, database) => {
    const ago = (days: number): string => new Date(Date.now() - days * day).toISOString();

    test("runs are kept after their end for as long as their organization says, and those that go on for ever", async () => {
      const labs = [laboratory(database(), { plain: () => ({}) }), laboratory(database(), { plain: () => ({}) })];
      const [short, long] = labs as [Laboratory, Laboratory];
      const days = { [short.ctx.organization]: 7, [long.ctx.organization]: 30 };
      const worker = short.worker();
      const ended = async (lab: Laboratory, daysAgo: number) => {
        const run = await lab.ended(await lab.start(definition));
        await lab.engine.parts.runs.update(lab.ctx, run.id, { finishedAt: ago(daysAgo) });
        return run;
      };
      const [old, fresh, others] = [await ended(short, 10), await ended(short, 3), await ended(long, 10)];
      const more = await Promise.all([ended(short, 8), ended(short, 9), ended(short, 20)]);
      await worker.stop();
      const going = await short.start(definition);

      const { core } = short.engine.parts;
      const config = {
        ...short.engine.parts.config,
        retentionDays: async ({ organization }: { organization: string }) => days[organization] ?? 365,
      };
      // In batches smaller than what there is.
      expect(await pruneRuns({ core, config }, 2).prune(core.system("runs", ""))).toBe(4);

      const left = await short.engine.parts.runs.list(short.ctx, { limit: 50 });
      expect(left.items.map(({ id }) => id).toSorted()).toEqual([fresh.id, going.id].toSorted());
      for (const run of [old, ...more]) {
        expect(await short.engine.parts.runSteps.listOfRun(short.ctx, run.id)).toEqual([]);
        expect(await short.engine.journal.after(short.ctx, run.id, 0, 10)).toEqual([]);
      }
      expect(await short.logs(fresh)).not.toEqual([]);
      expect(await long.logs(others)).not.toEqual([]);
      await short.service.cancelRun(short.ctx, { id: going.id });
    });
  },
  ["sqlite", "postgres"],
);
