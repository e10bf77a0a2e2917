import type { Context } from "../../core/context/context.ts";
import { retryDelay } from "../../core/events/backoff.ts";
import { type Engine, workTopic } from "../engine.ts";
import { readyAfter, skippedAfter } from "../plan/advance.ts";
import { type Key, sameKey } from "../store/attempts.ts";
import type { LogLine } from "../store/journal.ts";
import type { OpenRun, StepChange } from "../store/open-run.ts";
import type { Held } from "../worker/held.ts";
import type { Outcome } from "../worker/outcome.ts";
import { endStep, leaseStep, queueStep } from "./queue-step.ts";
import { OutputWanted, type RunOutput, settleRun } from "./settle-run.ts";

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
 * What became of a turn: recorded, with the step that the worker now holds the lease of, if any; or not, which changes nothing: Fenced
 * when the worker has lost the lease, OutputWanted when the run ends well and its output is missing.
 */
export type Recorded = { readonly next: Held | undefined } | { readonly refused: Fenced | OutputWanted };

/**
 * Writes down what workers did, all of it in one transaction: results, the attempts' ends, the steps that became ready or never will,
 * where the runs stand, journals and events. Each turn is of another run.
 */
export function recordTurns(engine: Engine, turns: readonly Turn[]): Promise<readonly Recorded[]> {
  const { core } = engine.parts;
  const organizations = Map.groupBy(turns, ({ done: [{ held }] }) => held.organization);
  const sorted = [...organizations].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return core.database.transact(core.system("worker", ""), async (ctx) => {
    const recorded = new Map<Turn, Recorded>();
    for (const [organization, ofOne] of sorted) await recordOfOne(engine, { ...ctx, organization }, ofOne, recorded);
    return turns.map((turn) => recorded.get(turn) ?? { refused: new Fenced() });
  });
}

/** A turn that has its place in the run, if the worker still holds the lease. */
interface Advanced {
  readonly turn: Turn;
  readonly open: OpenRun;
  readonly next: Held | undefined;
  /** When the attempt is tried again; undefined when it has ended. */
  readonly deferred: Again | undefined;
}

async function recordOfOne(engine: Engine, ctx: Context, turns: readonly Turn[], recorded: Map<Turn, Recorded>): Promise<void> {
  const { attempts, ledger } = engine;
  const leasedOf = ({ done: [{ held }] }: Turn): Held => held;
  const opened = await ledger.open(
    ctx,
    turns.map((turn) => leasedOf(turn).runId),
  );
  const runs = new Map(opened.map((open) => [open.run.id, open]));
  const advanced: Advanced[] = [];
  for (const turn of turns) {
    const open = runs.get(leasedOf(turn).runId);
    if (open === undefined) continue;
    try {
      advanced.push({ turn, open, ...advance(engine, open, turn) });
    } catch (error) {
      if (!(error instanceof OutputWanted)) throw error;
      recorded.set(turn, { refused: error });
    }
  }

  const ending = advanced.filter(({ deferred }) => deferred === undefined).map(({ turn }) => leasedOf(turn));
  const kept: Key[] = [...(await attempts.finish(ctx, ending))];
  for (const { turn, deferred } of advanced) {
    if (deferred !== undefined && (await attempts.defer(ctx, { ...leasedOf(turn), ...deferred }))) kept.push(leasedOf(turn));
  }
  const written = advanced.filter(({ turn }) => kept.some((key) => sameKey(key, leasedOf(turn))));
  await ledger.write(
    ctx,
    written.map(({ open }) => open),
  );
  for (const { turn, next } of written) recorded.set(turn, { next });
  if (written.some(({ open, deferred }) => deferred !== undefined || open.changes().queued.some(({ status }) => status !== "leased"))) {
    engine.parts.core.database.afterCommit(ctx, () => engine.parts.core.live.wake(workTopic));
  }
}

/** Moves the run on by what was done. @throws OutputWanted */
function advance(engine: Engine, open: OpenRun, turn: Turn): Pick<Advanced, "next" | "deferred"> {
  const { core } = engine.parts;
  const { done, output } = turn;
  const [{ held: leased }] = done;
  const cancelling = open.run.status === "cancelling";
  const last = done.at(-1) ?? done[0];
  const again = cancelling ? undefined : nextTry(last, core.now().getTime());
  const counted: Done[] = [];

  for (const { held, outcome } of done) {
    const { step, number, startedAt } = held;
    const further = held !== leased;
    // The run was cancelled since, and with it the steps that had not begun by then.
    if (further && open.states.get(step)?.status !== "pending") break;
    const retry = held === last.held ? again : undefined;
    open.logs(step, number, [...outcome.logs, ...linesOf(outcome, retry?.availableAt, core.now())]);
    const change: StepChange = {
      ...standOf(outcome, retry !== undefined),
      // The beginning of a further one was not written down.
      ...(further && { attempts: 1, startedAt }),
      error: "error" in outcome ? outcome.error : null,
      finishedAt: retry === undefined ? core.now().toISOString() : null,
    };
    open.step(step, change, { input: outcome.input, output: outcome.kind === "succeeded" ? outcome.output : null });
    if (retry && further) open.enqueue({ step, ...retry, status: "delayed" });
    counted.push({ held, outcome });
  }
  const next = cancelling ? undefined : follow(engine, open, turn, counted);
  settleRun(engine, open, { plan: leased.plan, cancelling, output });
  return { next: next && { ...next, stands: open.states }, deferred: done.length === 1 ? again : undefined };
}

interface Again {
  readonly number: number;
  readonly availableAt: number;
}

/** Whether the attempt goes back into the queue, and until when. */
function nextTry({ held, outcome }: Done, now: number): Again | undefined {
  const { number, planned } = held;
  if (outcome.kind === "waits") return { number, availableAt: outcome.until };
  const failed = outcome.kind === "failed" || outcome.kind === "timed_out";
  if (!failed || !outcome.retryable || number >= planned.attempts) return undefined;
  return { number: number + 1, availableAt: now + retryDelay(number, planned.backoffMilliseconds) };
}

/** What follows the ends of steps: others begin or are queued, or all that depends on one is skipped. */
function follow(engine: Engine, open: OpenRun, { going, lease }: Turn, done: readonly Done[]): Held | undefined {
  let next: Held | undefined;
  for (const { held } of done) {
    const { plan, step } = held;
    const status = open.states.get(step)?.status;
    if (status === "succeeded") {
      for (const ready of readyAfter(plan, open.states, step)) take(held, ready);
    } else if (status !== "waiting") {
      for (const skipped of skippedAfter(plan, open.states, step)) endStep(engine, open, skipped, "skipped");
    }
  }
  return next;

  function take(held: Held, step: string): void {
    const planned = held.plan.steps.get(step);
    const own = going === undefined ? next === undefined : going.step === step;
    if (lease === undefined || planned === undefined || !own) {
      queueStep(engine, open, step);
      return;
    }
    const leased = leaseStep(engine, open, step, lease);
    next = { ...(going ?? { ...held, step, planned, number: 1, losses: 0 }), ...leased };
  }
}

function standOf(outcome: Outcome, again: boolean): Pick<StepChange, "status" | "waitReason"> {
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
