import type { ColumnType } from "kysely";

/** The table that sql/core keeps transitions in. */
export interface TransitionTables {
  core_transitions: {
    readonly id: string;
    readonly entity: string;
    readonly organization: string;
    readonly version: number;
    readonly transition: string;
    readonly from_state: string;
    readonly to_state: string;
    /** A number on SQLite. */
    readonly automatic: ColumnType<boolean | number, boolean | number, never>;
    readonly actor_kind: string;
    readonly actor: string;
    /** Written as JSON text; read parsed from Postgres, as text from SQLite. */
    readonly input: ColumnType<unknown, string, never>;
    readonly at: string;
  };
}

/** A row as it is written. */
export interface TransitionRow {
  readonly id: string;
  readonly entity: string;
  readonly organization: string;
  readonly version: number;
  readonly transition: string;
  readonly from_state: string;
  readonly to_state: string;
  readonly automatic: boolean | number;
  readonly actor_kind: string;
  readonly actor: string;
  readonly input: string;
  readonly at: string;
}
