import type { LogLine } from "../store/journal.ts";
import type { Payload } from "../store/payload.ts";

/** How a try at a step ended. */
export type Outcome = { readonly input: Payload; readonly logs: readonly LogLine[] } & (
  | { readonly kind: "succeeded"; readonly output: Payload }
  | { readonly kind: "waits"; readonly until: number }
  | { readonly kind: "failed" | "timed_out"; readonly error: string; readonly retryable: boolean }
  | { readonly kind: "cancelled" }
);
