import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { register, until } from "../../testing/api.ts";
import { commandOf, startPlatformProcess } from "../../testing/platform-process.ts";
import type { Figures } from "../report.ts";

const slots = 4;
const steps = 80;

/** Steps per second that wait on I/O, done by one worker process and by two, each with a few slots. `slowUrl` answers after a while. */
export async function measureScaling(env: Readonly<Record<string, string>>, slowUrl: string): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "archwright-bench-"));
  const settings = { ...env, RUNS_WORKER_CONCURRENCY: String(slots), TOOLS_HTTP_ALLOW_PRIVATE: "true" };
  const api = await startPlatformProcess(folder, settings, commandOf("api"));
  const workers = [await startPlatformProcess(folder, settings, commandOf("worker"))];
  try {
    const person = await register(api.url);
    const definition = {
      steps: Array.from({ length: steps }, (_, index) => ({ id: `s${index}`, tool: "http.request", inputs: { url: `'${slowUrl}'` } })),
    };
    const { id: pipelineId } = await person.call<{ id: string }>("POST", "/pipelines", { name: "Waits", definition });
    const perSecond = async (): Promise<number> => {
      const began = performance.now();
      const { id } = await person.call<{ id: string }>("POST", "/runs", { pipelineId });
      const { status } = await until(
        "the run ends",
        async () => {
          const run = await person.call<{ status: string; finishedAt: string | null }>("GET", `/runs/${id}`);
          return run.finishedAt === null ? undefined : run;
        },
        120_000,
      );
      if (status !== "succeeded") throw new Error(`The run ${status}.`);
      return steps / ((performance.now() - began) / 1_000);
    };
    await perSecond();
    const one = await perSecond();
    workers.push(await startPlatformProcess(folder, settings, commandOf("worker")));
    await perSecond();
    const two = await perSecond();
    return { "one-worker-steps-per-second": one, "two-workers-steps-per-second": two, "two-workers-to-one": two / one };
  } finally {
    await Promise.all([api, ...workers].map((process) => process.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}
