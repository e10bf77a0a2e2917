import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Condition, Order, Value } from "./list-query.ts";
import { parameter } from "./plan.ts";
import type { SearchTerms } from "./search.ts";

/** What the two databases write differently. */
export interface ListDialect {
  /** A column (or the id) of text, compared and ordered by code point. */
  text(name: string): RawBuilder<unknown>;
  /** Whether the text in `column` has the lower-case text of `value` in it, whatever the case of A to Z. */
  contains(column: RawBuilder<unknown>, value: RawBuilder<unknown>): RawBuilder<SqlBool>;
  among(column: RawBuilder<unknown>, value: RawBuilder<unknown>): RawBuilder<SqlBool>;
  /** Whether a row of the table has what is searched for, as `searchValue` binds it. */
  searched(table: string, value: RawBuilder<unknown>): RawBuilder<SqlBool>;
  searchValue(terms: SearchTerms): string;
  /** A number or a list of numbers as a parameter; `whole` when all are integers. */
  number(value: RawBuilder<unknown>, shape: { readonly whole: boolean; readonly list: boolean }): RawBuilder<unknown>;
  /** A list, as it is bound. */
  listValue(values: readonly Value[]): unknown;
  /** A sort value of a row, as a cursor carries it. */
  sortValue(value: unknown, order: Order): Value | null;
}

/** The parameter of the condition at this place. */
export const slot = (index: number): RawBuilder<unknown> => sql`${parameter(`$${index}`)}`;

/** The values of the conditions' parameters. */
export function boundConditions(dialect: ListDialect, conditions: readonly Condition[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  conditions.forEach(({ value }, index) => {
    values[`$${index}`] = isList(value) ? dialect.listValue(value) : value;
  });
  return values;
}

const isList = (value: Value | readonly Value[]): value is readonly Value[] => Array.isArray(value);

export const isWhole = (value: Value | readonly Value[]): boolean =>
  isList(value) ? value.every(Number.isSafeInteger) : Number.isSafeInteger(value);

/** Statements differ where these do. */
export const conditionKey = ({ field, column, operator, value }: Condition): string =>
  `${field}.${operator}${column.type === "number" && !isWhole(value) ? "~" : ""}`;

const comparisons = { eq: sql`=`, lt: sql`<`, lte: sql`<=`, gt: sql`>`, gte: sql`>=` } as const;

export function compare(
  dialect: ListDialect,
  { column: { column: name, type }, operator, value }: Condition,
  given: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  const column = type === "text" ? dialect.text(name) : sql.ref(name);
  const operand = type === "number" ? dialect.number(given, { whole: isWhole(value), list: operator === "in" }) : given;
  switch (operator) {
    case "ne":
      // A row without a value differs from every value.
      return sql<SqlBool>`(${column} <> ${operand} or ${column} is null)`;
    case "in":
      return dialect.among(column, operand);
    case "contains":
      return dialect.contains(column, operand);
    default:
      return sql<SqlBool>`${column} ${comparisons[operator]} ${operand}`;
  }
}
