import type { ColumnType, Generated } from "kysely";

/** The tables of sql/core/0001_outbox. */
export interface EventTables {
  core_events: EventsTable;
  core_deliveries: DeliveriesTable;
  core_dead_letters: DeadLettersTable;
}

/** Postgres hands out a bigint as text, SQLite as a number. */
type Position = ColumnType<number | string, number, never>;

interface EventsTable {
  readonly position: ColumnType<number | string, never, never>;
  readonly id: string;
  readonly type: string;
  readonly aggregate: string;
  readonly organization: string;
  readonly actor: string;
  readonly time: string;
  /** Written as JSON text; read parsed from Postgres, as text from SQLite. */
  readonly data: ColumnType<unknown, string, never>;
  readonly trace: string | null;
}

interface DeliveriesTable {
  readonly consumer: string;
  readonly position: Position;
  readonly aggregate: string;
  readonly attempts: Generated<number>;
  readonly available_at: ColumnType<number | string, number, number>;
  readonly token: string | null;
  readonly last_error: string | null;
}

interface DeadLettersTable {
  readonly consumer: string;
  readonly position: Position;
  readonly aggregate: string;
  readonly attempts: number;
  readonly last_error: string;
  readonly died_at: string;
}
