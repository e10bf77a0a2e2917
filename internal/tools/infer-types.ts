import type { Cell } from "./table.ts";

/** A number as JSON writes it: an article number such as 007 stays text. */
const number = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/**
 * Finds out, column by column, whether all filled cells are numbers, or all true or false, and converts those columns.
 * An empty cell becomes null in every column.
 */
export function inferTypes(records: readonly (readonly string[])[]): readonly (readonly Cell[])[] {
  const width = records[0]?.length ?? 0;
  const converters = Array.from({ length: width }, (_, column) => converter(records, column));
  return records.map((record) => record.map((text, column) => (text === "" ? null : (converters[column] ?? String)(text))));
}

type Convert = (text: string) => Cell;

function converter(records: readonly (readonly string[])[], column: number): Convert {
  const all = (test: (text: string) => boolean) => records.every((record) => record[column] === "" || test(record[column] ?? ""));
  if (all(isNumber)) return Number;
  if (all((text) => text === "true" || text === "false")) return (text) => text === "true";
  return String;
}

/** Whole numbers too big to be exact stay text: they are mostly identifiers. */
function isNumber(text: string): boolean {
  if (!number.test(text)) return false;
  const value = Number(text);
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
