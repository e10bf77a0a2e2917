import { readdirSync, readFileSync } from "node:fs";

/** Linux counts the processor's time in hundredths of a second, whatever the machine (proc_pid_stat(5), USER_HZ). */
const ticksPerSecond = 100;

/** Seconds of processor that this process has used. */
export function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** Seconds of processor that a process, its children and those that it outlived have used. Linux only; not a number elsewhere. */
export function familySeconds(pid: number): number {
  try {
    const parent = statOf(pid);
    const children = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(Number(name)) ?? [])
      .filter((stat) => stat.parent === pid);
    if (parent === undefined) return Number.NaN;
    return parent.own + parent.outlived + children.reduce((sum, { own }) => sum + own, 0);
  } catch {
    return Number.NaN;
  }
}

interface Stat {
  readonly parent: number;
  readonly own: number;
  readonly outlived: number;
}

/** Undefined when the process has ended meanwhile. */
export function statOf(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return undefined;
  }
  // The command's name, in brackets, may hold anything; the field after it is the third.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = (first: number): number => (Number(fields[first - 3]) + Number(fields[first - 2])) / ticksPerSecond;
  return { parent: Number(fields[1]), own: ticks(14), outlived: ticks(16) };
}
