import type { Context } from "../../core/context/context.ts";
import type { Engine } from "../engine.ts";
import { runStand, type StepStand } from "../plan/advance.ts";
import type { Plan } from "../plan/plan.ts";
import type { JournalPen } from "../store/journal.ts";
import { storable } from "../store/payload.ts";
import type { LockedRun } from "../store/run-rows.ts";

const maxError = 10_000;

/** What settling a run goes by. */
export interface Settling {
  readonly run: LockedRun;
  readonly plan: Plan;
  readonly stands: ReadonlyMap<string, StepStand>;
  readonly pen: JournalPen;
  readonly cancelling: boolean;
  readonly output: RunOutput | undefined;
}

/** The output that the definition promises, or why there is none. */
export type RunOutput = { readonly output: Readonly<Record<string, unknown>> | null } | { readonly error: string };

/** A run ends well, and its output has to be worked out first: that takes its time, and is not for a transaction. */
export class OutputWanted extends Error {}

/** Writes down where a run stands after its steps have moved: its row, the journal and the event. Nothing when it stands as it did. */
export async function settleRun(engine: Engine, ctx: Context, settling: Settling): Promise<void> {
  const { parts, rows } = engine;
  const { run, plan, stands, pen, cancelling } = settling;
  const stand = runStand(stands.values(), cancelling);
  if (stand.status === run.status && stand.waitReason === run.waitReason) return;
  const patch = { ...stand };
  switch (stand.status) {
    case "succeeded": {
      const end = plan.outputs.length === 0 ? { output: null } : settling.output;
      if (end === undefined) throw new OutputWanted();
      Object.assign(patch, "error" in end ? { status: "failed", error: end.error } : { output: end.output });
      break;
    }
    case "failed":
    case "timed_out": {
      const failure = await rows.firstFailure(ctx, run.id);
      if (failure) Object.assign(patch, { error: storable(`Step "${failure.step}": ${failure.error}`, maxError) });
      break;
    }
  }
  const at = parts.core.now().toISOString();
  const begun = run.status === "queued" ? { startedAt: at } : {};
  const open = stand.status === "running" || stand.status === "waiting" || stand.status === "cancelling";
  const changed = await parts.runs.update(ctx, run.id, { ...patch, ...begun, ...(open ? {} : { finishedAt: at }) });
  await pen.run(changed);
  await parts.events.runUpdated(ctx, changed);
}
