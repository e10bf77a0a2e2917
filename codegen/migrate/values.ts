import type { Column } from "../catalog/catalog.ts";
import type { SqlDialect } from "../migrations/initial.ts";
import type { Json } from "../model/json-schema.ts";
import type { Model } from "../model/model.ts";
import type { Changes } from "./changes.ts";
import { type Convert, conversion } from "./convert.ts";
import { sqlLiteral } from "./literal.ts";

/** What rows that exist get, by table and column, in the SQL of one database. */
export interface Values {
  /** From the old value; undefined when the old one is lost. */
  convert(table: string, column: string): Convert | undefined;
  /** In place of a value that is not there; undefined when nothing says what. */
  fill(table: string, column: string): string | undefined;
}

/** What a spec says, or what a person typed, which is text until the column's type is known. */
export type Fill = { readonly value: Json } | { readonly typed: string };

/** By `table.column`. */
export type Fills = ReadonlyMap<string, Fill>;

/** Postgres's types of a column before and after a change; it knows more of them than SQLite. */
export type Types = ReadonlyMap<string, { readonly before: string | undefined; readonly after: string }>;

/** The types of every wanted column. `changes` are those of Postgres. */
export function typesOf(changes: Changes, wanted: ReadonlyMap<string, { readonly columns: readonly Column[] }>): Types {
  const types = new Map<string, { before: string | undefined; after: string }>();
  for (const [table, { columns }] of wanted)
    for (const { name, type } of columns) types.set(`${table}.${name}`, { before: type, after: type });
  for (const { after, altered } of changes.changed) {
    for (const { before, after: column } of altered) types.set(`${after.name}.${column.name}`, { before: before.type, after: column.type });
  }
  return types;
}

/** What a property's `default` says of rows that exist, and what was told beside. */
export function fillsOf(model: Model, told: Fills): Fills {
  const defaults = model.domains
    .flatMap((domain) => domain.entities)
    .flatMap(({ table, fields }) =>
      fields.flatMap((field): [string, Fill][] =>
        field.default === undefined ? [] : [[`${table}.${field.column}`, { value: field.default }]],
      ),
    );
  return new Map([...defaults, ...told]);
}

export function valuesOf(types: Types, fills: Fills, dialect: SqlDialect): Values {
  return {
    convert(table, column) {
      const found = types.get(`${table}.${column}`);
      return found?.before === undefined ? undefined : conversion(found.before, found.after, dialect);
    },
    fill(table, column) {
      const fill = fills.get(`${table}.${column}`);
      const type = types.get(`${table}.${column}`)?.after;
      if (fill === undefined || type === undefined) return undefined;
      const value = "value" in fill ? fill.value : typed(fill.typed, type);
      return value === null ? undefined : sqlLiteral(value, type, dialect);
    },
  };
}

function typed(text: string, type: string): Json {
  if (type.startsWith("text") || type.startsWith("timestamp")) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
