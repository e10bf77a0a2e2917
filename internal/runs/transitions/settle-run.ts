import type { Context } from "../../core/context/context.ts";
import { evaluate } from "../../core/expressions/evaluate.ts";
import { ExpressionError } from "../../core/expressions/expression.ts";
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
}

/** Writes down where a run stands after its steps have moved: its row, the journal and the event. Nothing when it stands as it did. */
export async function settleRun(engine: Engine, ctx: Context, { run, plan, stands, pen, cancelling }: Settling): Promise<void> {
  const { parts, rows } = engine;
  const stand = runStand(stands.values(), cancelling);
  if (stand.status === run.status && stand.waitReason === run.waitReason) return;
  const patch = { ...stand };
  switch (stand.status) {
    case "succeeded": {
      const end = await outputOf(engine, ctx, run, plan);
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

/** The output that the definition promises; null when it promises none. */
async function outputOf(
  { steps, rows }: Engine,
  ctx: Context,
  run: LockedRun,
  plan: Plan,
): Promise<{ readonly output: Readonly<Record<string, unknown>> | null } | { readonly error: string }> {
  if (plan.outputs.length === 0) return { output: null };
  const outputs: Record<string, unknown> = {};
  for (const step of plan.outputReads) outputs[step] = await steps.output(ctx, { runId: run.id, step });
  const variables = { input: await rows.input(ctx, run.id), steps: outputs };
  const result: [string, unknown][] = [];
  for (const [name, expression] of plan.outputs) {
    if (expression.kind === "fault") return { error: `Output "${name}": ${expression.message}` };
    try {
      result.push([name, evaluate(expression, variables)]);
    } catch (error) {
      if (error instanceof ExpressionError) return { error: `Output "${name}": ${error.message}` };
      throw error;
    }
  }
  return { output: Object.fromEntries(result) };
}
