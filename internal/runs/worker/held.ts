import type { RunId } from "../../../generated/runs/types.gen.ts";
import type { StepStand } from "../plan/advance.ts";
import type { Plan, PlannedStep } from "../plan/plan.ts";
import type { Key } from "../store/attempts.ts";
import type { Payload } from "../store/payload.ts";

/** Why a step is told to stop before its time. */
export type StopReason = "lost" | "cancelled" | "stopping";

/** A step that this worker holds the lease of. */
export interface Held extends Key {
  readonly runId: RunId;
  readonly organization: string;
  /** Below what it is recorded: the traceparent of the run; while the step is done, its own. */
  readonly trace: string | undefined;
  readonly plan: Plan;
  readonly planned: PlannedStep;
  /** Which try it is; the first is 1. */
  readonly number: number;
  /** When the step was first begun. */
  readonly startedAt: string;
  /** How many workers have died with this try. */
  readonly losses: number;
  /** What the run was given; undefined when that was not read yet. */
  readonly input: Payload | undefined;
  /** Where the steps of the run stood when the lease was taken. */
  readonly stands: ReadonlyMap<string, StepStand>;
  /** Aborted, with a StopReason, to stop the worker's turn. */
  readonly stop: AbortController;
}

/**
 * A step is given up when so many workers have died with it: it may well be what kills them. One that dies takes the blame to all that
 * it held, so a few deaths in a row must not be enough.
 */
export const maxLosses = 5;

export const keyOf = ({ runId, step, token }: Key): string => `${runId}/${step}/${token}`;
