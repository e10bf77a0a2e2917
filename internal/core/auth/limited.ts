import { problem } from "../problems/problem.ts";

/** Runs at most `atOnce` tasks at a time and lets `waiting` more wait for their turn; a 429 problem for any beyond that. */
export function limited(atOnce: number, waiting: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (task) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) {
        throw problem.tooMany("Too many people are signing in just now. Try again in a moment.", { headers: { "Retry-After": "2" } });
      }
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running++;
    try {
      return await task();
    } finally {
      // Whoever is next takes over the place.
      const next = queue.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
