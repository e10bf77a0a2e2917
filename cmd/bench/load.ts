import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import autocannon from "autocannon";

/** A server in a process of its own, and what it said when it was ready. */
export interface Target<Ready> {
  readonly ready: Ready;
  stop(): Promise<void>;
}

/** Starts `script`, which prints one line of JSON when it is ready: `url` and whatever else `Ready` says. */
export async function startTarget<Ready extends { readonly url: string }>(
  script: string,
  args: readonly string[] = [],
): Promise<Target<Ready>> {
  const child: ChildProcess = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  if (child.stdout === null) throw new Error("The child has no output.");
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, "line").then(([text]) => String(text)),
    once(child, "exit").then(() => Promise.reject(new Error(`${script} ended before it was ready.`))),
  ]);
  return {
    ready: JSON.parse(line) as Ready,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** Requests per second of one address, after a warm-up. @throws when an answer is no success: a failing server is not fast. */
export async function requestsPerSecond(url: string, headers: Readonly<Record<string, string>>, seconds: number): Promise<number> {
  await load(url, headers, 2);
  return (await load(url, headers, seconds)).perSecond;
}

/** Asks one address as fast as it answers. @throws when an answer is no success */
export async function load(
  url: string,
  headers: Readonly<Record<string, string>>,
  seconds: number,
): Promise<{ readonly perSecond: number; readonly requests: number }> {
  const options = { url, headers: { ...headers }, connections: 32, pipelining: 1 };
  const result = await autocannon({ ...options, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no success, ${result.errors} failed.`);
  return { perSecond: result.requests.average, requests: result.requests.total };
}
