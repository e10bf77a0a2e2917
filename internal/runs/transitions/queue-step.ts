import type { Engine } from "../engine.ts";
import { firstToken } from "../store/attempts.ts";
import type { OpenRun } from "../store/open-run.ts";

/** Puts a step that is ready into the queue. Its row says so, and the journal. Whoever does so wakes the workers after the commit. */
export function queueStep({ parts }: Engine, open: OpenRun, step: string): void {
  open.enqueue({ step, number: 1, status: "queued", availableAt: parts.core.now().getTime() });
  open.step(step, { status: "queued", waitReason: "slot", finishedAt: null });
}

/** Leases a step that is ready to the worker that made it so, in the same transaction: no hop through the queue. */
export function leaseStep(
  { parts }: Engine,
  open: OpenRun,
  step: string,
  lease: { readonly worker: string; readonly until: number },
): { readonly token: number; readonly startedAt: string } {
  open.enqueue({ step, number: 1, status: "leased", availableAt: parts.core.now().getTime(), lease });
  return { token: firstToken, startedAt: beginStep({ parts }, open, step) };
}

/** A step runs from now on; gives when it was first begun. Going on after a timer is no new beginning. */
export function beginStep({ parts }: Pick<Engine, "parts">, open: OpenRun, step: string): string {
  const before = open.states.get(step);
  const goesOn = before?.status === "waiting" && before.waitReason === "timer";
  const startedAt = before?.startedAt ?? parts.core.now().toISOString();
  open.step(step, { status: "running", waitReason: null, attempts: (before?.attempts ?? 0) + (goesOn ? 0 : 1), startedAt });
  return startedAt;
}

/** A step ends without a try. */
export function endStep({ parts }: Pick<Engine, "parts">, open: OpenRun, step: string, status: "skipped" | "cancelled"): void {
  open.step(step, { status, waitReason: null, finishedAt: parts.core.now().toISOString() });
}
