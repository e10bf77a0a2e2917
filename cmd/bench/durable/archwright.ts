import type { RunsService } from "../../../generated/runs/service.gen.ts";
import { startForBench } from "../platform.ts";
import { measure, report } from "./contender.ts";

// Runs of one light step: API, worker and scheduler in this process, begun by calling the service or through HTTP.
const overHttp = process.env.WAY === "http";
const bench = await startForBench(process.env.DATABASE_URL);
const { person, platform } = bench;
const runs = platform.service("runs") as RunsService;
const ctx = platform.core.system("bench", person.organization);
const steps = [{ id: "only", tool: "template.render", inputs: { template: "'hello'", data: "{}" }, needs: [] }];
const { id: pipelineId } = await person.call<{ id: `pl-${string}` }>("POST", "/pipelines", { name: "One step", definition: { steps } });
const start = (): Promise<{ readonly id: string }> =>
  overHttp ? person.call("POST", "/runs", { pipelineId }) : runs.startRun(ctx, { body: { pipelineId } });

const figures = await measure(
  {
    start,
    async ended() {
      const open = { filter: { status: { in: ["queued", "running", "waiting"] } }, limit: 1 } as const;
      while ((await runs.listRuns(ctx, open)).items.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const bad = await runs.listRuns(ctx, { filter: { status: { ne: "succeeded" } }, limit: 1 } as never);
      if (bad.items.length > 0) throw new Error("A run did not succeed.");
    },
    async startToFinish() {
      const { id } = await start();
      for await (const _ of runs.streamRunEvents(ctx, { id }));
    },
  },
  Number(process.env.COUNT),
);
report(figures);
