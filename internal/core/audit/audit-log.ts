import type { Context } from "../context/context.ts";

/** One thing to write down; who did it, where and when comes from the context. */
export interface AuditEntry {
  readonly operation: string;
  readonly entity?: string;
  readonly rowId?: string;
  /** Who may read of the row: its organization, its user, or "" for all. */
  readonly owner?: string;
  /** The row as it was and as it is, without sensitive fields. */
  readonly before?: object;
  readonly after?: object;
  /** Why somebody acted in an organization that is not theirs. */
  readonly reason?: string;
}

/** Writes down who did what, in the transaction of the context: what is rolled back was never done. */
export interface AuditLog {
  record(ctx: Context, entry: AuditEntry): Promise<void>;
}
