import { Problem } from "../../core/problems/problem.ts";
import type { Engine } from "../engine.ts";
import { type Recorded, recordTurns, type Turn } from "../transitions/record-turns.ts";

/** So many turns are written down in one transaction at the most. */
const largestBatch = 64;

interface Waiting extends PromiseWithResolvers<Recorded> {
  readonly turn: Turn;
}

/**
 * Writes turns down: at once when nothing else is being written, else together with all that end meanwhile. A turn that spoils a
 * batch fails alone.
 */
export function recorder(engine: Engine): (turn: Turn) => Promise<Recorded> {
  let waiting: readonly Waiting[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = nextBatch();
      if (!(await write(batch))) for (const one of batch) await write([one], true);
    }
    writing = false;
  }

  /** What waits longest, one turn of each run: what the next one finds depends on what the first one changes. */
  function nextBatch(): readonly Waiting[] {
    const runs = new Map<string, Waiting>();
    for (const one of waiting) {
      const { runId } = one.turn.done[0].held;
      if (runs.size < largestBatch && !runs.has(runId)) runs.set(runId, one);
    }
    const batch = [...runs.values()];
    waiting = waiting.filter((one) => !batch.includes(one));
    return batch;
  }

  /** Gives whether it is known what became of the turns. */
  async function write(batch: readonly Waiting[], alone = batch.length === 1): Promise<boolean> {
    try {
      const recorded = await recordTurns(
        engine,
        batch.map(({ turn }) => turn),
      );
      batch.forEach(({ resolve }, index) => void resolve(recorded[index] as Recorded));
      return true;
    } catch (error) {
      // Alone each would find the database as it is.
      const down = error instanceof Problem && error.status === 503;
      if (!alone && !down) return false;
      for (const { reject } of batch) reject(error);
      return true;
    }
  }

  return (turn) => {
    const one = { turn, ...Promise.withResolvers<Recorded>() };
    waiting = [...waiting, one];
    if (!writing) void writeAll();
    return one.promise;
  };
}
