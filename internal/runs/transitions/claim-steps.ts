import type { Context } from "../../core/context/context.ts";
import { Problem } from "../../core/problems/problem.ts";
import type { Engine } from "../engine.ts";
import type { Claimed } from "../store/attempts.ts";
import type { LockedRun } from "../store/run-rows.ts";
import type { Held } from "../worker/held.ts";
import { settleRun } from "./settle-run.ts";

/** Who claims, until when, and how many steps at the most. */
export interface Claim {
  readonly worker: string;
  readonly until: number;
  readonly limit: number;
}

/**
 * Takes steps out of the queue for a worker and writes down that they run, in one transaction. A step of a run that is cancelled
 * meanwhile ends there. Rows are locked in one order everywhere: attempts that nobody holds, then runs by id, then what is below a run.
 */
export function claimSteps(engine: Engine, claim: Claim): Promise<readonly Held[]> {
  const { parts, attempts } = engine;
  return parts.core.database.transact(parts.core.system("worker", ""), async (ctx) => {
    const claimed = await attempts.claim(ctx, claim);
    const ofRuns = Map.groupBy(
      claimed.toSorted((left, right) => (left.runId < right.runId ? -1 : 1)),
      (attempt) => attempt.runId,
    );
    const held: Held[] = [];
    for (const [runId, ofRun] of ofRuns) {
      // The steps of one run belong to one organization, whose rows alone this context sees.
      const own = { ...ctx, organization: ofRun[0]?.organization ?? "" };
      held.push(...(await beginOfRun(engine, own, runId, ofRun)));
    }
    return held;
  });
}

async function beginOfRun(engine: Engine, ctx: Context, runId: string, claimed: readonly Claimed[]): Promise<Held[]> {
  const { parts, rows, attempts, steps, plans, journal } = engine;
  const run = await rows.lock(ctx, runId);
  if (run === undefined || isOver(run)) {
    for (const attempt of claimed) await attempts.finish(ctx, attempt);
    return [];
  }
  const pen = await journal.open(ctx, run.id);
  const plan = await plans.of(ctx, run).catch(notThere);
  if (plan === undefined) {
    // One run that cannot go on must not keep the others from being claimed.
    for (const attempt of claimed) await attempts.finish(ctx, attempt);
    const error = "The version of the pipeline that this run is of is not there any more.";
    const failed = await parts.runs.update(ctx, run.id, { status: "failed", error, finishedAt: parts.core.now().toISOString() });
    await pen.run(failed);
    await parts.events.runUpdated(ctx, failed);
    return [];
  }
  const stands = await steps.stands(ctx, runId);
  const cancelling = run.status === "cancelling";
  const held: Held[] = [];
  for (const attempt of claimed) {
    const { step, number, token, losses, organization } = attempt;
    const planned = plan.steps.get(step);
    if (cancelling || planned === undefined) {
      await attempts.finish(ctx, attempt);
      await pen.step(await steps.move(ctx, { runId, step }, "cancelled"));
      stands.set(step, { status: "cancelled", waitReason: null });
      continue;
    }
    const state = await steps.begin(ctx, { runId, step });
    await pen.step(state);
    if (losses > 0) await pen.logs(step, number, [workerLost(parts.core.now())]);
    stands.set(step, { status: "running", waitReason: null });
    const { startedAt } = state;
    const stop = new AbortController();
    held.push({ runId: run.id, step, token, number, losses, organization, trace: run.trace, plan, planned, startedAt, stands, stop });
  }
  await settleRun(engine, ctx, { run, plan, stands, pen, cancelling, output: undefined });
  return held;
}

const isOver = ({ status }: LockedRun): boolean =>
  status !== "queued" && status !== "running" && status !== "waiting" && status !== "cancelling";

const workerLost = (at: Date) =>
  ({ level: "warn", message: "The worker that had this step was lost; another takes it over.", at: at.toISOString() }) as const;

function notThere(error: unknown): undefined {
  if (!(error instanceof Problem) || error.status !== 404) throw error;
}
