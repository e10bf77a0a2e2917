import { asciiLower, type Columns, type Condition, listRequest, type Order, type Value } from "./list-query.ts";
import type { ListQuery, Page } from "./lists.ts";
import type { MemorySearch } from "./search.ts";

interface Listed {
  readonly id: string;
}

/** A page of `rows`: the same filters, order, cursors and problems as a list in SQL, over fields instead of columns. */
export function memoryPage<Row extends Listed, Filter, Sort extends string>(
  rows: readonly Row[],
  query: ListQuery<Filter, Sort>,
  columns: Columns,
  search?: MemorySearch,
): Page<Row> {
  const request = listRequest(query, columns, search?.terms);
  const { order, after, limit } = request;
  const filtered = rows.filter((row) => request.conditions.every((condition) => meets(row, condition)));
  const matching = search === undefined ? filtered : filtered.filter((row) => search.finds(row));
  const place = (row: Row) => ({ value: order.column === undefined ? null : fieldOf(row, order.field), id: row.id });
  const sign = order.descending ? -1 : 1;
  const compare = (a: Place, b: Place) => sign * (compareValues(a.value, b.value) || compareText(a.id, b.id));
  const following = after === undefined ? matching : matching.filter((row) => compare(place(row), after) > 0);
  const shown = following.toSorted((a, b) => compare(place(a), place(b))).slice(0, limit);
  const last = following.length > limit ? shown.at(-1) : undefined;
  const page = { items: shown, nextCursor: last === undefined ? null : request.cursor(place(last)) };
  return request.total ? { ...page, total: matching.length } : page;
}

/** The rows that meet a filter, with the problems of a list in SQL. */
export function memoryMatching<Row extends Listed, Filter>(
  rows: readonly Row[],
  query: { readonly filter?: Filter; readonly limit?: number },
  columns: Columns,
): { readonly rows: readonly Row[]; readonly limit: number } {
  const { conditions, limit } = listRequest(query, columns);
  return { rows: rows.filter((row) => conditions.every((condition) => meets(row, condition))), limit };
}

interface Place {
  readonly value: Value | null;
  readonly id: string;
}

const fieldOf = (row: object, field: Order["field"]): Value | null => ((row as Record<string, unknown>)[field] ?? null) as Value | null;

function meets(row: object, { field, operator, value: wanted }: Condition): boolean {
  const value = fieldOf(row, field);
  if (operator === "ne") return value !== wanted;
  if (value === null) return false;
  if (operator === "in") return (wanted as readonly Value[]).includes(value);
  if (operator === "contains") return asciiLower(String(value)).includes(String(wanted));
  const order = compareValues(value, wanted as Value);
  switch (operator) {
    case "eq":
      return order === 0;
    case "lt":
      return order < 0;
    case "lte":
      return order <= 0;
    case "gt":
      return order > 0;
    case "gte":
      return order >= 0;
  }
}

/** Null is larger than every value. */
function compareValues(a: Value | null, b: Value | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  return Number(a) - Number(b);
}

/** By code point, as both databases do; JavaScript's own order is by UTF-16 unit. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
