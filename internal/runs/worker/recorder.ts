import type { Engine } from "../engine.ts";
import { type Recorded, recordTurns, type Turn } from "../transitions/record-turns.ts";
import { together } from "../transitions/together.ts";

/** Writes turns down, those that end at about the same time in one transaction. */
export const recorder = (engine: Engine): ((turn: Turn) => Promise<Recorded>) =>
  together({
    most: 64,
    // What a run's next turn finds depends on what the one before changed.
    key: ({ done: [{ held }] }) => held.runId,
    write: (turns) => recordTurns(engine, turns),
  });
