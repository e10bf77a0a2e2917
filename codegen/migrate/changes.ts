import type { Column, Constraint, Table, Thing } from "../catalog/catalog.ts";

/** What must happen to the tables of one database. Sorted, so that the same specs give the same migration. */
export interface Changes {
  readonly created: readonly Table[];
  readonly dropped: readonly Table[];
  readonly changed: readonly TableChange[];
  readonly createdThings: readonly Thing[];
  readonly droppedThings: readonly Thing[];
  /** What goes on as it is: a table that is made anew must be given it again. */
  readonly stays: readonly Thing[];
}

export interface TableChange {
  readonly before: Table;
  readonly after: Table;
  /** Columns that go on under another name. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly added: readonly Column[];
  readonly dropped: readonly Column[];
  /** Columns of one name, the new one, that differ otherwise. */
  readonly altered: readonly { readonly before: Column; readonly after: Column }[];
  readonly addedConstraints: readonly Constraint[];
  readonly droppedConstraints: readonly Constraint[];
  /** SQLite says of some tables that they are STRICT, or have no row id: a table that is to differ in that is made anew. */
  readonly otherOptions: boolean;
  /** What people made in the table, and keep. */
  readonly kept: readonly Column[];
}

export const isEmpty = ({ created, dropped, changed, createdThings, droppedThings }: Changes): boolean =>
  [created, dropped, changed, createdThings, droppedThings].every((list) => list.length === 0);
