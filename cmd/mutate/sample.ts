import type { Mutant } from "./mutant.ts";

/**
 * A sample in which each kind of fault of each kind of file has its turn, so that the rare ones are not drowned by the frequent.
 * The same seed gives the same sample of the same mutants.
 */
export function sampleOf(mutants: readonly Mutant[], count: number, seed: number): readonly Mutant[] {
  const next = random(seed);
  const kinds = Map.groupBy(mutants, ({ artifact, fault }) => `${artifact} ${fault}`);
  const queues = shuffled([...kinds.values()], next).map((kind) => shuffled(kind, next));
  const chosen: Mutant[] = [];
  for (let turn = 0; chosen.length < Math.min(count, mutants.length); turn++) {
    for (const queue of queues) {
      const mutant = queue[turn];
      if (mutant !== undefined && chosen.length < count) chosen.push(mutant);
    }
  }
  return chosen;
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], next: () => number): Item[] {
  const result = [...items];
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(next() * (index + 1));
    [result[index], result[other]] = [result[other] as Item, result[index] as Item];
  }
  return result;
}

/** A linear congruential generator, with the constants of Numerical Recipes: enough to choose by. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
