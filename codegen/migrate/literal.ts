import type { SqlDialect } from "../migrations/initial.ts";
import type { Json } from "../model/json-schema.ts";

/**
 * A JSON value as an SQL literal for a column of this type (Postgres's name of it).
 * Throws a sentence when the type cannot have the value.
 */
export function sqlLiteral(value: Json, type: string, dialect: SqlDialect): string {
  const wrong = (): Error => new Error(`${JSON.stringify(value)} is no value of a column of type ${type}.`);
  if (type === "jsonb") return quote(JSON.stringify(value));
  if (type === "boolean") {
    if (typeof value !== "boolean") throw wrong();
    return dialect === "postgres" ? String(value) : value ? "1" : "0";
  }
  if (type === "integer" || type === "bigint" || type === "double precision") {
    if (typeof value !== "number" || (type !== "double precision" && !Number.isInteger(value))) throw wrong();
    return String(value);
  }
  if (typeof value !== "string" || value.includes("\0")) throw wrong();
  if (!type.startsWith("timestamp")) return quote(value);
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) throw wrong();
  // As the repositories keep it: in UTC, with milliseconds.
  return quote(time.toISOString());
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Always quoted: any name may be a keyword in one database or the other. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
