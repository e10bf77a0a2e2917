import { setTimeout as sleep } from "node:timers/promises";
import type { RunsService } from "../../../generated/runs/service.gen.ts";
import type { RunId } from "../../../generated/runs/types.gen.ts";
import { startForBench } from "../platform.ts";
import { type Figures, percentile } from "../report.ts";
import { type Contender, measure, report } from "./contender.ts";

// The platform as `npm start` runs it, all in this process. Runs are begun by calling the service, as the others' units are, and over HTTP.
const { person, platform } = await startForBench(process.env.DATABASE_URL);
const runs = platform.service("runs") as RunsService;
const ctx = platform.core.system("bench", person.organization);

const light = (id: string, needs: readonly string[]) => ({
  id,
  tool: "template.render",
  inputs: { template: "'hello'", data: "{}" },
  needs,
});
type PipelineId = `pl-${string}`;
const pipeline = async (name: string, steps: readonly object[]): Promise<PipelineId> =>
  (await person.call<{ id: PipelineId }>("POST", "/pipelines", { name, definition: { steps } })).id;
// Nothing to do, as the others' units have nothing to do.
const one = await pipeline("One step", [{ id: "only", tool: "wait", inputs: { seconds: "0" } }]);
const forty = await pipeline(
  "Forty steps",
  Array.from({ length: 40 }, (_, index) => light(`s${index}`, index === 0 ? [] : [`s${index - 1}`])),
);

const call = (pipelineId: PipelineId) => runs.startRun(ctx, { body: { pipelineId } });
const http = (pipelineId: PipelineId) => person.call<{ id: RunId }>("POST", "/runs", { pipelineId });

async function allEnded(): Promise<void> {
  const open = { filter: { status: { in: ["queued", "running", "waiting"] } }, limit: 1 } as const;
  while ((await runs.listRuns(ctx, open)).items.length > 0) await sleep(5);
  const { items } = await runs.listRuns(ctx, { filter: { status: { in: ["failed", "timed_out", "cancelled"] } }, limit: 1 });
  if (items.length > 0) throw new Error("A run did not succeed.");
}

/** Starts a run and reads its events to their end. */
async function toEnd(start: (pipelineId: PipelineId) => Promise<{ readonly id: RunId }>, pipelineId: PipelineId): Promise<RunId> {
  const { id } = await start(pipelineId);
  for await (const _ of runs.streamRunEvents(ctx, { id }));
  return id;
}

const by = (start: typeof call | typeof http): Contender => ({
  start: () => start(one),
  ended: allEnded,
  startToFinish: async () => void (await toEnd(start, one)),
});

async function chain(): Promise<Figures> {
  const times: number[] = [];
  for (let index = 0; index < 30; index++) {
    const began = performance.now();
    await toEnd(call, forty);
    times.push(performance.now() - began);
  }
  return { "forty-steps-p50-ms": percentile(times, 0.5), "forty-steps-p95-ms": percentile(times, 0.95) };
}

/** From a run's row, before its commit, to the beginning of its step by way of the queue; whole milliseconds, as rows have them. */
async function hop(): Promise<Figures> {
  const hops: number[] = [];
  for (let index = 0; index < 100; index++) {
    const id = await toEnd(call, one);
    const [run, [step]] = await Promise.all([runs.getRun(ctx, id), runs.listRunSteps(ctx, { id })]);
    hops.push(Date.parse(step?.startedAt ?? "") - Date.parse(run.createdAt));
  }
  return { "queue-hop-p50-ms": percentile(hops, 0.5), "queue-hop-p95-ms": percentile(hops, 0.95) };
}

async function burst(): Promise<Figures> {
  const began = performance.now();
  await Promise.all(Array.from({ length: 30 }, () => toEnd(http, one)));
  return { "burst-of-30-ms": performance.now() - began };
}

const named = (prefix: string, figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`${prefix}-${name}`, figure]));

const count = Number(process.env.COUNT);
report({
  ...named("called", await measure(by(call), count)),
  ...named("http", await measure(by(http), count)),
  ...(await chain()),
  ...(await hop()),
  ...(await burst()),
});
