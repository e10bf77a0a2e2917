import type { Run } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { problem } from "../../core/problems/problem.ts";
import { cancelTopic, type Engine } from "../engine.ts";
import { settleRun } from "./settle-run.ts";

/**
 * Cancels a run: no further step begins, and those under way are told to stop. It is cancelled at once when none is under way.
 * Again on the same run changes nothing; 404 without such a run, 409 when it has ended otherwise.
 */
export async function cancelRun(engine: Engine, ctx: Context, id: string): Promise<Run> {
  const { parts, rows, attempts, steps, journal, plans } = engine;
  const { core } = parts;
  const known = await existing(engine, ctx, id);
  const plan = await plans.of(ctx, known);
  return core.database.transact(ctx, async (ctx) => {
    const run = await rows.lock(ctx, id);
    if (run === undefined) throw problem.notFound("There is no such run.");
    if (run.status === "cancelling" || run.status === "cancelled") return existing(engine, ctx, id);
    if (run.status !== "queued" && run.status !== "running" && run.status !== "waiting") {
      throw problem.conflict("This run has ended already.");
    }
    const pen = await journal.open(ctx, run.id);
    // A step whose worker died says that it runs, and is in the queue.
    const withdrawn = new Set(await attempts.withdraw(ctx, run.id));
    const stands = await steps.stands(ctx, run.id);
    for (const [step, { status }] of stands) {
      if (!withdrawn.has(step) && status !== "pending" && status !== "queued" && status !== "waiting") continue;
      stands.set(step, { status: "cancelled", waitReason: null });
      await pen.step(await steps.move(ctx, { runId: run.id, step }, "cancelled"));
    }
    await settleRun(engine, ctx, { run, plan, stands, pen, cancelling: true, output: undefined });
    core.database.afterCommit(ctx, () => core.live.wake(cancelTopic));
    return existing(engine, ctx, id);
  });
}

async function existing({ parts }: Engine, ctx: Context, id: string): Promise<Run> {
  const run = await parts.runs.find(ctx, id);
  if (run === undefined) throw problem.notFound("There is no such run.");
  return run;
}
