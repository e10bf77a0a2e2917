import type { Job } from "../threads/threads.ts";
import { compile } from "./compile.ts";
import { evaluateAll, type FailedValue, type Sources } from "./evaluate-all.ts";
import { maxWork } from "./limits.ts";

/** Expressions as texts, by name: a compiled one does not survive the way into a thread. */
export interface Evaluation {
  readonly texts: readonly (readonly [name: string, text: string])[];
  readonly sources: Sources;
}

/** As Values, but as text: to copy a text takes no time. */
export type Evaluated = { readonly kind: "values"; readonly values: string } | FailedValue;

export const evaluating: Job<Evaluation, Evaluated> = { module: import.meta.url, name: "evaluateInThread" };

export function evaluateInThread({ texts, sources }: Evaluation): Evaluated {
  const named = texts.map(([name, text]) => [name, compile(text)] as const);
  const done = evaluateAll(named, sources, { left: maxWork });
  return done.kind === "failed" ? done : { kind: "values", values: JSON.stringify(done.values) };
}
