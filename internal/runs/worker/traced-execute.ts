import type { Engine } from "../engine.ts";
import { execute, type SourcesOf } from "./execute.ts";
import type { Held } from "./held.ts";
import type { Outcome } from "./outcome.ts";

/** `execute`, in a span of the run's trace: the trace goes on whichever process does the step. */
export function tracedExecute(engine: Engine, held: Held, sources: SourcesOf): Promise<Outcome | undefined> {
  const { runId, step, number, planned } = held;
  const attributes = { "archwright.run": runId, "archwright.step": step, "archwright.attempt": number, "archwright.tool": planned.tool };
  const span = { name: `step ${planned.tool}`, kind: "consumer", attributes } as const;
  return engine.parts.core.tracing.within(held.trace, span, async (trace, note) => {
    const outcome = await execute(engine, { ...held, trace }, sources);
    const kind = outcome?.kind ?? "handed over";
    note({ "archwright.outcome": kind }, kind === "failed" || kind === "timed_out");
    return outcome;
  });
}
