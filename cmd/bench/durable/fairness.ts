import type { RunsService } from "../../../generated/runs/service.gen.ts";
import { register } from "../../testing/api.ts";
import { startForBench } from "../platform.ts";
import { type Figures, percentile } from "../report.ts";
import { beginAll, report } from "./contender.ts";

// How long a single run of one organization takes, without and with a thousand runs of another in the queue.
const { url, person: flooding, platform } = await startForBench(process.env.DATABASE_URL);
const other = await register(url, "Grace Hopper");
const runs = platform.service("runs") as RunsService;
const ctxOf = ({ organization }: typeof other) => platform.core.system("bench", organization);

const light = { id: "only", tool: "template.render", inputs: { template: "'hello'", data: "{}" } };
/** Waits on somebody else for two seconds, and holds its slot. */
const slow = { id: "only", tool: "http.request", inputs: { url: `'${process.env.SLOW_URL}'` } };
const pipeline = async (person: typeof other, name: string, step: object) =>
  (await person.call<{ id: `pl-${string}` }>("POST", "/pipelines", { name, definition: { steps: [step] } })).id;
const single = await pipeline(other, "Single", light);

async function singles(count: number): Promise<readonly number[]> {
  const ctx = ctxOf(other);
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const began = performance.now();
    const { id } = await runs.startRun(ctx, { body: { pipelineId: single } });
    for await (const _ of runs.streamRunEvents(ctx, { id }));
    times.push(performance.now() - began);
  }
  return times;
}

async function queued(): Promise<number> {
  const { total } = await runs.listRuns(ctxOf(flooding), { filter: { status: { eq: "queued" } }, limit: 1, total: true });
  return total ?? 0;
}

async function flooded(step: object, name: string): Promise<Figures> {
  const pipelineId = await pipeline(flooding, name, step);
  await beginAll(1_000, () => runs.startRun(ctxOf(flooding), { body: { pipelineId } }));
  const before = await queued();
  const times = await singles(10);
  return {
    [`${name}-queued-before`]: before,
    [`${name}-queued-after`]: await queued(),
    [`${name}-p50-ms`]: percentile(times, 0.5),
    [`${name}-longest-ms`]: Math.max(...times),
  };
}

const alone = await singles(30);
report({
  "alone-p50-ms": percentile(alone, 0.5),
  "alone-longest-ms": Math.max(...alone),
  ...(await flooded(light, "flood-of-light-steps")),
  ...(await flooded(slow, "flood-of-slow-steps")),
});
