import { Problem } from "../../core/problems/problem.ts";

interface Waiting<Unit, Result> extends PromiseWithResolvers<Result> {
  readonly unit: Unit;
}

/** How units are written. */
export interface Writing<Unit, Result> {
  /** So many at the most in one transaction. */
  readonly most: number;
  /** Two units with the same key are not written in one transaction. */
  key(unit: Unit): unknown;
  /** Writes units down, all or none; gives what became of each, in their order. */
  write(units: readonly Unit[]): Promise<readonly Result[]>;
}

/**
 * Writes units down: at once when nothing is being written, else together with all that come meanwhile. One that spoils the others'
 * transaction fails alone.
 */
export function together<Unit, Result>({ most, key, write }: Writing<Unit, Result>): (unit: Unit) => Promise<Result> {
  let waiting: readonly Waiting<Unit, Result>[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = nextBatch();
      if (!(await settle(batch, batch.length === 1))) for (const one of batch) await settle([one], true);
    }
    writing = false;
  }

  /** What waits longest, one of each key. */
  function nextBatch(): readonly Waiting<Unit, Result>[] {
    const byKey = new Map<unknown, Waiting<Unit, Result>>();
    for (const one of waiting) {
      const name = key(one.unit);
      if (byKey.size < most && !byKey.has(name)) byKey.set(name, one);
    }
    const batch = new Set(byKey.values());
    waiting = waiting.filter((one) => !batch.has(one));
    return [...batch];
  }

  /** Gives whether it is known what became of the units. */
  async function settle(batch: readonly Waiting<Unit, Result>[], alone: boolean): Promise<boolean> {
    try {
      const results = await write(batch.map(({ unit }) => unit));
      batch.forEach(({ resolve }, index) => void resolve(results[index] as Result));
      return true;
    } catch (error) {
      // Alone each would find the database as it is.
      const down = error instanceof Problem && error.status === 503;
      if (!alone && !down) return false;
      for (const { reject } of batch) reject(error);
      return true;
    }
  }

  return (unit) => {
    const one = { unit, ...Promise.withResolvers<Result>() };
    waiting = [...waiting, one];
    if (!writing) void writeAll();
    return one.promise;
  };
}
