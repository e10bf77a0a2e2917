import { searchColumns } from "../model/searched.ts";
import { type Changes, isEmpty, type TableChange } from "./changes.ts";
import type { Values } from "./values.ts";

/** One change in words, for people. */
export interface Item {
  readonly table: string;
  readonly text: string;
  /** Whether what rows hold is lost. */
  readonly destroys: boolean;
  /** `table.column` when rows that exist need a value that nothing gives. */
  readonly needs?: string;
}

/** What the changes do, change by change. */
export function describeChanges(changes: Changes, values: Values): readonly Item[] {
  const item = (table: string, text: string, destroys = false): Item => ({ table, text, destroys });
  const spoken = new Set([...changes.created, ...changes.dropped].map(({ name }) => name));
  return [
    ...changes.created.map(({ name }) => item(name, `creates ${name}`)),
    ...changes.dropped.map(({ name }) => item(name, `drops ${name} with all its rows`, true)),
    ...changes.changed.flatMap((change) => describeTable(change, values)),
    ...changes.droppedThings
      .filter(({ name, table }) => !changes.createdThings.some((other) => other.name === name) && !spoken.has(table ?? ""))
      .map(({ kind, name, table }) => item(table ?? name, `drops the ${kind} ${name}`)),
    ...changes.createdThings
      .filter(({ table }) => !spoken.has(table ?? ""))
      .map(({ kind, name, table, sql }) =>
        item(table ?? name, `${kind === "index" && /^CREATE UNIQUE/i.test(sql) ? "makes the unique" : "makes the"} ${kind} ${name}`),
      ),
  ];
}

/** What is made of other columns can be made anew. */
const isDerived = (column: string): boolean => (searchColumns as readonly string[]).includes(column);

function describeTable(change: TableChange, values: Values): Item[] {
  const { before, after } = change;
  const table = after.name;
  const item = (text: string, more: Partial<Item> = {}): Item => ({ table, text, destroys: false, ...more });
  const needed = (column: string): Partial<Item> => (values.fill(table, column) === undefined ? { needs: `${table}.${column}` } : {});
  return [
    ...(before.name === table ? [] : [item(`renames ${before.name} to ${table}`)]),
    ...change.renamed.map(({ from, to }) => item(`renames ${table}.${from} to ${to}`)),
    ...change.dropped.map(({ name }) =>
      isDerived(name) ? item(`drops ${table}.${name}`) : item(`drops ${table}.${name} with its values`, { destroys: true }),
    ),
    ...change.added.map(({ name, notNull, default: value, generated }) =>
      item(`adds ${table}.${name}`, notNull && value === undefined && generated === undefined ? needed(name) : {}),
    ),
    ...change.altered.map(({ before: was, after: column }) => {
      const lost = values.convert(table, column.name) === undefined;
      const must = column.notNull && (lost || !was.notNull) ? needed(column.name) : {};
      const what =
        was.type === column.type ? (column.notNull === was.notNull ? "keeps" : column.notNull ? "requires" : "frees") : "retypes";
      const words = {
        keeps: `keeps ${table}.${column.name} in another way`,
        requires: `makes ${table}.${column.name} required`,
        frees: `lets ${table}.${column.name} be null`,
        retypes: `keeps ${table}.${column.name} as ${column.type}, no longer ${was.type}`,
      } as const;
      return item(`${words[what]}${lost ? ", and its values are lost" : ""}`, { destroys: lost, ...must });
    }),
    ...change.addedConstraints.map(({ definition }) => item(`adds to ${table}: ${definition}`)),
    ...change.droppedConstraints.map(({ definition }) => item(`takes from ${table}: ${definition}`)),
    ...(change.otherOptions ? [item(`makes ${table} anew`)] : []),
  ];
}

/** What both databases do, once; what only SQLite does after the rest. */
export function describeBoth(
  postgres: { readonly changes: Changes; readonly values: Values },
  sqlite: { readonly changes: Changes; readonly values: Values },
): readonly Item[] {
  const items = describeChanges(postgres.changes, postgres.values);
  if (isEmpty(sqlite.changes)) return items;
  const more = describeChanges(sqlite.changes, sqlite.values).filter(
    ({ table, text }) =>
      !items.some((item) => item.text === text || (item.table === table && / in another way$| as | required$| null$/.test(text))),
  );
  return [...items, ...more];
}

/** A name for the migration's file: what it does if that is one thing, else which tables it changes. */
export function slug(items: readonly Item[]): string {
  const [only] = items;
  const said = items.length === 1 && only !== undefined ? only.text : `change ${[...new Set(items.map(({ table }) => table))].join(" ")}`;
  const words =
    said
      .replace(/[,:(].*$| with .*$/, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join("_").slice(0, 60).replace(/_$/, "");
}
