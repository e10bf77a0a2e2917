import type { RunsParts, RunsService } from "../../generated/runs/service.gen.ts";
import { runsDefaults } from "../../generated/runs/service.gen.ts";
import type { Run } from "../../generated/runs/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { problem } from "../core/problems/problem.ts";
import { type Engine, engineOf } from "./engine.ts";
import { streamRunEvents } from "./stream-run-events.ts";
import { cancelRun } from "./transitions/cancel-run.ts";
import { starter } from "./transitions/start-run.ts";

/** Runs as people see them; what moves them on is the worker. */
export function runsService(parts: RunsParts, engine: Engine = engineOf(parts)): RunsService {
  const startRun = starter(engine);
  return {
    ...runsDefaults(parts),
    startRun: (ctx, { body }) => startRun(ctx, body),
    cancelRun: (ctx, { id }) => cancelRun(engine, ctx, id),

    async listRunSteps(ctx, { id }) {
      const run = await existing(ctx, id);
      const steps = await parts.runSteps.listOfRun(ctx, run.id);
      return steps.toSorted((left, right) => left.position - right.position);
    },

    async listRunLogs(ctx, { id, after, step, limit }) {
      await existing(ctx, id);
      return engine.journal.logsAfter(ctx, id, after ?? 0, limit ?? 500, step);
    },

    streamRunEvents: (ctx, { id, lastEventId }) => streamRunEvents(engine, ctx, id, Number(lastEventId ?? 0)),
  };

  async function existing(ctx: Context, id: string): Promise<Run> {
    const run = await parts.runs.find(ctx, id);
    if (run === undefined) throw problem.notFound("There is no such run.");
    return run;
  }
}
