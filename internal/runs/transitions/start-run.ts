import type { Pipeline } from "../../../generated/contracts/pipelines.gen.ts";
import type { Run, RunStart } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { actorId } from "../../core/database/rows.ts";
import { tooLate } from "../../core/database/transaction.ts";
import { problem } from "../../core/problems/problem.ts";
import { validatorOf } from "../../core/validation/from-schema.ts";
import { newPlace } from "../../core/validation/place.ts";
import type { Engine } from "../engine.ts";
import { withDefaults } from "../plan/defaults.ts";
import { beginRuns, type Start } from "./begin-runs.ts";
import { sharedReads } from "./shared-reads.ts";
import { together } from "./together.ts";

/** Milliseconds that a pipeline may take to be read. */
const longestRead = 10_000;

/** Starts a run for a caller. */
export type StartRun = (ctx: Context, start: RunStart) => Promise<Run>;

/**
 * Starts runs of pipeline versions, those that are asked for at about the same time in one transaction. 404 without such a pipeline or
 * version, 422 when the input is not as the pipeline's schema asks.
 */
export function starter(engine: Engine): StartRun {
  const { core, contracts } = engine.parts;
  const beginTogether = together<Start, Run>({
    most: 64,
    key: (start) => start,
    write: (starts) => beginRuns(engine, starts),
  });

  const reads = sharedReads<Pipeline>();
  /** What is read for several must not end with the request of one. */
  const pipelineOf = (ctx: Context, id: RunStart["pipelineId"]): Promise<Pipeline> =>
    reads(`${ctx.organization} ${actorId(ctx)} ${id}`, async () =>
      contracts.pipelines.getPipeline({ ...ctx, signal: AbortSignal.timeout(longestRead), deadline: Date.now() + longestRead }, id),
    );

  return async (ctx, { pipelineId, version, input }) => {
    const pipeline = await (ctx.transaction === undefined ? pipelineOf(ctx, pipelineId) : contracts.pipelines.getPipeline(ctx, pipelineId));
    const pipelineVersion = version ?? pipeline.latest;
    const plan = await engine.plans.of(ctx, { pipelineId, pipelineVersion });
    const accepted = acceptedInput(plan.inputSchema, input ?? {});
    const span = { name: "run", kind: "producer", attributes: { "archwright.pipeline": pipelineId } } as const;
    return core.tracing.within(ctx.trace, span, async (trace) => {
      const start: Start = { ctx: { ...ctx, trace }, pipelineId, pipelineName: pipeline.name, pipelineVersion, plan, input: accepted };
      if (ctx.signal.aborted) throw tooLate(ctx);
      // What the caller has begun is ended by the caller: nobody else's run goes with it.
      if (ctx.transaction !== undefined) return (await beginRuns(engine, [start]))[0] as Run;
      return beginTogether(start);
    });
  };
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
