import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { register } from "../testing/api.ts";
import { startPlatformProcess } from "../testing/platform-process.ts";
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

/** Linux counts the processor's time in hundredths of a second, whatever the machine (proc_pid_stat(5), USER_HZ). */
const ticksPerSecond = 100;

async function usageOf(pid: number): Promise<{ readonly residentMib: number; readonly processorSeconds: number }> {
  const [status, stat] = await Promise.all([readFile(`/proc/${pid}/status`, "utf8"), readFile(`/proc/${pid}/stat`, "utf8")]);
  const resident = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
  // After the command's name, which may hold anything, the 12th and the 13th field are user and system time.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { residentMib: resident / 1024, processorSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond };
}
