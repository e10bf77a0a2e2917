import { setTimeout as sleep } from "node:timers/promises";
import type { RunsService } from "../../../generated/runs/service.gen.ts";
import type { RunId } from "../../../generated/runs/types.gen.ts";
import type { ToolsService } from "../../../generated/tools/service.gen.ts";
import { createLog } from "../../../internal/core/telemetry/create-log.ts";
import { openPlatform } from "../../../internal/project.ts";
import { startForBench } from "../platform.ts";
import { type Figures, percentile } from "../report.ts";
import { type Contender, measure, report } from "./contender.ts";

// The platform as `npm start` runs it, all in this process. Runs are begun by calling the service, as the others' units are, and over HTTP.
const { person, platform, config } = await startForBench(process.env.DATABASE_URL);
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

/** When the step of each run began its work, by the run's id. */
const begun = new Map<string, number>();
const tools = platform.service("tools") as { -readonly [Name in "invokeTool"]: ToolsService[Name] };
const { invokeTool } = tools;
tools.invokeTool = (ctx, input) => {
  begun.set(input.body.source?.split("/")[0] ?? "", performance.now());
  return invokeTool(ctx, input);
};

/** From a run that is committed to the beginning of its step's work, wherever the run was asked for. */
async function hop(start: typeof call): Promise<Figures> {
  const hops: number[] = [];
  for (let index = 0; index < 100; index++) {
    const { id } = await start(one);
    const committed = performance.now();
    for await (const _ of runs.streamRunEvents(ctx, { id }));
    hops.push(Math.max(0, (begun.get(id) ?? Number.NaN) - committed));
  }
  return { "p50-ms": percentile(hops, 0.5), "p95-ms": percentile(hops, 0.95) };
}

/** The same for runs that another process was asked for, which does no steps itself: by way of the queue and a wake. */
async function hopToAnother(): Promise<Figures> {
  if (config.databaseUrl.startsWith("sqlite:")) return {};
  const env = { ...process.env, DATA_DIR: config.dataFolder };
  const api = await openPlatform({ config, env, log: createLog("error", []), roles: ["api"] });
  const elsewhere = api.service("runs") as RunsService;
  try {
    return named("queue-hop", await hop((pipelineId) => elsewhere.startRun(ctx, { body: { pipelineId } })));
  } finally {
    await api.stop();
  }
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
  ...named("begin-hop", await hop(call)),
  ...(await hopToAnother()),
  ...(await burst()),
});
