import type { Run, StepState } from "../../../generated/runs/types.gen.ts";
import type { NewAttempt } from "./attempts.ts";
import type { LogLine } from "./journal.ts";
import { type Payload, storable } from "./payload.ts";
import type { RunHead } from "./run-rows.ts";
import type { Payloads, StepsOfRun } from "./steps.ts";

/** What may change of a step. */
export type StepChange = Partial<Pick<StepState, "status" | "waitReason" | "attempts" | "error" | "startedAt" | "finishedAt">>;
/** What may change of a run. */
export type RunChange = Partial<Pick<RunHead, "status" | "waitReason" | "error" | "startedAt" | "finishedAt">> & {
  readonly output?: Payload;
};

/** A line of the journal, before it has its number. */
export type Noted =
  | { readonly kind: "run" }
  | { readonly kind: "step"; readonly state: StepState }
  | { readonly kind: "log"; readonly step: string; readonly attempt: number; readonly line: LogLine };

/** A run whose lock a transaction holds. What changes of it changes in memory; the ledger writes it. */
export interface OpenRun {
  readonly run: RunHead;
  /** Where its steps stand, in the order of the definition, the changes included. */
  readonly states: ReadonlyMap<string, StepState>;
  /** Changes a step and notes it in the journal; `payloads` are what a try was given, and gave. */
  step(step: string, change: StepChange, payloads?: Payloads): StepState;
  logs(step: string, attempt: number, lines: readonly LogLine[]): void;
  /** Changes the run and notes it in the journal; an event tells of it. */
  change(change: RunChange): void;
  enqueue(attempt: Omit<NewAttempt, "runId">): void;
  /** What is to be written. */
  changes(): RunChanges;
}

export interface RunChanges {
  /** The run as it was begun in this transaction; undefined for one that was there before. */
  readonly begun: Run | undefined;
  readonly told: boolean;
  readonly output: Payload;
  /** The steps that changed, with the payloads of a try that ended. */
  readonly moved: ReadonlyMap<string, Payloads | undefined>;
  readonly queued: readonly NewAttempt[];
  /** What the journal is to tell after the line with this number. */
  readonly sequence: number;
  readonly noted: readonly Noted[];
}

const maxLines = 1_000;
const maxMessage = 10_000;
const maxError = 10_000;

/** A run with what was read of it; `begun` when its row was inserted just now, and its steps have none yet. */
export function openRun(head: RunHead, { states: read, sequence }: StepsOfRun, begun?: Run): OpenRun {
  let run = head;
  let told = begun !== undefined;
  let output: Payload = null;
  const states = new Map(read);
  const moved = new Map<string, Payloads | undefined>();
  const queued: NewAttempt[] = [];
  const noted: Noted[] = begun === undefined ? [] : [{ kind: "run" }];

  return {
    get run() {
      return run;
    },
    states,
    step(step, change, payloads) {
      const before = states.get(step);
      if (before === undefined) throw new Error(`The step "${step}" has no row.`);
      const error = change.error === undefined ? before.error : change.error;
      const state = { ...before, ...change, error: error === null ? null : storable(error, maxError) };
      states.set(step, state);
      moved.set(step, payloads ?? moved.get(step));
      noted.push({ kind: "step", state });
      return state;
    },
    logs(step, attempt, lines) {
      for (const { level, message, at } of lines.slice(0, maxLines)) {
        noted.push({ kind: "log", step, attempt, line: { level, message: storable(message, maxMessage), at } });
      }
    },
    change({ output: given, ...change }) {
      run = { ...run, ...change, version: run.version + 1 };
      output = given ?? output;
      told = true;
      noted.push({ kind: "run" });
    },
    enqueue: (attempt) => void queued.push({ runId: run.id, ...attempt }),
    changes: () => ({ begun, told, output, moved, queued, sequence, noted }),
  };
}
