import type { Context } from "../../core/context/context.ts";
import { retryDelay } from "../../core/events/backoff.ts";
import { type Engine, workTopic } from "../engine.ts";
import { readyAfter, type StepStand, skippedAfter } from "../plan/advance.ts";
import type { JournalPen, LogLine } from "../store/journal.ts";
import { readPayload, storedPayload } from "../store/payload.ts";
import type { Held } from "../worker/held.ts";
import type { Outcome } from "../worker/outcome.ts";
import { leaseStep, queueStep } from "./queue-step.ts";
import { settleRun } from "./settle-run.ts";

/** The worker's token is no longer that of the attempt: another has it, and what this one did is not recorded. */
export class Fenced extends Error {}

/**
 * Writes down how a try ended, all of it in one transaction: the result, the attempt's end, the steps that became ready or never will,
 * where the run stands, journal and events. With a `lease`, one of the steps that became ready is leased to the worker and given back.
 * Throws Fenced, and changes nothing, when the worker has lost the step.
 */
export function completeStep(
  engine: Engine,
  held: Held,
  outcome: Outcome,
  lease: { readonly worker: string; readonly until: number } | undefined,
): Promise<Held | undefined> {
  const { parts, rows, attempts, steps, journal } = engine;
  const { runId, step, plan, planned, number } = held;

  return parts.core.database.transact(parts.core.system("worker", held.organization), async (ctx) => {
    const run = await rows.lock(ctx, runId);
    if (run === undefined) throw new Fenced();
    const cancelling = run.status === "cancelling";
    const again = cancelling ? undefined : nextTry(held, outcome, parts.core.now().getTime());
    const kept = again ? await attempts.defer(ctx, { ...held, ...again }) : await attempts.finish(ctx, held);
    if (!kept) throw new Fenced();

    const pen = await journal.open(ctx, runId);
    await pen.logs(step, number, [...outcome.logs, ...linesOf(outcome, again?.availableAt, parts.core.now())]);
    const stand = standOf(outcome, again !== undefined);
    const error = "error" in outcome ? outcome.error : null;
    const output = outcome.kind === "succeeded" ? outcome.output : null;
    const finished = again === undefined;
    await pen.step(await steps.turn(ctx, { runId, step, ...stand, input: outcome.input, output, error, finished }));

    const stands = await steps.stands(ctx, runId);
    let next: Held | undefined;
    if (again) parts.core.database.afterCommit(ctx, () => parts.core.live.wake(workTopic));
    else if (!cancelling) next = await goOn(engine, ctx, held, { stands, pen, output, lease, succeeded: stand.status === "succeeded" });
    await settleRun(engine, ctx, { run, plan, stands, pen, cancelling });
    return next;
  });

  /** Whether the attempt goes back into the queue, and until when. */
  function nextTry(held: Held, outcome: Outcome, now: number): { readonly number: number; readonly availableAt: number } | undefined {
    if (outcome.kind === "waits") return { number, availableAt: outcome.until };
    const failed = outcome.kind === "failed" || outcome.kind === "timed_out";
    if (!failed || !outcome.retryable || held.number >= planned.attempts) return undefined;
    return { number: number + 1, availableAt: now + retryDelay(number, planned.backoffMilliseconds) };
  }
}

interface Going {
  readonly stands: Map<string, StepStand>;
  readonly pen: JournalPen;
  readonly output: unknown;
  readonly succeeded: boolean;
  readonly lease: { readonly worker: string; readonly until: number } | undefined;
}

/** What follows the end of a step: its children begin or are queued, or all that depends on it is skipped. Keeps `stands` true. */
async function goOn(engine: Engine, ctx: Context, held: Held, going: Going): Promise<Held | undefined> {
  const { runId, step, plan } = held;
  const { stands, pen, output, lease, succeeded } = going;
  if (!succeeded) {
    for (const skipped of skippedAfter(plan, stands, step)) {
      await pen.step(await engine.steps.move(ctx, { runId, step: skipped }, "skipped"));
      stands.set(skipped, { status: "skipped", waitReason: null });
    }
    return undefined;
  }
  let next: Held | undefined;
  for (const ready of readyAfter(plan, stands, step)) {
    const planned = plan.steps.get(ready);
    if (lease !== undefined && next === undefined && planned !== undefined) {
      const leased = await leaseStep(engine, ctx, { runId, step: ready, pen }, lease);
      // As the database would give it: a tool may have returned what JSON cannot say.
      const known = new Map(planned.reads.includes(step) ? [[step, readPayload(storedPayload(output))]] : []);
      next = { ...held, ...leased, step: ready, number: 1, losses: 0, planned, known, stop: new AbortController() };
      stands.set(ready, { status: "running", waitReason: null });
    } else {
      await queueStep(engine, ctx, runId, ready, pen);
      stands.set(ready, { status: "queued", waitReason: "slot" });
    }
  }
  return next;
}

function standOf(outcome: Outcome, again: boolean): StepStand {
  if (outcome.kind === "waits") return again ? { status: "waiting", waitReason: "timer" } : { status: "cancelled", waitReason: null };
  return again ? { status: "waiting", waitReason: "retry" } : { status: outcome.kind, waitReason: null };
}

/** What the engine itself has to say in the step's log. */
function linesOf(outcome: Outcome, next: number | undefined, now: Date): LogLine[] {
  const at = now.toISOString();
  const line = (level: LogLine["level"], message: string): LogLine => ({ level, message, at });
  switch (outcome.kind) {
    case "failed":
    case "timed_out":
      if (next === undefined) return [line("error", outcome.error)];
      return [line("warn", `${outcome.error}\nTried again at ${new Date(next).toISOString()}.`)];
    case "waits":
      return next === undefined ? [] : [line("info", `Waits until ${new Date(next).toISOString()}.`)];
    default:
      return [];
  }
}
