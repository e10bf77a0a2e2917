/** What an operation asks of serving beside its call. What is absent is not asked for. */
export interface OperationEffects {
  readonly rateLimit?: { readonly limit: number; readonly windowSeconds: number; readonly by: "ip" | "user" | "organization" };
  readonly idempotent?: true;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly transaction?: "none";
  readonly audit?: true;
  readonly stale?: true;
  /** With its domain: `labels.export`. */
  readonly feature?: string;
}
