/** What a database says of its own tables. Names and texts are as the database gives them; order has no meaning but for columns. */
export interface Catalog {
  readonly tables: ReadonlyMap<string, Table>;
  /** Indexes, triggers, views and the like, by `<kind> <name>`. */
  readonly things: ReadonlyMap<string, Thing>;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  /** The statement that made it, where the database keeps it: SQLite does, Postgres gives "". */
  readonly sql: string;
}

export interface Column {
  readonly name: string;
  /** With its collation, where that is not the type's own: `text COLLATE "C"`. */
  readonly type: string;
  readonly notNull: boolean;
  readonly default: string | undefined;
  /** How a generated column comes about. */
  readonly generated: string | undefined;
}

export interface Constraint {
  readonly kind: "primary" | "foreign" | "unique";
  /** undefined on SQLite, which need not name them. */
  readonly name: string | undefined;
  readonly definition: string;
}

export interface Thing {
  readonly kind: "extension" | "function" | "virtual table" | "view" | "index" | "trigger";
  readonly name: string;
  /** The table that it belongs to, if to one. */
  readonly table: string | undefined;
  /** The statement that makes it, without a semicolon. */
  readonly sql: string;
}

export const keyOf = ({ kind, name }: Thing): string => `${kind} ${name}`;

/** A statement without what makes no difference: case, quotes of names and spaces, outside of texts. */
export function normalized(sql: string): string {
  return sql
    .split(/('(?:[^']|'')*')/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replaceAll('"', "")
            .replaceAll(/\s+/g, " ")
            .replaceAll(/ ?([(),;]) ?/g, "$1")
            .toLowerCase(),
    )
    .join("")
    .trim();
}
