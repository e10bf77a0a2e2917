import { afterEach, expect, test } from "vitest";
import { forEachDatabase } from "../../core/testing/test-databases.ts";
import { closeLaboratories, laboratory } from "../testing/laboratory.ts";

afterEach(closeLaboratories);

forEachDatabase(
  (_, database) => {
    test("cancelling ends what waits at once, stops what runs, and begins nothing more", async () => {
      const begun: string[] = [];
      const under = Promise.withResolvers<void>();
      const lab = laboratory(database(), {
        long: ({ source, ctx }) => {
          begun.push(source);
          under.resolve();
          return new Promise((_, reject) => ctx.signal.addEventListener("abort", () => reject(ctx.signal.reason)));
        },
      });
      lab.worker({ concurrency: 1 });
      const run = await lab.start({
        steps: [
          { id: "a", tool: "long" },
          { id: "b", tool: "long" },
          { id: "c", tool: "long", needs: ["a", "b"] },
        ],
      });
      await under.promise;
      expect((await lab.service.cancelRun(lab.ctx, { id: run.id })).status).toBe("cancelling");
      expect((await lab.service.cancelRun(lab.ctx, { id: run.id })).status).toMatch(/cancelling|cancelled/);
      expect((await lab.ended(run)).status).toBe("cancelled");
      expect(Object.values(await lab.steps(run)).map(({ status }) => status)).toEqual(["cancelled", "cancelled", "cancelled"]);
      expect(begun).toHaveLength(1);
      expect((await lab.service.cancelRun(lab.ctx, { id: run.id })).status).toBe("cancelled");
    });

    test("a step that follows a light one is shown as running, and is cancelled", async () => {
      const lab = laboratory(database(), { plain: () => ({ ok: true }), long: () => new Promise(() => {}) });
      lab.worker();
      const run = await lab.start({
        steps: [
          { id: "a", tool: "plain" },
          { id: "b", tool: "long", inputs: { a: "steps.a.ok" } },
          { id: "c", tool: "plain", needs: ["b"] },
        ],
      });
      await lab.until(run, (_, steps) => steps.b?.status === "running");
      expect((await lab.steps(run)).a).toMatchObject({ status: "succeeded", output: { ok: true } });
      await lab.service.cancelRun(lab.ctx, { id: run.id });
      expect((await lab.ended(run)).status).toBe("cancelled");
      expect(await lab.steps(run)).toMatchObject({ a: { status: "succeeded" }, b: { status: "cancelled" }, c: { status: "cancelled" } });
    });

    test("a run that no worker has begun is cancelled at once", async () => {
      const lab = laboratory(database(), {});
      const run = await lab.start({ steps: [{ id: "a", tool: "none" }] });
      expect(await lab.service.cancelRun(lab.ctx, { id: run.id })).toMatchObject({ status: "cancelled", waitReason: null });
    });

    test("a run that has ended otherwise cannot be cancelled", async () => {
      const lab = laboratory(database(), { plain: () => ({}) });
      lab.worker();
      const run = await lab.ended(await lab.start({ steps: [{ id: "a", tool: "plain" }] }));
      await expect(lab.service.cancelRun(lab.ctx, { id: run.id })).rejects.toMatchObject({ status: 409 });
      expect((await lab.service.getRun(lab.ctx, run.id)).status).toBe("succeeded");
    });
  },
  ["sqlite", "postgres"],
);
