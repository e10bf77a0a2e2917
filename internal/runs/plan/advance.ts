import type { RunStatus, StepStatus, WaitReason } from "../../../generated/runs/types.gen.ts";
import type { Plan } from "./plan.ts";

/** Where a step stands. */
export interface StepStand {
  readonly status: StepStatus;
  readonly waitReason: WaitReason;
}

const ended: ReadonlySet<StepStatus> = new Set(["succeeded", "failed", "timed_out", "cancelled", "skipped"]);

/** The steps that became ready when `step` succeeded: those all of whose needs have succeeded. */
export function readyAfter(plan: Plan, stands: ReadonlyMap<string, StepStand>, step: string): string[] {
  return (plan.steps.get(step)?.children ?? []).filter(
    (child) =>
      stands.get(child)?.status === "pending" && plan.steps.get(child)?.needs.every((need) => stands.get(need)?.status === "succeeded"),
  );
}

/** The steps that can never begin when `step` did not succeed: all that depend on it, directly or by way of others. */
export function skippedAfter(plan: Plan, stands: ReadonlyMap<string, StepStand>, step: string): string[] {
  const skipped = new Set<string>();
  const rest = [step];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    for (const child of plan.steps.get(next)?.children ?? []) {
      if (skipped.has(child) || stands.get(child)?.status !== "pending") continue;
      skipped.add(child);
      rest.push(child);
    }
  }
  return [...skipped];
}

/**
 * Where a run stands, going by its steps. It ends when all of them have; a failure outweighs a time-out, and that a cancelled step.
 * It waits when no step runs or could run at once.
 */
export function runStand(stands: Iterable<StepStand>, cancelling: boolean): { status: RunStatus; waitReason: WaitReason } {
  const found = new Set<StepStatus>();
  let reason: WaitReason = null;
  for (const { status, waitReason } of stands) {
    found.add(status);
    if (status === "waiting") reason = reason === "retry" ? reason : waitReason;
  }
  const open = [...found].some((status) => !ended.has(status));
  if (cancelling) return { status: open ? "cancelling" : "cancelled", waitReason: null };
  if (found.has("running") || found.has("queued")) return { status: "running", waitReason: null };
  if (found.has("waiting")) return { status: "waiting", waitReason: reason };
  if (open) throw new Error("A run has steps that wait for nothing that is under way.");
  if (found.has("failed")) return { status: "failed", waitReason: null };
  if (found.has("timed_out")) return { status: "timed_out", waitReason: null };
  if (found.has("cancelled")) return { status: "cancelled", waitReason: null };
  return { status: "succeeded", waitReason: null };
}
