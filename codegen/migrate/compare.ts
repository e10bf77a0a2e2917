import { type Catalog, type Column, type Constraint, keyOf, normalized, type Table, type Thing } from "../catalog/catalog.ts";
import type { Changes, TableChange } from "./changes.ts";
import type { Renames } from "./renames.ts";

export interface Comparison {
  readonly have: Catalog;
  readonly want: Catalog;
  readonly renames: Renames;
  /** Whether people made the thing of this name, or `table.column`, and keep it. */
  readonly isKept: (name: string) => boolean;
  /** `table.column` of what another database keeps in another way from now on, although this one shows no difference. */
  readonly converted: ReadonlySet<string>;
}

/** How the tables that are there differ from those that are wanted. Pure. */
export function compareCatalogs({ have, want, renames, isKept, converted }: Comparison): Changes {
  const formerOf = (table: string): string | undefined => {
    const former = renames.tables.get(table);
    return former !== undefined && have.tables.has(former) && !have.tables.has(table) && !want.tables.has(former) ? former : undefined;
  };
  const pairs = [...want.tables.values()].flatMap((after) => {
    const before = have.tables.get(formerOf(after.name) ?? after.name);
    return before === undefined ? [] : [{ before, after }];
  });
  const goesOn = new Set(pairs.map(({ before }) => before.name));
  const changed = pairs.flatMap(({ before, after }) => {
    const change = compareTables(before, after, renames.columns.get(after.name) ?? new Map(), isKept, converted);
    return differs(change) ? [change] : [];
  });
  const dropped = [...have.tables.values()].filter(({ name }) => !goesOn.has(name) && !isKept(name));
  const gone = new Set(dropped.map(({ name }) => name));
  const droppedThings = [...have.things.values()].filter(
    // Nobody knows who else uses an extension.
    (thing) =>
      thing.kind !== "extension" && !isKept(thing.name) && !same(thing, want.things.get(keyOf(thing))) && !gone.has(thing.table ?? ""),
  );
  const stays = new Map([...have.things].filter(([, thing]) => !droppedThings.includes(thing) && !gone.has(thing.table ?? "")));
  return {
    // A table comes after those that it refers to, as it was made; and goes before them.
    created: [...want.tables.values()].filter(({ name }) => !pairs.some(({ after }) => after.name === name)),
    dropped: dropped.toReversed(),
    changed: changed.sort((a, b) => byName(a.after, b.after)),
    createdThings: sorted([...want.things.values()].filter((thing) => !same(thing, stays.get(keyOf(thing))))),
    droppedThings: sorted(droppedThings),
    stays: sorted([...stays.values()]),
  };
}

function compareTables(
  before: Table,
  after: Table,
  formerNames: ReadonlyMap<string, string>,
  isKept: Comparison["isKept"],
  converted: ReadonlySet<string>,
): TableChange {
  const had = new Map(before.columns.map((column) => [column.name, column]));
  const wanted = new Map(after.columns.map((column) => [column.name, column]));
  const renamed = after.columns.flatMap(({ name }) => {
    const from = formerNames.get(name);
    return from !== undefined && had.has(from) && !had.has(name) && !wanted.has(from) ? [{ from, to: name }] : [];
  });
  const formers = new Map(renamed.map(({ from, to }) => [to, from]));
  const taken = new Set(renamed.map(({ from }) => from));
  const unwanted = before.columns.filter(({ name }) => !wanted.has(name) && !taken.has(name));
  const kept = unwanted.filter(({ name }) => isKept(`${before.name}.${name}`) || isKept(`${after.name}.${name}`));
  const altered = after.columns.flatMap((column) => {
    const found = had.get(formers.get(column.name) ?? column.name);
    if (found === undefined) return [];
    const former = { ...found, name: column.name };
    return sameColumn(former, column) && !converted.has(`${after.name}.${column.name}`) ? [] : [{ before: former, after: column }];
  });
  // A constraint speaks of columns by their old names until they are renamed, which the database does by itself.
  const hadConstraints = before.constraints.map((constraint) => ({ constraint, text: renamedIn(constraint, formers) }));
  const has = (list: readonly Constraint[], text: string): boolean => list.some(({ definition }) => normalized(definition) === text);
  return {
    before,
    after,
    renamed,
    added: after.columns.filter(({ name }) => !had.has(formers.get(name) ?? name)),
    dropped: unwanted.filter((column) => !kept.includes(column)),
    altered,
    kept,
    addedConstraints: after.constraints.filter(({ definition }) => !hadConstraints.some(({ text }) => text === normalized(definition))),
    droppedConstraints: hadConstraints
      .filter(({ constraint, text }) => !has(after.constraints, text) && !isKept(constraint.name ?? ""))
      .map(({ constraint }) => constraint),
    otherOptions: optionsOf(before) !== optionsOf(after),
  };
}

const sameColumn = (a: Column, b: Column): boolean =>
  a.type.toLowerCase() === b.type.toLowerCase() && a.notNull === b.notNull && a.default === b.default && a.generated === b.generated;

const same = (thing: Thing, other: Thing | undefined): boolean =>
  other !== undefined && thing.table === other.table && normalized(thing.sql) === normalized(other.sql);

const differs = (change: TableChange): boolean =>
  change.before.name !== change.after.name ||
  change.otherOptions ||
  [change.renamed, change.added, change.dropped, change.altered, change.addedConstraints, change.droppedConstraints].some(
    (list) => list.length > 0,
  );

/** A constraint's definition as it reads once the columns have their new names. */
function renamedIn({ definition }: Constraint, formers: ReadonlyMap<string, string>): string {
  const names = new Map([...formers].map(([to, from]) => [from, to]));
  return normalized(definition).replaceAll(/[\w$]+/g, (word) => names.get(word) ?? word);
}

/** What follows the columns: `STRICT`, `WITHOUT ROWID`. */
const optionsOf = ({ sql }: Table): string =>
  normalized(sql.slice(sql.lastIndexOf(")") + 1))
    .split(",")
    .sort()
    .join();

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
const sorted = <Item extends { readonly name: string }>(list: readonly Item[]): Item[] => [...list].sort(byName);
