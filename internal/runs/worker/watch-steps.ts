import type { Observe } from "../../core/telemetry/metrics.ts";
import type { Engine } from "../engine.ts";

/** Tells how many steps are in the queue, by status, and gives what notes how long each try takes. */
export function watchSteps({ parts, attempts }: Engine): Observe {
  const { metrics, system } = parts.core;
  metrics.levels("archwright_steps", "Steps that run, or wait for a worker or a time.", ["status"], async () => {
    const depths = await attempts.depths(system("metrics", ""));
    return ["queued", "delayed", "leased"].map((status) => ({ labels: { status }, value: depths.get(status) ?? 0 }));
  });
  return metrics.durations("archwright_step_seconds", "How long tries at steps take.", ["tool", "outcome"]);
}
