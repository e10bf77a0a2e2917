import type { Context } from "../context/context.ts";
import type { Timestamp } from "../database/lists.ts";

/** A thing that happened, as the outbox keeps it. On the wire it is a CloudEvent 1.0. */
export interface DomainEvent<Data = unknown> {
  /** `ev-` and 16 hex; the CloudEvents id. */
  readonly id: string;
  /** `<domain>.<entity>.<event>`, the subject on the bus. */
  readonly type: string;
  /** The id of the row it is about; events of one aggregate arrive in order. */
  readonly aggregate: string;
  readonly organization: string;
  readonly actor: string;
  readonly time: Timestamp;
  readonly data: Data;
}

/** What a change says of itself; the rest of the event comes from the context. */
export interface Happened {
  readonly type: string;
  readonly aggregate: string;
  readonly data: unknown;
  /** Below what it is recorded, where that is not what the context says: what is appended at once may belong to several traces. */
  readonly trace?: string;
}

/** Appends to the outbox, in the transaction of the context: events exist if and only if the change does. */
export interface EventLog {
  append(ctx: Context, ...happened: readonly Happened[]): Promise<void>;
}

/**
 * Handles events. `handle` runs inside a transaction in which the delivery is also marked done, so its effect in this database
 * happens exactly once; effects elsewhere must be idempotent. A throw is retried with backoff, and dead-lettered in the end.
 */
export interface Consumer {
  /** Unique and stable: the position in the log is kept under this name. */
  readonly name: string;
  readonly types: readonly string[];
  handle(ctx: Context, event: DomainEvent): Promise<void>;
}
