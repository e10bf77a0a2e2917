import type { SqlDialect } from "../migrations/initial.ts";

/** A column's value as another type, in SQL. `value` is the quoted column. */
export type Convert = (value: string) => string;

interface Conversion {
  readonly postgres: Convert;
  readonly sqlite: Convert;
}

const same: Convert = (value) => value;
const nullOr = (value: string, rest: string): string => `CASE WHEN ${value} IS NULL THEN NULL ${rest} END`;
const truth: Convert = (value) => nullOr(value, `WHEN ${value} THEN 'true' ELSE 'false'`);
const utc: Convert = (value) => `to_char(${value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const cast =
  (type: string): Convert =>
  (value) =>
    `${value}::${type}`;
const quote: Conversion = { postgres: (value) => `to_jsonb(${value})`, sqlite: (value) => nullOr(value, `ELSE json_quote(${value})`) };

/**
 * Changes of type that keep every value, by Postgres's names of the types (SQLite has fewer types, so cannot tell them all apart).
 * Where a value may not fit, the database refuses the migration as a whole.
 */
const conversions: Readonly<Record<string, Conversion>> = {
  "integer > bigint": { postgres: cast("bigint"), sqlite: same },
  "bigint > integer": { postgres: cast("integer"), sqlite: same },
  "integer > double precision": { postgres: cast("double precision"), sqlite: (value) => `CAST(${value} AS REAL)` },
  "bigint > double precision": { postgres: cast("double precision"), sqlite: (value) => `CAST(${value} AS REAL)` },
  "integer > text": { postgres: cast("text"), sqlite: (value) => `CAST(${value} AS TEXT)` },
  "bigint > text": { postgres: cast("text"), sqlite: (value) => `CAST(${value} AS TEXT)` },
  "boolean > text": { postgres: truth, sqlite: truth },
  "boolean > integer": { postgres: cast("integer"), sqlite: same },
  "boolean > bigint": { postgres: (value) => `${value}::integer::bigint`, sqlite: same },
  "timestamp > text": { postgres: utc, sqlite: same },
  "text > json": quote,
  "integer > json": quote,
  "bigint > json": quote,
  "double precision > json": quote,
  "boolean > json": { postgres: (value) => `to_jsonb(${value})`, sqlite: truth },
  "timestamp > json": { postgres: (value) => `to_jsonb(${utc(value)})`, sqlite: quote.sqlite },
};

/** How values go from one type of Postgres to another on a database; undefined when they would be lost. */
export function conversion(from: string, to: string, dialect: SqlDialect): Convert | undefined {
  const [a, b] = [family(from), family(to)];
  return a === b ? same : conversions[`${a} > ${b}`]?.[dialect];
}

function family(type: string): string {
  const bare = type.replace(/ COLLATE .*$/, "");
  if (bare.startsWith("timestamp")) return "timestamp";
  return bare === "jsonb" ? "json" : bare;
}
