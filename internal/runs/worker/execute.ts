import type { Outcome as ToolOutcome } from "../../../generated/contracts/tools.gen.ts";
import type { Sources } from "../../core/expressions/evaluate-all.ts";
import { valuesOf } from "../../core/expressions/values.ts";
import { isOutage, Problem } from "../../core/problems/problem.ts";
import { traceFields } from "../../core/telemetry/traceparent.ts";
import type { Engine } from "../engine.ts";
import { type Payload, storedPayload, UnstorablePayload } from "../store/payload.ts";
import { type Held, maxLosses, type StopReason } from "./held.ts";
import type { Outcome } from "./outcome.ts";

/** How long a step waits for a part of the platform that is down. */
const shortestDelay = 500;
const longestDelay = 60_000;

/** What the expressions of a step see. */
export type SourcesOf = (held: Held) => Promise<Sources>;

/**
 * Does the work of a step once. Never throws for what the step or its tool does wrong; undefined when it was stopped for a reason that
 * gives it to another worker. The tool is not trusted to heed the signal: the step ends in time though the tool goes on.
 */
export async function execute({ parts }: Engine, held: Held, sources: SourcesOf): Promise<Outcome | undefined> {
  const { planned, runId, stop, trace } = held;
  const system = parts.core.system("worker", held.organization);
  if (held.losses >= maxLosses) {
    return { kind: "failed", error: `${held.losses} workers were lost while they had this step.`, retryable: false, input: null, logs: [] };
  }

  const seen = await sources(held);
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort("timeout"), planned.timeoutMilliseconds);
  const signal = AbortSignal.any([stop.signal, limit.signal]);
  const ctx = { ...system, trace, signal, deadline: parts.core.now().getTime() + planned.timeoutMilliseconds };
  let kept: Payload = null;
  try {
    const inputs = await valuesOf(parts.core.threads, ctx, planned.inputs, seen);
    if (inputs.kind === "failed") {
      return { kind: "failed", error: `Input "${inputs.name}": ${inputs.message}`, retryable: false, input: null, logs: [] };
    }
    const input = inputs.values;
    kept = storedPayload(input);
    const stopped = whenAborted(signal);
    const body = { input, source: `${runId}/${planned.id}`, begunAt: held.startedAt };
    const invoked = parts.contracts.tools.invokeTool(ctx, { name: planned.tool, body });
    return outcomeOf(kept, await Promise.race([invoked, stopped]));
  } catch (error) {
    if (!signal.aborted) return failure(kept, error);
    return stoppedBy(signal.reason as StopReason | "timeout");
  } finally {
    clearTimeout(timer);
  }

  function stoppedBy(reason: StopReason | "timeout"): Outcome | undefined {
    switch (reason) {
      case "timeout": {
        const error = `It took longer than ${planned.timeoutMilliseconds / 1000} seconds.`;
        return { kind: "timed_out", error, retryable: true, input: kept, logs: [] };
      }
      case "cancelled":
        return { kind: "cancelled", input: kept, logs: [] };
      default:
        return undefined;
    }
  }

  function failure(input: Payload, error: unknown): Outcome {
    if (error instanceof UnstorablePayload) {
      const what = input === null ? "input" : "output";
      return { kind: "failed", error: `The ${what} of ${planned.tool} ${error.message}.`, retryable: false, input, logs: [] };
    }
    if (isOutage(error)) return putOff(input, error);
    if (error instanceof Problem) {
      const places = error.errors.map(({ pointer, detail }) => (detail === error.message ? pointer : `${pointer} ${detail}`));
      const text = [error.message, ...places].filter((part) => part !== "").join("\n");
      return { kind: "failed", error: text, retryable: error.status >= 500 || error.status === 429, input, logs: [] };
    }
    // What is inside an unexpected error is for the operator, not for who reads the run.
    const where = { run: runId, step: planned.id, tool: planned.tool, ...traceFields(trace) };
    parts.core.log.error({ err: error, ...where }, "A tool failed unexpectedly.");
    return { kind: "failed", error: `The tool ${planned.tool} failed unexpectedly.`, retryable: true, input, logs: [] };
  }

  /** A part of the platform is down, which is no failure of the step: it waits, the longer the longer that lasts. */
  function putOff(input: Payload, error: Problem): Outcome {
    const now = parts.core.now();
    const since = now.getTime() - Date.parse(held.startedAt);
    const delay = Math.min(longestDelay, Math.max(shortestDelay, since / 2)) * (0.75 + Math.random() / 2);
    const until = now.getTime() + Math.round(delay);
    return { kind: "waits", until, input, logs: [{ level: "warn", message: error.message, at: now.toISOString() }] };
  }
}

function outcomeOf(input: Payload, { output, waitUntil, logs }: ToolOutcome): Outcome {
  if (waitUntil === undefined) return { kind: "succeeded", output: storedPayload(output), input, logs };
  return { kind: "waits", until: Date.parse(waitUntil), input, logs };
}

/** Rejects when the signal aborts. */
function whenAborted(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  if (signal.aborted) reject(signal.reason);
  else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  // The race may be over before: then nobody looks at this one.
  promise.catch(() => {});
  return promise;
}
