import type { Column, Thing } from "../catalog/catalog.ts";
import type { Changes, TableChange } from "./changes.ts";
import { quoted } from "./literal.ts";
import type { Values } from "./values.ts";

/** The changes as statements for SQLite, in an order that works. */
export function printSqlite(changes: Changes, values: Values): readonly string[] {
  const { created, dropped, changed, createdThings, droppedThings, stays } = changes;
  return [
    ...droppedThings.map(dropThing),
    // With their triggers: SQLite renames nothing as long as one of them names an index of words that is gone.
    ...dropped.map(({ name }) => `DROP TABLE ${quoted(name)};`),
    ...changed.flatMap((change) => changeTable(change, values, stays)),
    ...created.map(({ sql }) => `${sql};`),
    ...createdThings.flatMap(createThing),
  ];
}

const dropThing = ({ kind, name }: Thing): string => `DROP ${kind === "virtual table" ? "TABLE" : kind.toUpperCase()} ${quoted(name)};`;

/** An index of words over a table that has rows begins with what those hold. */
function createThing({ kind, name, sql }: Thing): string[] {
  const fills = kind === "virtual table" && /\bfts5\s*\(/i.test(sql) && /\bcontent\s*=\s*'[^']/i.test(sql);
  return [`${sql};`, ...(fills ? [`INSERT INTO ${quoted(name)} (${quoted(name)}) VALUES ('rebuild');`] : [])];
}

function changeTable(change: TableChange, values: Values, stays: readonly Thing[]): string[] {
  if (mustRemake(change)) return remake(change, values, stays);
  const { before, after } = change;
  const alter = (what: string): string => `ALTER TABLE ${quoted(after.name)} ${what};`;
  return [
    ...(before.name === after.name ? [] : [`ALTER TABLE ${quoted(before.name)} RENAME TO ${quoted(after.name)};`]),
    ...change.renamed.map(({ from, to }) => alter(`RENAME COLUMN ${quoted(from)} TO ${quoted(to)}`)),
    ...change.dropped.map(({ name }) => alter(`DROP COLUMN ${quoted(name)}`)),
    ...change.added.map((column) => alter(`ADD COLUMN ${columnText(column)}`)),
  ];
}

/** ALTER TABLE of SQLite renames, drops, and adds what may be null; for all else a table is made anew. */
function mustRemake({ altered, added, addedConstraints, droppedConstraints, otherOptions }: TableChange): boolean {
  if (otherOptions || [altered, addedConstraints, droppedConstraints].some((list) => list.length > 0)) return true;
  return added.some(({ notNull, generated }) => notNull || generated !== undefined);
}

const columnText = ({ name, type, notNull, default: value }: Column): string =>
  `${quoted(name)} ${type}${notNull ? " NOT NULL" : ""}${value === undefined ? "" : ` DEFAULT ${value}`}`;

/**
 * A new table, the rows copied, and the old name: as SQLite's documentation wants it (https://www.sqlite.org/lang_altertable.html,
 * section 7). Foreign keys are off while migrations run, and checked before the commit.
 */
function remake(change: TableChange, values: Values, stays: readonly Thing[]): string[] {
  const { before, after, kept } = change;
  refuseUnknown(change);
  const next = quoted(`${after.name}__next`);
  const written = after.columns.filter(({ generated }) => generated === undefined);
  const copied = [...written, ...kept].flatMap((column): [string, string][] => {
    const value = sourceOf(change, column, values);
    return value === undefined ? [] : [[quoted(column.name), value]];
  });
  const list = (items: readonly string[]): string => items.map((item) => `  ${item}`).join(",\n");
  return [
    `${after.sql.replace(/^(CREATE TABLE\s+)(?:"(?:[^"]|"")*"|[\w$]+)/i, `$1${next}`)};`,
    ...kept.map((column) => `ALTER TABLE ${next} ADD COLUMN ${columnText(column)};`),
    `INSERT INTO ${next} (\n${list(copied.map(([name]) => name))}\n) SELECT\n${list(copied.map(([, value]) => value))}\nFROM ${quoted(before.name)};`,
    `DROP TABLE ${quoted(before.name)};`,
    `ALTER TABLE ${next} RENAME TO ${quoted(after.name)};`,
    ...stays.filter(({ table }) => table === before.name).map(({ sql }) => `${sql};`),
  ];
}

/** Where a column's value comes from; undefined when it stays null. */
function sourceOf({ renamed, added, altered, after }: TableChange, column: Column, values: Values): string | undefined {
  const fill = values.fill(after.name, column.name);
  if (added.includes(column)) return column.notNull ? fill : undefined;
  const old = quoted(renamed.find(({ to }) => to === column.name)?.from ?? column.name);
  const alteration = altered.find((other) => other.after === column);
  if (alteration === undefined) return old;
  const convert = values.convert(after.name, column.name);
  if (convert === undefined) return column.notNull ? fill : undefined;
  const filled = column.notNull && !alteration.before.notNull && fill !== undefined;
  return filled ? `COALESCE(${convert(old)}, ${fill})` : convert(old);
}

/** What a catalog cannot show would be lost with the old table. */
function refuseUnknown({ before, after, kept }: TableChange): void {
  const checks = (sql: string): number => sql.match(/\bCHECK\s*\(/gi)?.length ?? 0;
  if (checks(before.sql) > checks(after.sql)) {
    throw new Error(
      `SQLite can only change the table ${before.name} by making it anew, and it has a CHECK that no spec knows: write this migration by hand.`,
    );
  }
  const bare = kept.find(({ notNull, default: value, generated }) => (notNull && value === undefined) || generated !== undefined);
  if (bare !== undefined) {
    throw new Error(
      `SQLite can only change the table ${before.name} by making it anew, and its column ${bare.name}, which is kept, cannot be added afterwards: write this migration by hand.`,
    );
  }
}
