import type { JsonSchema } from "./json-schema.ts";

/** A cell as tools hand it on. */
export type Cell = string | number | boolean | null;

export type Row = Readonly<Record<string, Cell>>;

/** Rows with text, numbers, booleans or nothing in their cells. */
export const rowsSchema: JsonSchema = {
  type: "array",
  items: { type: "object", additionalProperties: { type: ["string", "number", "boolean", "null"] } },
};

export const columnsSchema: JsonSchema = { type: "array", items: { type: "string" } };

/** A row from its columns. A column may have any name: `__proto__` becomes a column like any other. */
export function row(columns: readonly string[], cells: readonly Cell[]): Row {
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null]));
}
