import { afterEach, expect, test } from "vitest";
import type { Run } from "../../../generated/runs/types.gen.ts";
import { forEachDatabase } from "../../core/testing/test-databases.ts";
import type { Engine } from "../engine.ts";
import { closeLaboratories, type Laboratory, laboratory } from "../testing/laboratory.ts";
import type { Held } from "../worker/held.ts";
import { claimSteps } from "./claim-steps.ts";
import { type Done, Fenced, recordTurns, type Turn } from "./record-turns.ts";

afterEach(closeLaboratories);

const done = (held: Held, output: unknown): Done => ({
  held,
  outcome: { kind: "succeeded", output: JSON.stringify(output), input: "{}", logs: [] },
});
const result = (held: Held, output: unknown) => ({
  done: [done(held, output)] as const,
  going: undefined,
  lease: undefined,
  output: undefined,
});
async function recordTurn(engine: Engine, turn: Turn): Promise<Held | undefined> {
  const [recorded] = await recordTurns(engine, [turn]);
  if (recorded === undefined || "refused" in recorded) throw recorded?.refused;
  return recorded.next;
}
const later = () => Date.now() + 3_600_000;

forEachDatabase(
  (_, database) => {
    const definition = {
      steps: [
        { id: "a", tool: "none" },
        { id: "b", tool: "none", needs: ["a"] },
      ],
    };
    async function claim(lab: Laboratory, worker: string): Promise<Held> {
      const [held, ...others] = await claimSteps(lab.engine, { worker, until: later(), limit: 32, organizations: [lab.ctx.organization] });
      if (held === undefined || others.length > 0) throw new Error("One step was to be claimed.");
      return held;
    }
    /** What a worker's death looks like to others: its lease has run out. */
    const expire = (lab: Laboratory) => lab.engine.attempts.expire(lab.ctx, later() + 1);

    test("the result of a worker whose step another has taken over is refused, and changes nothing", async () => {
      const lab = laboratory(database(), {});
      const run = await lab.start(definition);
      const first = await claim(lab, "first");
      expect(await expire(lab)).toBe(1);
      const second = await claim(lab, "second");
      expect(second).toMatchObject({ runId: run.id, step: "a", losses: 1 });

      const before = [await lab.service.getRun(lab.ctx, run.id), await lab.steps(run), await lab.logs(run)];
      await expect(recordTurn(lab.engine, result(first, "late"))).rejects.toBeInstanceOf(Fenced);
      expect([await lab.service.getRun(lab.ctx, run.id), await lab.steps(run), await lab.logs(run)]).toEqual(before);

      await recordTurn(lab.engine, result(second, "in time"));
      expect(await lab.steps(run)).toMatchObject({ a: { status: "succeeded", output: "in time" }, b: { status: "queued" } });
      await lab.service.cancelRun(lab.ctx, { id: run.id });
    });

    test("a result is refused as soon as the lease was taken away, though nobody has the step yet", async () => {
      const lab = laboratory(database(), {});
      const run = await lab.start(definition);
      const first = await claim(lab, "first");
      await expire(lab);
      await expect(recordTurn(lab.engine, result(first, "late"))).rejects.toBeInstanceOf(Fenced);
      await lab.service.cancelRun(lab.ctx, { id: run.id });
      expect((await lab.steps(run)).a).toMatchObject({ status: "cancelled", output: null });
    });

    test("the same result is recorded once", async () => {
      const lab = laboratory(database(), {});
      const run = await lab.start(definition);
      const held = await claim(lab, "one");
      const ends = await Promise.allSettled([recordTurn(lab.engine, result(held, 1)), recordTurn(lab.engine, result(held, 2))]);
      expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      await lab.service.cancelRun(lab.ctx, { id: run.id });
    });

    test("two ends of branches at the same moment make what joins them ready, once", async () => {
      const lab = laboratory(database(), {});
      const run = await lab.start({
        steps: [
          { id: "left", tool: "none" },
          { id: "right", tool: "none" },
          { id: "join", tool: "none", needs: ["left", "right"] },
        ],
      });
      const both = await claimSteps(lab.engine, { worker: "one", until: later(), limit: 32, organizations: [lab.ctx.organization] });
      expect(both).toHaveLength(2);
      await Promise.all(both.map((held) => recordTurn(lab.engine, result(held, null))));
      expect(await lab.steps(run)).toMatchObject({ join: { status: "queued", waitReason: "slot" } });
      expect((await claim(lab, "one")).step).toBe("join");
      await lab.service.cancelRun(lab.ctx, { id: run.id });
      await expire(lab);
      expect(await claimSteps(lab.engine, { worker: "two", until: later(), limit: 32, organizations: [lab.ctx.organization] })).toEqual([]);
      expect((await lab.service.getRun(lab.ctx, run.id)).status).toBe("cancelled");
    });

    test("turns of several runs and organizations are recorded together; one that is refused leaves the others as they are", async () => {
      const labs = [laboratory(database(), {}), laboratory(database(), {})];
      const started = await Promise.all(
        [0, 0, 1].map(async (index) => ({ lab: labs[index] as Laboratory, run: await labs[index]?.start(definition) })),
      );
      const organizations = labs.map(({ ctx }) => ctx.organization);
      const [lab] = labs as [Laboratory];
      const held = await claimSteps(lab.engine, { worker: "one", until: later(), limit: 32, organizations });
      expect(held).toHaveLength(3);
      const [late, ...rest] = held.toSorted((left, right) =>
        left.runId === started[0]?.run?.id ? -1 : right.runId === started[0]?.run?.id ? 1 : 0,
      );
      await lab.engine.attempts.letGo(lab.ctx, late as Held);
      const recorded = await recordTurns(
        lab.engine,
        [late as Held, ...rest].map((one) => result(one, one.runId)),
      );
      expect(recorded.map((one) => ("refused" in one ? one.refused.constructor : "recorded"))).toEqual([Fenced, "recorded", "recorded"]);
      for (const [index, { lab, run }] of started.entries()) {
        const { a } = await lab.steps(run as Run);
        expect(a).toMatchObject(index === 0 ? { status: "running", output: null } : { status: "succeeded", output: run?.id });
      }
    });

    test("steps done under one lease are recorded together, and not those that a cancelled run no longer has", async () => {
      const lab = laboratory(database(), {});
      const run = await lab.start(definition);
      const a = await claim(lab, "one");
      const planned = a.plan.steps.get("b");
      if (planned === undefined) throw new Error("The plan has the step b.");
      const b: Held = { ...a, step: "b", planned };
      await lab.service.cancelRun(lab.ctx, { id: run.id });
      await recordTurn(lab.engine, { done: [done(a, 1), done(b, 2)], going: undefined, lease: undefined, output: undefined });
      expect(await lab.steps(run)).toMatchObject({ a: { status: "succeeded", output: 1 }, b: { status: "cancelled", output: null } });
      expect((await lab.service.getRun(lab.ctx, run.id)).status).toBe("cancelled");
    });

    test("the more urgent is claimed first, then the older", async () => {
      const lab = laboratory(database(), {});
      const runs = await Promise.all([1, 2, 3].map(() => lab.start({ steps: [{ id: "a", tool: "none" }] })));
      const { stepAttempts } = lab.engine.parts;
      const attempts = (await stepAttempts.list(lab.ctx, { limit: 200 })).items.filter(({ runId }) => runs.some(({ id }) => id === runId));
      const [old, urgent, young] = attempts;
      if (!old || !urgent || !young) throw new Error("Three attempts were to be queued.");
      await stepAttempts.update(lab.ctx, old.id, { availableAt: 1 });
      await stepAttempts.update(lab.ctx, urgent.id, { priority: 1 });
      const order: string[] = [];
      for (let index = 0; index < 3; index++) {
        const [held] = await claimSteps(lab.engine, { worker: "one", until: later(), limit: 1, organizations: [lab.ctx.organization] });
        order.push(held?.runId ?? "");
      }
      expect(order).toEqual([urgent.runId, old.runId, young.runId]);
      for (const { id } of runs) await lab.service.cancelRun(lab.ctx, { id });
      await expire(lab);
      await claimSteps(lab.engine, { worker: "two", until: later(), limit: 32, organizations: [lab.ctx.organization] });
    });
  },
  ["sqlite", "postgres"],
);
