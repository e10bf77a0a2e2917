import type { Background } from "../modules/domain.ts";

/** Several works as one: stopping it stops them all, and waits for all of them. */
export function together(works: readonly Background[]): Background {
  return {
    async stop() {
      await Promise.all(works.map((work) => work.stop()));
    },
  };
}
