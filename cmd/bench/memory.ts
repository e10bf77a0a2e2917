import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { register } from "../testing/api.ts";
import { startPlatformProcess } from "../testing/platform-process.ts";
import { statOf } from "./durable/processor-time.ts";
import type { Figures } from "./report.ts";

const idleSeconds = 60;

/**
 * Memory and processor of the process that `npm start` leaves running: API, worker and scheduler, with built pages when `web/dist` has them,
 * after somebody has registered and looked around, and a minute in which nothing happens. Linux only.
 */
export async function benchMemory(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "archwright-bench-"));
  const server = await startPlatformProcess(folder);
  try {
    const person = await register(server.url);
    for (const path of ["/pipelines", "/runs", "/tools", "/artifacts"]) await person.call("GET", path);
    await fetch(server.url);
    const before = await usageOf(server.pid);
    await sleep(idleSeconds * 1_000);
    const after = await usageOf(server.pid);
    return {
      "resident-mib": after.residentMib,
      "resident-mib-before": before.residentMib,
      "idle-processor-percent": (100 * (after.processorSeconds - before.processorSeconds)) / idleSeconds,
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function usageOf(pid: number): Promise<{ readonly residentMib: number; readonly processorSeconds: number }> {
  const resident = Number(/^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1]);
  return { residentMib: resident / 1024, processorSeconds: statOf(pid)?.own ?? Number.NaN };
}
