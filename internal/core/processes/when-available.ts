import { setTimeout as pause } from "node:timers/promises";
import { retryDelay } from "../events/backoff.ts";
import { Problem } from "../problems/problem.ts";
import type { Log } from "../telemetry/log.ts";

/** Half a minute of waiting, with the usual first delay. */
const mostFailures = 8;

/**
 * Does a chore of the start, and again while a part of the platform cannot do it now (503): a process that ended for that would come back to
 * the same outage. Any other failure, and the last one, is thrown. The chore must be one that may be done twice.
 */
export async function whenAvailable<Result>(log: Log, chore: () => Promise<Result>, firstDelay = 200): Promise<Result> {
  for (let failures = 1; ; failures++) {
    try {
      return await chore();
    } catch (err) {
      if (!(err instanceof Problem) || err.status !== 503 || failures === mostFailures) throw err;
      log.warn({ err, failures }, "The start waits for what is not available now.");
      await pause(retryDelay(failures, firstDelay));
    }
  }
}
