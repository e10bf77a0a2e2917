import type { Context } from "../context/context.ts";

/** What organizations have: features of domains (`reports.export`) and optional domains as a whole (`reports`). */
export interface Features {
  /** Whether the caller's organization has it. On unless it was switched off: for all, for this organization, or by itself. */
  enabled(ctx: Pick<Context, "organization">, name: string): boolean | Promise<boolean>;
  /** Whether the caller's organization may have it, and whether it has it now. */
  switchesOf(ctx: Pick<Context, "organization">, name: string): Promise<FeatureSwitches>;
  /** Gives it to an organization, or takes it away; "" stands for all that nothing else was said of. In the transaction of `ctx`. */
  set(ctx: Context, organization: string, name: string, enabled: boolean): Promise<void>;
  /** Switches it for the caller's organization, by itself. A 403 when it was not given. In the transaction of `ctx`. */
  setOwn(ctx: Context, name: string, enabled: boolean): Promise<void>;
}

export interface FeatureSwitches {
  /** Whoever runs the platform lets the organization have it. */
  readonly given: boolean;
  /** It is given, and the organization has not switched it off. */
  readonly enabled: boolean;
}

/** Where what was said is kept. */
export interface FeatureStore {
  /** What was said of an organization, by name. */
  read(ctx: Context, organization: string): Promise<ReadonlyMap<string, boolean>>;
  write(ctx: Context, organization: string, name: string, enabled: boolean): Promise<void>;
}
