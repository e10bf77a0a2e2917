import type { Context } from "../context/context.ts";

/** What organizations have: features of domains (`reports.export`) and optional domains as a whole (`reports`). */
export interface Features {
  /** Whether the caller's organization has it. On unless it was switched off, for this organization or for all. */
  enabled(ctx: Pick<Context, "organization">, name: string): boolean | Promise<boolean>;
  /** Switches it for an organization; "" stands for all that nothing else was said of. In the transaction of `ctx`. */
  set(ctx: Context, organization: string, name: string, enabled: boolean): Promise<void>;
}

/** Where what was said is kept. */
export interface FeatureStore {
  /** What was said of an organization, by name. */
  read(ctx: Context, organization: string): Promise<ReadonlyMap<string, boolean>>;
  write(ctx: Context, organization: string, name: string, enabled: boolean): Promise<void>;
}
