import { randomInt } from "node:crypto";

/**
 * Numbers that grow: each greater than the one before, in the order of time over all processes, and below 2^53 for another 250 years. Two
 * processes hardly ever make the same one in the same millisecond; the tables refuse it if they do.
 */
export function sequence(): () => number {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now() * 1000 + randomInt(1000));
    return last;
  };
}
