import type { Eventual } from "../eventual/eventual.ts";

/** How late a deadline may be noticed, in milliseconds. */
const tick = 25;

interface Open {
  readonly at: number;
  readonly late: () => void;
}

const open = new Set<Open>();
let ticking: NodeJS.Timeout | undefined;

/**
 * What `work` gives, or the rejection with what `late` makes when it takes longer than `milliseconds`. All share one timer: a timer of
 * its own costs each request more than its checks do.
 */
export function within<Result>(milliseconds: number, work: Eventual<Result>, late: () => unknown): Eventual<Result> {
  if (milliseconds === Number.POSITIVE_INFINITY || !(work instanceof Promise)) return work;
  return new Promise((resolve, reject) => {
    const entry: Open = { at: performance.now() + milliseconds, late: () => reject(late()) };
    open.add(entry);
    ticking ??= setInterval(endLate, tick).unref();
    work.then(
      (result) => {
        open.delete(entry);
        resolve(result);
      },
      (error) => {
        open.delete(entry);
        reject(error);
      },
    );
  });
}

function endLate(): void {
  const now = performance.now();
  for (const entry of open) {
    if (entry.at > now) continue;
    open.delete(entry);
    entry.late();
  }
  if (open.size > 0) return;
  clearInterval(ticking);
  ticking = undefined;
}
