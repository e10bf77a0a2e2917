const longest = 3_600_000;

/**
 * Milliseconds to wait before the next try: twice as long after each failure, an hour at most. The later half of the span is
 * left to chance, so that what failed together does not come back together.
 */
export function retryDelay(failures: number, first: number, random: () => number = Math.random): number {
  const span = Math.min(longest, first * 2 ** Math.max(0, failures - 1));
  return Math.round(span / 2 + (span / 2) * random());
}
