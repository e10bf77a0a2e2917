import { setTimeout as sleep } from "node:timers/promises";
import type { Victim } from "./victim.ts";

/** What was done to the processes. */
export interface Struck {
  readonly kills: number;
  readonly pauses: number;
  /** By the name of whom it hit. */
  readonly hits: Readonly<Record<string, number>>;
}

/** Between two strikes, by how many may be hit: one alone must be there for a while to do anything. */
const longestGap = 4_000;
const shortestPause = 100;
const longestPause = 2_500;

/**
 * Strikes so many times, one of `victims` by chance, with SIGKILL or with SIGSTOP and SIGCONT, while those hit before may still be coming
 * back. `halfway` is done in between. Resolves when all are back.
 */
export async function strike(
  victims: readonly Victim[],
  times: number,
  halfway: () => Promise<void>,
  random: () => number,
  tell: (line: string) => void,
): Promise<Struck> {
  const away = new Map<Victim, Promise<void>>();
  const hits: Record<string, number> = {};
  let kills = 0;
  let failure: unknown;

  for (let count = 0; count < times; count++) {
    if (failure !== undefined) throw failure;
    if (count === Math.floor(times / 2)) {
      await Promise.all(away.values());
      await halfway();
    }
    const there = victims.filter((one) => !away.has(one));
    const victim = there[Math.floor(random() * there.length)];
    if (victim === undefined) {
      await Promise.race(away.values());
      count--;
      continue;
    }
    const kill = random() < 0.5;
    const pause = shortestPause + random() * (longestPause - shortestPause);
    tell(`${count + 1} of ${times}: ${victim.name} ${kill ? "is killed" : `stands still for ${Math.round(pause)} ms`}`);
    if (kill) kills++;
    hits[victim.name] = (hits[victim.name] ?? 0) + 1;
    const struck = (kill ? victim.kill() : victim.pause(pause))
      .catch((error) => {
        failure = error;
      })
      .finally(() => away.delete(victim));
    away.set(victim, struck);
    await sleep((random() * longestGap) / victims.length);
  }
  await Promise.all(away.values());
  if (failure !== undefined) throw failure;
  return { kills, pauses: times - kills, hits };
}
