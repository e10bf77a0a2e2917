import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { RunNews } from "../../generated/runs/types.gen.ts";
import type { StreamEvent } from "../core/http/operation.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { closeLaboratories, laboratory } from "./testing/laboratory.ts";

const brief = ({ data }: StreamEvent<RunNews>): string => {
  switch (data.kind) {
    case "run":
      return `run ${data.run.status}`;
    case "step":
      return `${data.step.step} ${data.step.status}`;
    case "log":
      return `${data.log.step}: ${data.log.message}`;
  }
};

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

afterEach(closeLaboratories);

forEachDatabase(
  (_, database) => {
    test("a listener hears all of a run in order, and the stream ends with it", async () => {
      const lab = laboratory(database(), { plain: () => ({}), slow: () => sleep(100, {}) });
      const run = await lab.start({
        steps: [
          { id: "a", tool: "plain" },
          { id: "b", tool: "slow", needs: ["a"] },
        ],
      });
      const heard = collected(lab.service.streamRunEvents(lab.ctx, { id: run.id }));
      lab.worker();
      const all = await heard;
      expect(all.map(brief)).toEqual([
        "run queued",
        "a queued",
        "a running",
        "run running",
        "a: plain was used",
        "a succeeded",
        "b running",
        "b: slow was used",
        "b succeeded",
        "run succeeded",
      ]);
      expect(all.map(({ id }) => Number(id))).toEqual(all.map((_, index) => index + 1));

      const again = await collected(lab.service.streamRunEvents(lab.ctx, { id: run.id, lastEventId: "7" }));
      expect(again).toEqual(all.slice(7));
    });

    test("a listener that goes away ends the stream", async () => {
      const lab = laboratory(database(), {});
      const run = await lab.start({ steps: [{ id: "a", tool: "none" }] });
      const leaving = new AbortController();
      const stream = lab.service.streamRunEvents({ ...lab.ctx, signal: leaving.signal }, { id: run.id });
      const heard: string[] = [];
      for await (const news of stream) {
        heard.push(brief(news));
        if (heard.length === 2) leaving.abort();
      }
      expect(heard).toEqual(["run queued", "a queued"]);
      await lab.service.cancelRun(lab.ctx, { id: run.id });
    });

    test("logs are listed after a number, of one step, and not more than asked for", async () => {
      const lab = laboratory(database(), { plain: () => ({}) });
      lab.worker();
      const steps = ["a", "b", "c"].map((id, index, ids) => ({ id, tool: "plain", needs: index === 0 ? [] : [ids[index - 1] ?? ""] }));
      const run = await lab.ended(await lab.start({ steps }));
      const all = await lab.logs(run);
      expect(all.map(({ step }) => step)).toEqual(["a", "b", "c"]);
      const list = (rest: { after?: number; limit?: number; step?: string }) =>
        lab.service.listRunLogs(lab.ctx, { id: run.id, after: 0, limit: 500, ...rest });
      expect(await list({ after: all[0]?.sequence ?? 0 })).toEqual(all.slice(1));
      expect(await list({ step: "b" })).toEqual(all.slice(1, 2));
      expect(await list({ limit: 2 })).toEqual(all.slice(0, 2));
    });
  },
  ["sqlite", "postgres"],
);
