import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../codegen/database/free-port.ts";
import type { Role } from "../../internal/core/processes/role.ts";

/** The platform in a process of its own, as `npm start` runs it. */
export interface PlatformProcess {
  readonly url: string;
  readonly pid: number;
  /** All that it wrote so far, both streams. */
  output(): string;
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<void>;
  /** Sends a signal and waits for nothing: SIGSTOP, SIGCONT. */
  signal(name: NodeJS.Signals): void;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
}

const root = join(import.meta.dirname, "../..");
const entry = commandOf("platform");

/** How one role of the platform is started: `api`, `worker`, `scheduler`; `platform` is all of them. */
export function commandOf(role: Role | "platform"): readonly string[] {
  return [process.execPath, "--import", join(root, "cmd/compile-cache.mjs"), join(root, `cmd/${role}.ts`)];
}

/** Starts the platform, by `command` if told, and waits until it is ready. @throws with its output when it ends before that. */
export async function startPlatformProcess(
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
  command: readonly string[] = entry,
): Promise<PlatformProcess> {
  const port = env.PORT === undefined ? await freePort() : Number(env.PORT);
  const child = spawnPlatform({ DATA_DIR: dataFolder, HOST: "127.0.0.1", LOG_LEVEL: "warn", ...env, PORT: String(port) }, command);
  const url = `http://127.0.0.1:${port}`;
  const exited = once(child.process, "exit") as Promise<[number | null]>;
  for (let waited = 0; ; waited += 20) {
    const ready = await fetch(`${url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) break;
    if (child.process.exitCode !== null || waited > 30_000) throw new Error(`The platform did not start:\n${child.output()}`);
    await sleep(20);
  }
  return {
    url,
    pid: child.process.pid ?? 0,
    output: child.output,
    async kill() {
      child.process.kill("SIGKILL");
      await exited;
    },
    signal: (name) => void child.process.kill(name),
    async stop() {
      child.process.kill("SIGTERM");
      return (await exited)[0];
    },
  };
}

/** Runs the platform's entry point until it ends by itself; for starts that must fail. */
export async function runToEnd(env: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawnPlatform(env, entry);
  const [code] = (await once(child.process, "exit")) as [number | null];
  return { code, output: child.output() };
}

function spawnPlatform(
  env: Readonly<Record<string, string>>,
  [program = "", ...args]: readonly string[],
): { readonly process: ChildProcess; output(): string } {
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8");
    stream?.on("data", (text: string) => {
      output += text;
    });
  }
  return { process: child, output: () => output };
}
