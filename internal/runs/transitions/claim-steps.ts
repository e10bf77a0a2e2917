import type { Context } from "../../core/context/context.ts";
import { Problem } from "../../core/problems/problem.ts";
import type { Engine } from "../engine.ts";
import type { Claimed, Key } from "../store/attempts.ts";
import type { OpenRun } from "../store/open-run.ts";
import type { Payload } from "../store/payload.ts";
import type { RunHead } from "../store/run-rows.ts";
import type { Held } from "../worker/held.ts";
import { beginStep, endStep } from "./queue-step.ts";
import { settleRun } from "./settle-run.ts";

/** Who claims, until when, and how many steps at the most. */
export interface Claim {
  readonly worker: string;
  readonly until: number;
  readonly limit: number;
  /** Whose turn it is: each organization gets as much of the limit as any other, and what one leaves goes to the next. */
  readonly organizations: readonly string[];
}

/**
 * Takes steps out of the queue for a worker and writes down that they run, in one transaction. A step of a run that is cancelled
 * meanwhile ends there. Rows are locked in one order everywhere: attempts that nobody holds, then runs by organization and id, then what
 * is below a run.
 */
export async function claimSteps(engine: Engine, { organizations, ...claim }: Claim): Promise<readonly Held[]> {
  const { parts, attempts } = engine;
  if (organizations.length === 0) return [];
  return parts.core.database.transact(parts.core.system("worker", ""), async (ctx) => {
    const claims: [string, readonly Claimed[]][] = [];
    let { limit } = claim;
    for (const [index, organization] of organizations.entries()) {
      const share = Math.ceil(limit / (organizations.length - index));
      if (share === 0) break;
      const claimed = await attempts.claim(ctx, { ...claim, organization, limit: share });
      if (claimed.length > 0) claims.push([organization, claimed]);
      limit -= claimed.length;
    }
    const held: Held[] = [];
    for (const [organization, claimed] of claims.toSorted(([left], [right]) => (left < right ? -1 : 1))) {
      // The steps of one run belong to one organization, whose rows alone this context sees.
      held.push(...(await beginAll(engine, { ...ctx, organization }, claimed)));
    }
    return held;
  });
}

/** A step that may begin; what it is given is known once the run is written. */
type Begun = Omit<Held, "input">;

async function beginAll(engine: Engine, ctx: Context, claimed: readonly Claimed[]): Promise<Held[]> {
  const { attempts, ledger } = engine;
  const ofRuns = Map.groupBy(claimed, ({ runId }) => runId);
  const runs = new Map((await ledger.open(ctx, [...ofRuns.keys()])).map((open) => [open.run.id as string, open]));
  const begun: Begun[] = [];
  const over: Key[] = [];
  for (const [runId, ofRun] of ofRuns) {
    const open = runs.get(runId);
    if (open === undefined || isOver(open.run)) over.push(...ofRun);
    else begun.push(...(await beginOfRun(engine, ctx, open, ofRun, over)));
  }
  await attempts.finish(ctx, over);
  const inputs = await ledger.write(ctx, [...runs.values()]);
  return begun.map((held) => ({ ...held, input: inputs.get(held.runId) as Payload | undefined }));
}

/** Begins the steps of one run; `over` gets those that shall not be. */
async function beginOfRun(
  engine: Engine,
  ctx: Context,
  open: OpenRun,
  claimed: readonly Claimed[],
  over: Key[],
): Promise<readonly Begun[]> {
  const { parts, plans } = engine;
  const { run } = open;
  const plan = await plans.of(ctx, run).catch(notThere);
  if (plan === undefined) {
    // One run that cannot go on must not keep the others from being claimed.
    over.push(...claimed);
    const error = "The version of the pipeline that this run is of is not there any more.";
    open.change({ status: "failed", waitReason: null, error, finishedAt: parts.core.now().toISOString() });
    return [];
  }
  const cancelling = run.status === "cancelling";
  const begun: Begun[] = [];
  for (const attempt of claimed) {
    const { step, number, token, losses, organization } = attempt;
    const planned = plan.steps.get(step);
    if (cancelling || planned === undefined) {
      over.push(attempt);
      endStep(engine, open, step, "cancelled");
      continue;
    }
    const startedAt = beginStep(engine, open, step);
    if (losses > 0) open.logs(step, number, [workerLost(parts.core.now())]);
    const trace = run.trace ?? undefined;
    const stop = new AbortController();
    begun.push({ runId: run.id, step, token, number, losses, organization, trace, plan, planned, startedAt, stands: open.states, stop });
  }
  settleRun(engine, open, { plan, cancelling, output: undefined });
  return begun;
}

const isOver = ({ status }: RunHead): boolean =>
  status !== "queued" && status !== "running" && status !== "waiting" && status !== "cancelling";

const workerLost = (at: Date) =>
  ({ level: "warn", message: "The worker that had this step was lost; another takes it over.", at: at.toISOString() }) as const;

function notThere(error: unknown): undefined {
  if (!(error instanceof Problem) || error.status !== 404) throw error;
}
