import type { Run, RunStart } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { problem } from "../../core/problems/problem.ts";
import { validatorOf } from "../../core/validation/from-schema.ts";
import { newPlace } from "../../core/validation/place.ts";
import type { Engine } from "../engine.ts";
import { withDefaults } from "../plan/defaults.ts";
import { queueStep } from "./queue-step.ts";

/**
 * Starts a run of a pipeline version, in one transaction: the run, its steps, and attempts at those that wait for no other.
 * 404 without such a pipeline or version, 422 when the input is not as the pipeline's schema asks.
 */
export async function startRun(engine: Engine, ctx: Context, { pipelineId, version: number, input }: RunStart): Promise<Run> {
  const { parts, plans, journal } = engine;
  const { core, contracts, runs, runSteps, events } = parts;
  const pipeline = await contracts.pipelines.getPipeline(ctx, pipelineId);
  const version = await contracts.pipelines.getPipelineVersion(ctx, { id: pipelineId, number: number ?? pipeline.latest });
  const accepted = acceptedInput(version.definition.inputSchema, input ?? {});
  const plan = await plans.of(ctx, { pipelineId, pipelineVersion: version.number });

  const span = { name: "run", kind: "producer", attributes: { "archwright.pipeline": pipelineId } } as const;
  return core.tracing.within(ctx.trace, span, (trace) => core.database.transact({ ...ctx, trace }, (ctx) => begin(ctx, trace)));

  async function begin(ctx: Context, trace: string | undefined): Promise<Run> {
    const run = await runs.insert(ctx, {
      pipelineId,
      pipelineName: pipeline.name,
      pipelineVersion: version.number,
      startedBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
      status: "queued",
      waitReason: "slot",
      input: accepted,
      trace: trace ?? null,
    });
    const pen = await journal.open(ctx, run.id);
    await pen.run(run);
    for (const step of plan.steps.values()) {
      await runSteps.insert(ctx, {
        runId: run.id,
        position: step.position,
        step: step.id,
        name: step.name,
        tool: step.tool,
        status: "pending",
        waitReason: "dependency",
        attempts: 0,
      });
      if (step.needs.length === 0) await queueStep(engine, ctx, run.id, step.id, pen);
    }
    await events.runCreated(ctx, run);
    return run;
  }
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
