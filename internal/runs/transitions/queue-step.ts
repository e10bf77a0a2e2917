import type { RunId } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { type Engine, workTopic } from "../engine.ts";
import type { JournalPen } from "../store/journal.ts";

/** 1 is the most urgent, 5 the least; all runs are alike for now. */
const priority = 3;

/** Puts a step that is ready into the queue, and wakes the workers after the commit. Its row says so, and the journal. */
export async function queueStep({ parts, steps }: Engine, ctx: Context, runId: RunId, step: string, pen: JournalPen): Promise<void> {
  const { core, stepAttempts } = parts;
  await stepAttempts.insert(ctx, {
    organization: ctx.organization,
    runId,
    step,
    number: 1,
    status: "queued",
    availableAt: core.now().getTime(),
    priority,
  });
  await pen.step(await steps.move(ctx, { runId, step }, "queued"));
  core.database.afterCommit(ctx, () => core.live.wake(workTopic));
}

/** Leases a step that is ready to the worker that made it so, in the same transaction: no hop through the queue. */
export async function leaseStep(
  { parts, steps }: Engine,
  ctx: Context,
  { runId, step, pen }: { readonly runId: RunId; readonly step: string; readonly pen: JournalPen },
  lease: { readonly worker: string; readonly until: number },
): Promise<{ readonly token: number; readonly startedAt: string }> {
  const token = 1;
  await parts.stepAttempts.insert(ctx, {
    organization: ctx.organization,
    runId,
    step,
    number: 1,
    status: "leased",
    availableAt: parts.core.now().getTime(),
    priority,
    token,
    leasedUntil: lease.until,
    worker: lease.worker,
  });
  const state = await steps.begin(ctx, { runId, step });
  await pen.step(state);
  return { token, startedAt: state.startedAt };
}

/** Puts a step aside that was done without an attempt of its own, and has to be done again. Its row says so already. */
export async function delayStep(
  { parts }: Engine,
  ctx: Context,
  delay: { readonly runId: RunId; readonly step: string; readonly number: number; readonly availableAt: number },
): Promise<void> {
  await parts.stepAttempts.insert(ctx, { organization: ctx.organization, ...delay, status: "delayed", priority });
}
