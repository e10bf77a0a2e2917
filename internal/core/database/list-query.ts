import { createHash } from "node:crypto";
import { problem } from "../problems/problem.ts";
import type { ListColumn } from "./database.ts";
import { defaultLimit, type ListQuery, maximumLimit } from "./lists.ts";
import type { SearchTerms } from "./search.ts";

export type Columns = Readonly<Record<string, ListColumn>>;
export type Operator = "eq" | "ne" | "in" | "contains" | "lt" | "lte" | "gt" | "gte";
/** A value as it is compared: times are in the one form of Timestamp, `contains` is in lower case. */
export type Value = string | number | boolean;

export interface Condition {
  readonly field: string;
  readonly column: ListColumn;
  readonly operator: Operator;
  readonly value: Value | readonly Value[];
}

export interface Order {
  /** "id" when nothing else orders the list. */
  readonly field: string;
  /** undefined for the id itself. */
  readonly column: ListColumn | undefined;
  readonly descending: boolean;
}

/** The last row of the page before: its sort value and its id. */
export interface Position {
  readonly value: Value | null;
  readonly id: string;
}

/** A list query that was checked against the columns that may be asked for. */
export interface ListRequest {
  readonly conditions: readonly Condition[];
  readonly search: SearchTerms | undefined;
  readonly order: Order;
  readonly limit: number;
  readonly after: Position | undefined;
  readonly total: boolean;
  /** The cursor that continues after this row. */
  cursor(position: Position): string;
}

const operators: Readonly<Record<ListColumn["type"], readonly Operator[]>> = {
  text: ["eq", "ne", "in", "contains"],
  number: ["eq", "ne", "in", "lt", "lte", "gt", "gte"],
  time: ["eq", "lt", "lte", "gt", "gte"],
  boolean: ["eq"],
};
/** More than this in one `in` is no filter but a transfer. */
const mostChoices = 200;

/** Checks a list query: a 422 for a field, operator, value or sort that is not offered, a 400 for a cursor that does not fit. */
export function listRequest<Filter, Sort extends string>(
  query: ListQuery<Filter, Sort>,
  columns: Columns,
  search?: SearchTerms,
): ListRequest {
  const conditions = readFilter(query.filter ?? {}, columns);
  const order = readSort(query.sort, columns);
  let shape: string | undefined;
  const shapeHash = () => {
    const asked = search === undefined ? [] : [search.terms];
    shape ??= hash([conditions.map(({ field, operator, value }) => [field, operator, value]), order.field, order.descending, ...asked]);
    return shape;
  };
  return {
    conditions,
    search,
    order,
    limit: readLimit(query.limit),
    after: query.cursor === undefined ? undefined : readCursor(query.cursor, shapeHash(), order),
    total: query.total ?? false,
    cursor: ({ value, id }) => Buffer.from(JSON.stringify([shapeHash(), value, id])).toString("base64url"),
  };
}

function readFilter(filter: object, columns: Columns): Condition[] {
  const conditions: Condition[] = [];
  for (const [field, tests] of Object.entries(filter)) {
    if (tests === undefined) continue;
    const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
    if (column?.filter !== true)
      throw refused(`?filter[${field}]`, `This list cannot be filtered by "${field}".`, choices(columns, "filter"));
    if (typeof tests !== "object" || tests === null) throw refused(`?filter[${field}]`, "A filter names an operator, such as eq.");
    for (const [name, value] of Object.entries(tests)) {
      if (value === undefined) continue;
      const pointer = `?filter[${field}][${name}]`;
      const operator = operators[column.type].find((known) => known === name);
      if (operator === undefined) throw refused(pointer, `"${field}" has no filter "${name}".`, operators[column.type]);
      conditions.push({ field, column, operator, value: readOperand(pointer, column, operator, value) });
    }
  }
  return conditions.sort((a, b) => compareNames(`${a.field}.${a.operator}`, `${b.field}.${b.operator}`));
}

function readOperand(pointer: string, column: ListColumn, operator: Operator, value: unknown): Value | readonly Value[] {
  if (operator === "in") {
    if (!Array.isArray(value) || value.length === 0 || value.length > mostChoices) {
      throw refused(pointer, `This takes a list of 1 to ${mostChoices} values.`);
    }
    return value.map((one) => readValue(pointer, column, one));
  }
  const read = readValue(pointer, column, value);
  return operator === "contains" ? asciiLower(String(read)) : read;
}

function readValue(pointer: string, { type }: ListColumn, value: unknown): Value {
  if (type === "text" && typeof value === "string") {
    if (value.includes("\0")) throw refused(pointer, "Text must not contain the character U+0000.");
    return value;
  }
  if (type === "number" && typeof value === "number" && Number.isFinite(value)) return value;
  if (type === "boolean" && typeof value === "boolean") return value;
  const time = type === "time" && typeof value === "string" ? readTime(value) : undefined;
  if (time === undefined)
    throw refused(pointer, `This is not a ${type === "time" ? "time (RFC 3339, such as 2026-11-20T08:00:00Z)" : type}.`);
  return time;
}

const rfc3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

const firstTime = new Date("0001-01-01T00:00:00Z");
const lastTime = new Date("9999-12-31T23:59:59.999Z");

function readTime(text: string): string | undefined {
  const time = rfc3339.test(text) ? new Date(text) : undefined;
  // Postgres knows no year 0, and the text of a later year than 9999 sorts before all others.
  const known = time !== undefined && time >= firstTime && time <= lastTime;
  return known ? time.toISOString() : undefined;
}

/** Without a sort: newest first where a list can be sorted by createdAt, else by its first sortable field, else by id. */
function readSort(sort: string | undefined, columns: Columns): Order {
  if (sort === undefined) {
    if (columns.createdAt?.sort) return { field: "createdAt", column: columns.createdAt, descending: true };
    const [field, column] = Object.entries(columns).find(([, one]) => one.sort) ?? ["id", undefined];
    return { field, column, descending: false };
  }
  const descending = sort.startsWith("-");
  const field = descending ? sort.slice(1) : sort;
  const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
  if (column?.sort !== true) throw refused("?sort", `This list cannot be sorted by "${field}".`, choices(columns, "sort"));
  return { field, column, descending };
}

function readLimit(limit: number | undefined): number {
  if (limit === undefined || Number.isNaN(limit)) return defaultLimit;
  return Math.min(Math.max(Math.trunc(limit), 1), maximumLimit);
}

function readCursor(cursor: string, shape: string, { column }: Order): Position {
  const wrong = problem.malformed(
    "This cursor does not belong to this filter, search and sort. Leave it out to start again from the first page.",
    {
      pointer: "?cursor",
    },
  );
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw wrong;
  }
  if (!Array.isArray(parts) || parts.length !== 3) throw wrong;
  const [madeFor, value, id] = parts as unknown[];
  if (madeFor !== shape || typeof id !== "string" || id.includes("\0")) throw wrong;
  if (value === null || column === undefined) return { value: null, id };
  try {
    return { value: readValue("?cursor", column, value), id };
  } catch {
    throw wrong;
  }
}

function refused(pointer: string, detail: string, offered: readonly string[] = []): Error {
  return problem.invalid(offered.length === 0 ? detail : `${detail} It offers: ${offered.join(", ")}.`, { pointer });
}

const choices = (columns: Columns, use: "filter" | "sort"): string[] => Object.keys(columns).filter((field) => columns[field]?.[use]);

const hash = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);

const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Lower case for A to Z alone: what both databases do without a locale. */
export const asciiLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
