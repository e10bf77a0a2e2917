import type { Context } from "../../core/context/context.ts";
import { retryDelay } from "../../core/events/backoff.ts";
import { type Engine, workTopic } from "../engine.ts";
import { readyAfter, type StepStand, skippedAfter } from "../plan/advance.ts";
import type { JournalPen, LogLine } from "../store/journal.ts";
import type { Held } from "../worker/held.ts";
import type { Outcome } from "../worker/outcome.ts";
import { delayStep, leaseStep, queueStep } from "./queue-step.ts";
import { type RunOutput, settleRun } from "./settle-run.ts";

/** The worker's token is no longer that of the attempt: another has it, and what this one did is not recorded. */
export class Fenced extends Error {}

/** A step that was done, and how that ended. */
export interface Done {
  readonly held: Held;
  readonly outcome: Outcome;
}

/** What a worker did since it last wrote something down. */
export interface Turn {
  /** The first is the step that the worker holds the lease of; each further one became ready by the one before it. All but the last succeeded. */
  readonly done: readonly [Done, ...Done[]];
  /** The step that it works on meanwhile, which the last one of `done` made ready. */
  readonly going: Held | undefined;
  /** For the step that goes on, or else one that is ready: without a lease, what is ready is queued. */
  readonly lease: { readonly worker: string; readonly until: number } | undefined;
  /** What the run gives if this ends it well; undefined when nobody has worked that out. */
  readonly output: RunOutput | undefined;
}

/**
 * Writes down what a worker did, all of it in one transaction: results, the attempt's end, the steps that became ready or never will,
 * where the run stands, journal and events. Gives the step that the worker now holds the lease of, if any.
 * Throws Fenced when the worker has lost the lease, OutputWanted when the run ends well and its output is missing; both change nothing.
 */
export function recordTurn(engine: Engine, turn: Turn): Promise<Held | undefined> {
  const { parts, rows, attempts, steps, journal } = engine;
  const { done, output } = turn;
  const [{ held: leased }] = done;
  const { runId, plan, trace } = leased;
  const own = { ...parts.core.system("worker", leased.organization), trace };

  return parts.core.database.transact(own, async (ctx) => {
    const run = await rows.lock(ctx, runId);
    if (run === undefined) throw new Fenced();
    const cancelling = run.status === "cancelling";
    const last = done.at(-1) ?? done[0];
    const again = cancelling ? undefined : nextTry(last, parts.core.now().getTime());
    const deferred = again !== undefined && done.length === 1;
    const kept = deferred ? await attempts.defer(ctx, { ...leased, ...again }) : await attempts.finish(ctx, leased);
    if (!kept) throw new Fenced();

    const pen = await journal.open(ctx, runId);
    const stands = await steps.stands(ctx, runId);
    for (const { held, outcome } of done) {
      const { step, number, startedAt } = held;
      const further = held !== leased;
      // The run was cancelled since, and with it the steps that had not begun by then.
      if (further && stands.get(step)?.status !== "pending") break;
      const retry = held === last.held ? again : undefined;
      await pen.logs(step, number, [...outcome.logs, ...linesOf(outcome, retry?.availableAt, parts.core.now())]);
      const stand = standOf(outcome, retry !== undefined);
      const begun = further ? { attempts: 1, startedAt } : { attempts: null, startedAt: null };
      const error = "error" in outcome ? outcome.error : null;
      const output = outcome.kind === "succeeded" ? outcome.output : null;
      const ended = { ...stand, ...begun, input: outcome.input, output, error, finished: retry === undefined };
      await pen.step(await steps.turn(ctx, { runId, step, ...ended }));
      if (retry && further) await delayStep(engine, ctx, { runId, step, ...retry });
      stands.set(step, stand);
    }
    if (again) parts.core.database.afterCommit(ctx, () => parts.core.live.wake(workTopic));
    const next = cancelling ? undefined : await follow(engine, ctx, turn, stands, pen);
    await settleRun(engine, ctx, { run, plan, stands, pen, cancelling, output });
    return next && { ...next, stands };
  });
}

/** Whether the attempt goes back into the queue, and until when. */
function nextTry({ held, outcome }: Done, now: number): { readonly number: number; readonly availableAt: number } | undefined {
  const { number, planned } = held;
  if (outcome.kind === "waits") return { number, availableAt: outcome.until };
  const failed = outcome.kind === "failed" || outcome.kind === "timed_out";
  if (!failed || !outcome.retryable || number >= planned.attempts) return undefined;
  return { number: number + 1, availableAt: now + retryDelay(number, planned.backoffMilliseconds) };
}

/** What follows the ends of steps: others begin or are queued, or all that depends on one is skipped. Keeps `stands` true. */
async function follow(
  engine: Engine,
  ctx: Context,
  turn: Turn,
  stands: Map<string, StepStand>,
  pen: JournalPen,
): Promise<Held | undefined> {
  const { done, going, lease } = turn;
  const { runId, plan } = done[0].held;
  let next: Held | undefined;

  for (const { held } of done) {
    const { status } = stands.get(held.step) ?? {};
    if (status === "succeeded") {
      for (const ready of readyAfter(plan, stands, held.step)) await take(held, ready);
    } else if (status !== "waiting") {
      for (const step of skippedAfter(plan, stands, held.step)) {
        await pen.step(await engine.steps.move(ctx, { runId, step }, "skipped"));
        stands.set(step, { status: "skipped", waitReason: null });
      }
    }
  }
  return next;

  async function take(held: Held, step: string): Promise<void> {
    const planned = plan.steps.get(step);
    const own = going === undefined ? next === undefined : going.step === step;
    if (lease === undefined || planned === undefined || !own) {
      await queueStep(engine, ctx, runId, step, pen);
      stands.set(step, { status: "queued", waitReason: "slot" });
      return;
    }
    const leased = await leaseStep(engine, ctx, { runId, step, pen }, lease);
    next = { ...(going ?? { ...held, step, planned, number: 1, losses: 0 }), ...leased };
    stands.set(step, { status: "running", waitReason: null });
  }
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
