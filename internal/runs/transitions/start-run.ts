import type { Run, RunStart, StepState } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { problem } from "../../core/problems/problem.ts";
import { validatorOf } from "../../core/validation/from-schema.ts";
import { newPlace } from "../../core/validation/place.ts";
import { type Engine, workTopic } from "../engine.ts";
import { withDefaults } from "../plan/defaults.ts";
import type { PlannedStep } from "../plan/plan.ts";
import { openRun } from "../store/open-run.ts";
import { queueStep } from "./queue-step.ts";

/**
 * Starts a run of a pipeline version, in one transaction: the run, its steps, and attempts at those that wait for no other.
 * 404 without such a pipeline or version, 422 when the input is not as the pipeline's schema asks.
 */
export async function startRun(engine: Engine, ctx: Context, { pipelineId, version, input }: RunStart): Promise<Run> {
  const { parts, plans, ledger } = engine;
  const { core, contracts, runs } = parts;
  const pipeline = await contracts.pipelines.getPipeline(ctx, pipelineId);
  const pipelineVersion = version ?? pipeline.latest;
  const plan = await plans.of(ctx, { pipelineId, pipelineVersion });
  const accepted = acceptedInput(plan.inputSchema, input ?? {});

  const span = { name: "run", kind: "producer", attributes: { "archwright.pipeline": pipelineId } } as const;
  return core.tracing.within(ctx.trace, span, (trace) => core.database.transact({ ...ctx, trace }, (ctx) => begin(ctx, trace)));

  async function begin(ctx: Context, trace: string | undefined): Promise<Run> {
    const run = await runs.insert(ctx, {
      pipelineId,
      pipelineName: pipeline.name,
      pipelineVersion,
      startedBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
      status: "queued",
      waitReason: "slot",
      input: accepted,
      trace: trace ?? null,
    });
    const steps = [...plan.steps.values()];
    const states = new Map(steps.map((step) => [step.id, pending(run, step)]));
    const open = openRun(run, { states, sequence: 0 }, run);
    for (const { id, needs } of steps) if (needs.length === 0) queueStep(engine, open, id);
    await ledger.write(ctx, [open]);
    core.database.afterCommit(ctx, () => core.live.wake(workTopic));
    return run;
  }
}

function pending(run: Run, { id, position, name, tool }: PlannedStep): StepState {
  const waiting = { status: "pending", waitReason: "dependency", attempts: 0 } as const;
  return { runId: run.id, position, step: id, name, tool, ...waiting, error: null, startedAt: null, finishedAt: null };
}

function acceptedInput(schema: unknown, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const filled = withDefaults(schema, input) as Readonly<Record<string, unknown>>;
  if (schema === undefined) return filled;
  const place = newPlace();
  validatorOf(schema).check(filled, place);
  if (place.errors.length === 0) return filled;
  throw problem.invalid("The input is not as the pipeline asks.", {
    errors: place.errors.map(({ pointer, detail }) => ({ pointer: `/input${pointer}`, detail })),
  });
}
