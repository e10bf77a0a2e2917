import type { Column, Table, Thing } from "../catalog/catalog.ts";
import type { Changes, TableChange } from "./changes.ts";
import { quoted } from "./literal.ts";
import type { Values } from "./values.ts";

/** The changes as statements for Postgres, in an order that works. */
export function printPostgres(changes: Changes, values: Values): readonly string[] {
  const { created, dropped, changed, createdThings, droppedThings } = changes;
  const early = (thing: Thing): boolean => thing.kind === "extension" || thing.kind === "function";
  return [
    ...droppedThings.filter((thing) => !early(thing)).map(dropThing),
    ...createdThings.filter(early).map(({ sql }) => `${sql};`),
    ...changed.flatMap((change) => dropConstraints(change, true)),
    ...changed.flatMap((change) => dropConstraints(change, false)),
    ...changed.flatMap((change) => changeTable(change, values)),
    ...changed.flatMap((change) => addConstraints(change, false)),
    ...created.map(createTable),
    ...changed.flatMap((change) => addConstraints(change, true)),
    ...createdThings.filter((thing) => !early(thing)).map(({ sql }) => `${sql};`),
    ...dropped.map(({ name }) => `DROP TABLE ${quoted(name)};`),
    ...droppedThings.filter(({ kind }) => kind === "function").map(dropThing),
  ];
}

function dropThing({ kind, name, table }: Thing): string {
  return `DROP ${kind.toUpperCase()} ${quoted(name)}${kind === "trigger" ? ` ON ${quoted(table ?? "")}` : ""};`;
}

function createTable({ name, columns, constraints }: Table): string {
  const lines = [...columns.map(columnText), ...constraints.map(({ definition }) => definition)].map((line) => `  ${line}`);
  return `CREATE TABLE ${quoted(name)} (\n${lines.join(",\n")}\n);`;
}

function columnText(column: Column): string {
  return `${quoted(column.name)} ${column.type}${origin(column)}${column.notNull ? " NOT NULL" : ""}`;
}

function origin({ default: value, generated }: Column): string {
  if (generated === undefined) return value === undefined ? "" : ` DEFAULT ${value}`;
  if (generated.startsWith("identity ")) return ` GENERATED ${generated.endsWith("a") ? "ALWAYS" : "BY DEFAULT"} AS IDENTITY`;
  const [, expression = "", kind = ""] = /^(.*) (STORED|VIRTUAL)$/s.exec(generated) ?? [];
  return ` GENERATED ALWAYS AS (${expression}) ${kind}`;
}

function changeTable(change: TableChange, values: Values): string[] {
  const { before, after } = change;
  const table = quoted(after.name);
  const alter = (what: string): string => `ALTER TABLE ${table} ${what};`;
  return [
    ...(before.name === after.name ? [] : [`ALTER TABLE ${quoted(before.name)} RENAME TO ${table};`, ...renameConstraints(change)]),
    ...change.renamed.map(({ from, to }) => alter(`RENAME COLUMN ${quoted(from)} TO ${quoted(to)}`)),
    ...change.dropped.map(({ name }) => alter(`DROP COLUMN ${quoted(name)}`)),
    ...change.added.flatMap((column) => addColumn(after.name, column, values)),
    ...change.altered.flatMap(({ before: was, after: column }) => alterColumn(after.name, was, column, values)),
  ];
}

/** Foreign keys go before what they refer to, and come after it. */
const dropConstraints = ({ before, droppedConstraints }: TableChange, foreign: boolean): string[] =>
  droppedConstraints
    .filter(({ kind }) => (kind === "foreign") === foreign)
    .map(({ name }) => `ALTER TABLE ${quoted(before.name)} DROP CONSTRAINT ${quoted(name ?? "")};`);

const addConstraints = ({ after, addedConstraints }: TableChange, foreign: boolean): string[] =>
  addedConstraints
    .filter(({ kind }) => (kind === "foreign") === foreign)
    .map(
      ({ name, definition }) =>
        `ALTER TABLE ${quoted(after.name)} ADD ${name === undefined ? "" : `CONSTRAINT ${quoted(name)} `}${definition};`,
    );

/** Postgres derives a constraint's name from the table's once, and leaves it when the table is renamed. */
function renameConstraints({ before, after, droppedConstraints }: TableChange): string[] {
  return before.constraints.flatMap((constraint) => {
    const now = after.constraints.find(({ definition }) => definition === constraint.definition)?.name;
    if (now === undefined || now === constraint.name || droppedConstraints.includes(constraint)) return [];
    return [`ALTER TABLE ${quoted(after.name)} RENAME CONSTRAINT ${quoted(constraint.name ?? "")} TO ${quoted(now)};`];
  });
}

function addColumn(table: string, column: Column, values: Values): string[] {
  const fill =
    column.notNull && column.generated === undefined && column.default === undefined ? values.fill(table, column.name) : undefined;
  if (fill === undefined) return [`ALTER TABLE ${quoted(table)} ADD COLUMN ${columnText(column)};`];
  return [
    `ALTER TABLE ${quoted(table)} ADD COLUMN ${columnText(column)} DEFAULT ${fill};`,
    `ALTER TABLE ${quoted(table)} ALTER COLUMN ${quoted(column.name)} DROP DEFAULT;`,
  ];
}

function alterColumn(table: string, before: Column, after: Column, values: Values): string[] {
  const name = quoted(after.name);
  const alter = (what: string): string => `ALTER TABLE ${quoted(table)} ALTER COLUMN ${name} ${what};`;
  if (before.generated !== after.generated) {
    return [`ALTER TABLE ${quoted(table)} DROP COLUMN ${name};`, ...addColumn(table, after, values)];
  }
  const convert = values.convert(table, after.name);
  const fill = values.fill(table, after.name);
  const value = convert === undefined ? (after.notNull ? (fill ?? "NULL") : "NULL") : convert(name);
  return [
    ...(before.default !== undefined && before.default !== after.default ? [alter("DROP DEFAULT")] : []),
    ...(before.notNull && !after.notNull ? [alter("DROP NOT NULL")] : []),
    ...(before.type === after.type ? [] : [alter(`TYPE ${after.type}${value === name ? "" : ` USING ${value}`}`)]),
    ...(after.notNull && !before.notNull
      ? [...(fill === undefined ? [] : [`UPDATE ${quoted(table)} SET ${name} = ${fill} WHERE ${name} IS NULL;`]), alter("SET NOT NULL")]
      : []),
    ...(after.default !== undefined && before.default !== after.default ? [alter(`SET DEFAULT ${after.default}`)] : []),
  ];
}
