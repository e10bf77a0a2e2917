import { until } from "../testing/api.ts";
import { type BenchPlatform, startForBench } from "./platform.ts";
import { type Figures, percentile } from "./report.ts";

interface Run {
  readonly id: string;
  readonly status: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

const light = (id: string, needs: readonly string[]) => ({
  id,
  tool: "template.render",
  inputs: { template: "'hello'", data: "{}" },
  needs,
});
const chain = Array.from({ length: 40 }, (_, index) => light(`s${index}`, index === 0 ? [] : [`s${index - 1}`]));

/** Durable runs through the API, worker in the same process: throughput of one-step runs, and start-to-finish times. */
export async function benchRuns(): Promise<Figures> {
  const platform = await startForBench(process.env.DATABASE_URL);
  const one = await pipeline(platform, "One step", [light("only", [])]);
  const forty = await pipeline(platform, "Forty steps", chain);

  await many(platform, one, 200);
  const count = 2_000;
  const began = performance.now();
  await many(platform, one, count);
  const throughput = count / ((performance.now() - began) / 1_000);

  const single: number[] = [];
  for (let index = 0; index < 200; index++) single.push(await timed(platform, one));
  const chained: number[] = [];
  for (let index = 0; index < 30; index++) chained.push(await timed(platform, forty));
  const burstBegan = performance.now();
  await many(platform, one, 30);
  const burst = performance.now() - burstBegan;

  return {
    "one-step-runs-per-second": throughput,
    "one-step-p50-ms": percentile(single, 0.5),
    "one-step-p95-ms": percentile(single, 0.95),
    "forty-steps-p50-ms": percentile(chained, 0.5),
    "forty-steps-p95-ms": percentile(chained, 0.95),
    "burst-of-30-ms": burst,
  };
}

async function pipeline({ person }: BenchPlatform, name: string, steps: readonly object[]): Promise<string> {
  return (await person.call<{ id: string }>("POST", "/pipelines", { name, definition: { steps } })).id;
}

/** Starts `count` runs over 16 connections and waits until all have succeeded. */
async function many({ person }: BenchPlatform, pipelineId: string, count: number): Promise<void> {
  let left = count;
  const starter = async () => {
    while (left-- > 0) await person.call("POST", "/runs", { pipelineId });
  };
  await Promise.all(Array.from({ length: 16 }, starter));
  await until(
    "all runs end",
    async () => {
      const { items } = await person.call<{ items: Run[] }>("GET", "/runs?filter[status][in]=queued,running,waiting&limit=1");
      return items.length === 0 ? true : undefined;
    },
    120_000,
  );
  const { total } = await person.call<{ total: number }>("GET", "/runs?filter[status][ne]=succeeded&limit=1&total=true");
  if (total > 0) throw new Error(`${total} runs did not succeed.`);
}

/** Milliseconds from the request that starts a run to its end, as the stream of its events tells it. */
async function timed({ person }: BenchPlatform, pipelineId: string): Promise<number> {
  const began = performance.now();
  const { id } = await person.call<Run>("POST", "/runs", { pipelineId });
  const stream = await person.send("GET", `/runs/${id}/events`);
  if (stream.body === null) throw new Error("The stream has no body.");
  let text = "";
  for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) text += chunk;
  if (!text.includes('"succeeded"')) throw new Error(`The run did not succeed: ${text.slice(-500)}`);
  return performance.now() - began;
}
