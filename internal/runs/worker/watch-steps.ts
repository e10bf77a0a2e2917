import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import type { SqlDatabase } from "../../core/database/database.ts";
import type { Observe } from "../../core/telemetry/metrics.ts";
import type { Engine } from "../engine.ts";
import { waitingSteps } from "../store/waiting-steps.ts";

/** Why a step in the queue waits. Those that wait for others are in no queue. */
const reasons = ["slot", "rate", "priority", "no_worker", "paused", "approval", "timer", "retry"];

/** Tells how many steps are in the queue, by status, why they wait and for how long, and gives what notes how long each try takes. */
export function watchSteps({ parts, attempts }: Engine): Observe {
  const { metrics, system } = parts.core;
  metrics.levels("archwright_steps", "Steps that run, or wait for a worker or a time.", ["status"], async () => {
    const depths = await attempts.depths(system("metrics", ""));
    return ["queued", "delayed", "leased"].map((status) => ({ labels: { status }, value: depths.get(status) ?? 0 }));
  });
  const waiting = waitingSteps(parts.core.database as SqlDatabase<RunsSqliteTables>);
  metrics.levels("archwright_steps_waiting", "Steps in the queue that wait, by why they do.", ["reason"], async () => {
    const counts = await waiting.byReason(system("metrics", ""));
    return reasons.map((reason) => ({ labels: { reason }, value: counts.get(reason) ?? 0 }));
  });
  metrics.levels("archwright_steps_oldest_seconds", "How long the step has waited that waits longest for a worker.", [], async () => {
    const since = await waiting.oldest(system("metrics", ""));
    return [{ labels: {}, value: since === undefined ? 0 : Math.max(0, parts.core.now().getTime() - since) / 1000 }];
  });
  return metrics.durations("archwright_step_seconds", "How long tries at steps take.", ["tool", "outcome"]);
}
