import { runsEvents } from "../../../generated/runs/events.gen.ts";
import type { Run, RunNews, StepState } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Happened } from "../../core/events/event.ts";
import type { Core } from "../../core/modules/domain.ts";
import type { Attempts } from "./attempts.ts";
import type { Journal, NewLine } from "./journal.ts";
import { type Noted, type OpenRun, openRun } from "./open-run.ts";
import { type Payload, readPayload } from "./payload.ts";
import type { RunRows } from "./run-rows.ts";
import type { Steps } from "./steps.ts";

/** The runs of one organization that a transaction moves: read together, changed in memory, written together. */
export interface Ledger {
  /** Locks runs of the caller's organization, the one with the lower id first, and reads their steps. What is not there is not given. */
  open(ctx: Context, runIds: readonly string[]): Promise<readonly OpenRun[]>;
  /**
   * Writes what was begun or has changed of runs, their steps, attempts, journals and events: a statement for each of these, however many runs there
   * are. Gives the inputs of those runs that changed, by id.
   */
  write(ctx: Context, runs: readonly OpenRun[]): Promise<ReadonlyMap<string, Payload>>;
}

export interface LedgerParts {
  readonly rows: RunRows;
  readonly steps: Steps;
  readonly attempts: Attempts;
  readonly journal: Journal;
  readonly core: Pick<Core, "events" | "now">;
}

export function ledger({ rows, steps, attempts, journal, core }: LedgerParts): Ledger {
  return {
    async open(ctx, runIds) {
      // Sent together: the steps are read once the locks are held.
      const [heads, found] = await Promise.all([rows.lock(ctx, runIds), steps.ofRuns(ctx, runIds)]);
      return heads.map((head) => openRun(head, found.get(head.id) ?? { states: new Map(), sequence: 0 }));
    },

    async write(ctx, opened) {
      const at = core.now().toISOString();
      const changed = opened.map((open) => ({ ...open.changes(), run: { ...open.run, updatedAt: at }, states: open.states }));
      const fresh = changed.filter(({ begun }) => begun !== undefined);
      const old = changed.filter(({ begun }) => begun === undefined);

      const told = old.filter(({ told }) => told).map(({ run, output }) => ({ ...run, output }));
      const inputs = await rows.write(ctx, told, at);
      const lines: NewLine[] = [];
      const happened: Happened[] = [];
      const events = runsEvents({
        append: async ({ trace }, ...events) =>
          void happened.push(...events.map((event) => (trace === undefined ? event : { ...event, trace }))),
      });
      for (const { begun, told, run: head, output, sequence, noted } of changed) {
        const input = inputs.get(head.id) ?? null;
        const run = begun ?? { ...head, input: readPayload(input) as Run["input"], output: readPayload(output) as Run["output"] };
        noted.forEach((line, index) => void lines.push(newsOf(run, line, sequence + index + 1)));
        const own = { ...ctx, trace: run.trace ?? undefined };
        if (told) await (begun === undefined ? events.runUpdated(own, run) : events.runCreated(own, run));
      }
      const runs = fresh.flatMap(({ begun }) => begun ?? []);
      const inserted = fresh.flatMap(({ states }) => [...states.values()]);
      const moved = old.flatMap(({ states, moved }) =>
        [...moved].map(([step, payloads]) => ({ ...(states.get(step) as StepState), payloads })),
      );
      const queued = changed.flatMap(({ queued }) => queued);
      await Promise.all([
        rows.insert(ctx, runs),
        steps.insert(ctx, inserted, at),
        steps.write(ctx, moved, at),
        attempts.insert(ctx, queued, at),
        journal.append(ctx, lines, at),
        core.events.append(ctx, ...happened),
      ]);
      return inputs;
    },
  };
}

function newsOf(run: Run, noted: Noted, sequence: number): NewLine {
  const line = (news: RunNews): NewLine => ({ runId: run.id, sequence, news });
  switch (noted.kind) {
    case "run":
      return line({ kind: "run", run });
    case "step":
      return line({ kind: "step", step: noted.state });
    case "log": {
      const { step, attempt, line: logged } = noted;
      return line({ kind: "log", log: { sequence, step, attempt, ...logged } });
    }
  }
}
