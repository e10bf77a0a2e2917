import { spawnSync } from "node:child_process";
import { percentile } from "../report.ts";

/** What a command took, in milliseconds: on the clock, and of the processor, that of its children included. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/**
 * Runs a program with Node and says what it took, process start included. The clock suffers from whatever else the machine does, the
 * processor's time hardly. Throws what the program printed when it fails: work that was not done took no time.
 */
export function costOf(args: readonly string[], cwd: string): Cost {
  // `times` is POSIX: of the shell, then of all that it started, each as user and system time.
  const script = '"$0" "$@" 1>&2; code=$?; times; exit $code';
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync("sh", ["-c", script, process.execPath, ...args], { cwd, encoding: "utf8", maxBuffer: 1e9 });
  const wall = performance.now() - began;
  if (status !== 0) throw new Error(`${args.join(" ")} failed: ${stderr.slice(-2000)}`);
  const ofChildren = [...(stdout.trim().split("\n").at(-1) ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  return { wall, cpu: ofChildren.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0) };
}

/** The medians of several runs. */
export function medianCost(costs: readonly Cost[]): Cost {
  const median = (of: (cost: Cost) => number): number => percentile(costs.map(of), 0.5);
  return { wall: median(({ wall }) => wall), cpu: median(({ cpu }) => cpu) };
}
