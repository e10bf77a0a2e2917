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
  env: Readonly<Record<string, string>> = {},
): Promise<Target<Ready>> {
  const child: ChildProcess = spawn(process.execPath, [script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
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

/** One request, which is sent again and again. */
export interface Asked {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** POST when there is one; in place of `[<id>]` each has another text. */
  readonly body?: string;
  /** What every answer must be: a server that fails is not fast, and a refusal may be what is measured. */
  readonly status: number;
}

/** How long is asked: for a time, or until so many are answered. */
export type Extent = { readonly duration: number } | { readonly amount: number };

/** Asks as fast as it is answered, over 32 connections. @throws when an answer has another status */
export async function load(
  { url, headers = {}, body, status }: Asked,
  extent: Extent,
): Promise<{ readonly perSecond: number; readonly requests: number }> {
  const sent = body === undefined ? { headers: { ...headers } } : { headers: { ...headers, "content-type": "application/json" }, body };
  const method = body === undefined ? "GET" : "POST";
  const result = await autocannon({
    url,
    method,
    ...sent,
    idReplacement: body !== undefined,
    connections: 32,
    pipelining: 1,
    ...extent,
  });
  const others = Object.keys(result.statusCodeStats ?? {}).filter((answered) => answered !== String(status));
  if (others.length > 0 || result.errors > 0) throw new Error(`${url}: answers of ${others.join(", ")}, ${result.errors} errors.`);
  return { perSecond: result.requests.average, requests: result.requests.total };
}
