import type { SqlDatabase } from "../database/database.ts";
import type { DomainEvent } from "./event.ts";
import type { EventTables } from "./tables.ts";

/** An event with its place in the log and the traceparent of the request that caused it. */
export interface StoredEvent extends DomainEvent {
  readonly position: number;
  readonly trace: string | undefined;
}

export const eventColumns = ["position", "id", "type", "aggregate", "organization", "actor", "time", "data", "trace"] as const;

export interface EventRow {
  readonly position: number | string;
  readonly id: string;
  readonly type: string;
  readonly aggregate: string;
  readonly organization: string;
  readonly actor: string;
  readonly time: string;
  readonly data: unknown;
  readonly trace: string | null;
}

/** Rows of core_events as events: the one place where the two databases' ways of giving JSON and big numbers meet. */
export function eventReader(database: SqlDatabase<EventTables>): (row: EventRow) => StoredEvent {
  const sqlite = database.dialect === "sqlite";
  return (row) => ({
    ...row,
    position: Number(row.position),
    data: sqlite ? JSON.parse(String(row.data)) : row.data,
    trace: row.trace ?? undefined,
  });
}
