import type { Run } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { problem } from "../../core/problems/problem.ts";
import { cancelTopic, type Engine } from "../engine.ts";
import { endStep } from "./queue-step.ts";
import { settleRun } from "./settle-run.ts";

/**
 * Cancels a run: no further step begins, and those under way are told to stop. It is cancelled at once when none is under way.
 * Again on the same run changes nothing; 404 without such a run, 409 when it has ended otherwise.
 */
export async function cancelRun(engine: Engine, ctx: Context, id: string): Promise<Run> {
  const { parts, attempts, ledger, plans } = engine;
  const { core } = parts;
  const known = await existing(engine, ctx, id);
  const plan = await plans.of(ctx, known);
  return core.database.transact(ctx, async (ctx) => {
    const [open] = await ledger.open(ctx, [id]);
    if (open === undefined) throw problem.notFound("There is no such run.");
    const { status } = open.run;
    if (status === "cancelling" || status === "cancelled") return existing(engine, ctx, id);
    if (status !== "queued" && status !== "running" && status !== "waiting") throw problem.conflict("This run has ended already.");
    // A step whose worker died says that it runs, and is in the queue.
    const withdrawn = new Set(await attempts.withdraw(ctx, id));
    for (const [step, { status }] of open.states) {
      if (!withdrawn.has(step) && status !== "pending" && status !== "queued" && status !== "waiting") continue;
      endStep(engine, open, step, "cancelled");
    }
    settleRun(engine, open, { plan, cancelling: true, output: undefined });
    await ledger.write(ctx, [open]);
    core.database.afterCommit(ctx, () => core.live.wake(cancelTopic));
    return existing(engine, ctx, id);
  });
}

async function existing({ parts }: Engine, ctx: Context, id: string): Promise<Run> {
  const run = await parts.runs.find(ctx, id);
  if (run === undefined) throw problem.notFound("There is no such run.");
  return run;
}
