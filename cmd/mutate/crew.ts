import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Answer, Question } from "./runner.ts";

/** How a question ended: with an answer, or with none in time. */
export type Ending = Answer | "timeout";

export interface Crew {
  /** Asks whoever is free. */
  ask(question: Question): Promise<Ending>;
  stop(): void;
}

// Tests have limits of their own; what takes this long does not come to an end by itself.
const patience = 90_000;

/** Processes that run tests in `folder`, side by side; one that hangs is ended, and replaced. */
export function startCrew(folder: string, size: number, env: Readonly<Record<string, string>>): Crew {
  const running = new Set<ChildProcess>();
  // They lead groups of their own, and would outlive this process.
  const endAll = (): void => running.forEach(end);
  process.once("exit", endAll);
  const free: Promise<ChildProcess>[] = Array.from({ length: size }, () => start());
  const waiting: ((runner: Promise<ChildProcess>) => void)[] = [];

  async function start(): Promise<ChildProcess> {
    // Detached, it leads a group, and its workers end with it.
    const child = fork(new URL("runner.ts", import.meta.url), {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      detached: true,
    });
    running.add(child);
    await once(child, "message");
    return child;
  }

  const release = (runner: Promise<ChildProcess>): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(runner);
    else next(runner);
  };

  return {
    async ask(question) {
      const taken = free.pop() ?? (await new Promise<Promise<ChildProcess>>((resolve) => waiting.push((runner) => resolve(runner))));
      const child = await taken;
      child.send(question);
      const answer = await Promise.race([answered(child), silence()]);
      if (answer !== "timeout") {
        release(Promise.resolve(child));
        return answer;
      }
      end(child);
      running.delete(child);
      release(start());
      return answer;
    },
    stop() {
      endAll();
      process.off("exit", endAll);
    },
  };
}

async function answered(child: ChildProcess): Promise<Ending> {
  const [message] = await once(child, "message");
  return message as Answer;
}

function silence(): Promise<"timeout"> {
  return new Promise((resolve) => setTimeout(resolve, patience, "timeout").unref());
}

function end(child: ChildProcess): void {
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
}
