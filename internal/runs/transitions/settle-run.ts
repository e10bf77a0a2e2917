import type { StepState } from "../../../generated/runs/types.gen.ts";
import type { Engine } from "../engine.ts";
import { runStand } from "../plan/advance.ts";
import type { Plan } from "../plan/plan.ts";
import type { OpenRun } from "../store/open-run.ts";
import { type Payload, storable } from "../store/payload.ts";

const maxError = 10_000;

/** What settling a run goes by. */
export interface Settling {
  readonly plan: Plan;
  readonly cancelling: boolean;
  readonly output: RunOutput | undefined;
}

/** The output that the definition promises, or why there is none. */
export type RunOutput = { readonly output: Payload } | { readonly error: string };

/** A run ends well, and its output has to be worked out first: that takes its time, and is not for a transaction. */
export class OutputWanted extends Error {}

/** Says where a run stands after its steps have moved. Nothing when it stands as it did. @throws OutputWanted */
export function settleRun({ parts }: Pick<Engine, "parts">, open: OpenRun, { plan, cancelling, output }: Settling): void {
  const { run, states } = open;
  const stand = runStand(states.values(), cancelling);
  if (stand.status === run.status && stand.waitReason === run.waitReason) return;
  const at = parts.core.now().toISOString();
  const begun = run.status === "queued" ? { startedAt: at } : {};
  const over = stand.status === "running" || stand.status === "waiting" || stand.status === "cancelling" ? {} : { finishedAt: at };
  open.change({ ...stand, ...begun, ...over, ...ending() });

  function ending() {
    switch (stand.status) {
      case "succeeded": {
        const end = plan.outputs.length === 0 ? { output: null } : output;
        if (end === undefined) throw new OutputWanted();
        return "error" in end ? { status: "failed" as const, error: end.error } : end;
      }
      case "failed":
      case "timed_out": {
        const failure = firstFailure(states.values());
        return failure && { error: storable(`Step "${failure.step}": ${failure.error ?? ""}`, maxError) };
      }
      default:
        return {};
    }
  }
}

/** The step that failed first; of several at the same time, that which comes first in the definition. */
function firstFailure(states: Iterable<StepState>): StepState | undefined {
  const failed = [...states].filter(({ status }) => status === "failed" || status === "timed_out");
  const at = ({ finishedAt }: StepState) => finishedAt ?? "";
  return failed.toSorted((left, right) => (at(left) < at(right) ? -1 : at(left) > at(right) ? 1 : left.position - right.position))[0];
}
