import type { LogLine } from "../store/journal.ts";

/** How a try at a step ended. */
export type Outcome = { readonly input: unknown; readonly logs: readonly LogLine[] } & (
  | { readonly kind: "succeeded"; readonly output: unknown }
  | { readonly kind: "waits"; readonly until: number }
  | { readonly kind: "failed" | "timed_out"; readonly error: string; readonly retryable: boolean }
  | { readonly kind: "cancelled" }
);
