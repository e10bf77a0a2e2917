import type { RunStatus } from "@sdk/types.gen.ts";

export const runStatuses = [
  "queued",
  "running",
  "waiting",
  "succeeded",
  "failed",
  "timed_out",
  "cancelling",
  "cancelled",
  "completed_with_errors",
] as const satisfies readonly RunStatus[];

const final: ReadonlySet<RunStatus> = new Set(["succeeded", "failed", "timed_out", "cancelled", "completed_with_errors"]);

/** Whether a run with this status never changes again. */
export const isFinal = (status: RunStatus): boolean => final.has(status);
