import { setTimeout as sleep } from "node:timers/promises";
import type { Sources } from "../../core/expressions/evaluate-all.ts";
import { Problem } from "../../core/problems/problem.ts";
import type { Observe } from "../../core/telemetry/metrics.ts";
import type { Engine } from "../engine.ts";
import { readyAfter, type StepStand } from "../plan/advance.ts";
import type { Payload } from "../store/payload.ts";
import { type Done, Fenced, type Recorded, type Turn } from "../transitions/record-turns.ts";
import { OutputWanted } from "../transitions/settle-run.ts";
import { type Held, keyOf } from "./held.ts";
import type { Outcome } from "./outcome.ts";
import { runOutput } from "./run-output.ts";
import { tracedExecute } from "./traced-execute.ts";

/** What a turn needs of its worker. */
export interface TurnParts {
  readonly worker: string;
  /** The steps whose leases the worker holds, by key; a turn keeps its own entry. */
  readonly holding: Map<string, Held>;
  /** Writes a turn down. */
  record(turn: Turn): Promise<Recorded>;
  leaseEnd(): number;
  /** Notes how long a try took, by tool and outcome. */
  readonly observe: Observe;
  isStopping(): boolean;
  /** Told when nothing of the run is left to do but to write down its end. */
  onEnding(): void;
}

/** So long a worker goes on with the steps of one run before it asks the queue again, where others may be more urgent. */
const longestTurn = 1_000;
/** Steps that follow each other within this time are written down together: a commit costs more than a light step. */
const longestStretch = 10;
/** Wait before a result is offered to the database again, and how often that may fail for another reason than that it is down. */
const offerAgain = 250;
const mostOffers = 3;
/** Where a step stands of which no more is to come. */
const over: ReadonlySet<StepStand["status"]> = new Set(["succeeded", "failed", "timed_out", "skipped", "cancelled"]);
const unrecordable = "The result of this step could not be recorded.";

/**
 * Does a step that the worker holds, and goes on with those that become ready by it. Light steps that follow one another are written down
 * in one transaction, under the lease of the first: if the worker dies before, all of them are done again, which is what the
 * source of their effects is for. A step that turns out not to be light is written down as running while it runs.
 */
export async function takeTurn(engine: Engine, first: Held, parts: TurnParts): Promise<void> {
  const { holding } = parts;
  const turnEnd = performance.now() + longestTurn;
  const sources = sourcesOf(engine, first);
  let stands = new Map(first.stands);
  let leased = first;
  let current: Held | undefined = first;
  let done: Done[] = [];
  let stretchEnd = 0;
  holding.set(keyOf(leased), leased);

  try {
    while (current !== undefined) {
      const began = performance.now();
      const executing = tracedExecute(engine, current, ({ planned }) => sources.of(planned.reads));
      // The outcome is looked at below; until then a rejection is not unhandled.
      executing.catch(() => {});
      if (done.length > 0 && (await isLonger(executing, stretchEnd - performance.now()))) {
        current = await write(current);
        // The run was cancelled before the step was known to have begun.
        if (current === undefined) return leased.stop.abort("cancelled");
      }
      const outcome = await executing;
      parts.observe({ tool: current.planned.tool, outcome: outcome?.kind ?? "handed over" }, (performance.now() - began) / 1000);
      if (outcome === undefined) break;
      done.push({ held: current, outcome });
      if (done.length === 1) stretchEnd = performance.now() + longestStretch;
      current = lightNext(current, outcome) ?? (await write());
    }
    // Stopped within a stretch: what was done counts, and the step that was under way is queued.
    if (done.length > 0) await write();
  } catch (err) {
    // Without a result the lease is let go, and the step is done again.
    if (!(err instanceof Fenced)) engine.parts.core.log.error({ err, run: leased.runId, step: leased.step }, "A step could not be done.");
    leased.stop.abort("lost");
  } finally {
    holding.delete(keyOf(leased));
  }

  /** The one step that became ready, if it may be done before anything is written down. */
  function lightNext(held: Held, outcome: Outcome): Held | undefined {
    const succeeded = outcome.kind === "succeeded";
    stands.set(held.step, { status: succeeded ? "succeeded" : "failed", waitReason: null });
    if (succeeded) sources.know(held.step, outcome.output);
    if (!succeeded || parts.isStopping() || performance.now() >= Math.min(stretchEnd, turnEnd) || held.stop.signal.aborted)
      return undefined;
    const [step, ...others] = readyAfter(held.plan, stands, held.step);
    const planned = step === undefined ? undefined : held.plan.steps.get(step);
    // Branches are queued at once, for whoever has a slot.
    if (step === undefined || planned === undefined || others.length > 0) return undefined;
    return { ...held, step, planned, number: 1, losses: 0, startedAt: engine.parts.core.now().toISOString() };
  }

  /** Writes down what is done; gives the step to go on with, now leased. Keeps offering it while the lease lasts. */
  async function write(going?: Held): Promise<Held | undefined> {
    const [head, ...rest] = done;
    if (head === undefined) return going;
    holding.delete(keyOf(leased));
    const goOn = going !== undefined || (!parts.isStopping() && performance.now() < turnEnd && !leased.stop.signal.aborted);
    let offered: readonly [Done, ...Done[]] = [head, ...rest];
    let onward = going;
    const end = async () => runOutput(engine, leased, await sources.of(leased.plan.outputReads));
    if (onward === undefined && [...stands.values()].every(({ status }) => over.has(status))) parts.onEnding();
    const outputs = leased.plan.outputs.length > 0;
    // Worked out before the transaction that needs it: what takes long there keeps others from writing.
    let output = outputs && [...stands.values()].every(({ status }) => status === "succeeded") ? await end() : undefined;
    for (let offer = 1; ; offer++) {
      const lease = goOn ? { worker: parts.worker, until: parts.leaseEnd() } : undefined;
      try {
        const recorded = await parts.record({ done: offered, going: onward, lease, output });
        if ("refused" in recorded) throw recorded.refused;
        const { next } = recorded;
        done = [];
        if (next === undefined) return undefined;
        leased = next;
        stands = new Map<string, StepStand>(next.stands);
        holding.set(keyOf(leased), leased);
        return next;
      } catch (err) {
        if (err instanceof Fenced) throw err;
        if (err instanceof OutputWanted) {
          // The other branches have ended meanwhile.
          output = await end();
          continue;
        }
        engine.parts.core.log.warn({ err, run: leased.runId, step: leased.step }, "A result could not be recorded; it is tried again.");
        const down = err instanceof Problem && err.status === 503;
        if (!down && offer % mostOffers === 0) {
          const less = lessOf(offered);
          if (less === undefined) throw err;
          offered = less;
          onward = undefined;
        }
        await sleep(offerAgain);
      }
    }
  }
}

/**
 * What to offer in place of what the database refuses for itself, or the step would be done again for ever: the first step alone, which
 * may not be the one it refuses; after that its failure; undefined when even that was refused.
 */
function lessOf([head, ...rest]: readonly [Done, ...Done[]]): readonly [Done] | undefined {
  if (rest.length > 0) return [head];
  if (head.outcome.kind === "failed" && head.outcome.error === unrecordable) return undefined;
  return [{ held: head.held, outcome: { kind: "failed", error: unrecordable, retryable: false, input: null, logs: [] } }];
}

/** Whether a promise takes longer than so many milliseconds; a rejection is not longer. */
async function isLonger(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const decided = new AbortController();
  const settled = promise.then(
    () => false,
    () => false,
  );
  const late = sleep(Math.max(0, milliseconds), true, { signal: decided.signal }).catch(() => true);
  try {
    return await Promise.race([settled, late]);
  } finally {
    decided.abort();
  }
}

/** What expressions see in one turn: the run's input is read once, and what the turn itself made is not read again. */
function sourcesOf({ parts, rows, steps }: Engine, { runId, organization, input: known }: Held) {
  const system = parts.core.system("worker", organization);
  const own = new Map<string, Payload>();
  let input = known === undefined ? undefined : Promise.resolve(known);
  return {
    know: (step: string, output: Payload) => void own.set(step, output),
    async of(reads: readonly string[]): Promise<Sources> {
      input ??= rows.input(system, runId);
      const outputs: [string, Payload][] = [];
      for (const step of reads) outputs.push([step, own.get(step) ?? (await steps.output(system, { runId, step }))]);
      return { input: await input, steps: Object.fromEntries(outputs) };
    },
  };
}
