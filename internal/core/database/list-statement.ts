import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "../context/context.ts";
import type { ListStatement } from "./database.ts";
import { boundConditions, compare, conditionKey, isWhole, type ListDialect, slot } from "./list-conditions.ts";
import { type Columns, type ListRequest, listRequest, type Order, type Position } from "./list-query.ts";
import { parameter } from "./plan.ts";
import { type SearchIndex, searchTerms } from "./search.ts";
import { type Prepare, statementShapes } from "./statement-shapes.ts";

/** A family of list queries; `prepare` makes a statement of each shape at its first use. */
export function listStatement<Tables, Params, Row>(
  base: SelectQueryBuilder<Tables, keyof Tables, Row>,
  columns: Columns,
  dialect: ListDialect,
  prepare: Prepare,
  index?: SearchIndex,
): ListStatement<Params, Row> {
  const shape = statementShapes(prepare);

  function filtered({ conditions, search }: ListRequest): typeof base {
    const query = conditions.reduce((query, condition, index) => query.where(compare(dialect, condition, slot(index))), base);
    return search === undefined || index === undefined ? query : query.where(dialect.searched(index.table, sql`${parameter("$search")}`));
  }

  const rowsOf = (request: ListRequest) => () => {
    const query = filtered(request);
    const after = request.after === undefined ? query : query.where(following(dialect, request.order, request.after));
    return after.orderBy(ordering(dialect, request.order)).limit(parameter<number>("$limit"));
  };
  const countOf = (request: ListRequest) => () => filtered(request).clearSelect().select(sql<number>`count(*)`.as("total"));

  return {
    async page(ctx: Context, params, query, toItem) {
      const request = listRequest(query, columns, index && searchTerms(ctx, index, query.search));
      const values = { ...params, ...bound(dialect, request) };
      const conditions = `${request.conditions.map(conditionKey).join("&")}${request.search === undefined ? "" : "?"}`;
      const { order, limit, after } = request;
      const key = `${conditions}|${order.descending ? "-" : ""}${order.field}|${after === undefined ? "" : positionKey(order, after)}`;
      const rows = (await shape(key, rowsOf(request)).all(ctx, { ...values, $limit: limit + 1 })) as Row[];
      const shown = rows.length > limit ? rows.slice(0, limit) : rows;
      const last = rows.length > limit ? shown.at(-1) : undefined;
      const nextCursor = last === undefined ? null : request.cursor(positionOf(dialect, order, last));
      const page = { items: shown.map(toItem), nextCursor };
      if (!request.total) return page;
      const counted = (await shape(`${conditions}|count`, countOf(request)).first(ctx, values)) as { total: number };
      return { ...page, total: counted.total };
    },
  };
}

/** Values that the statement takes besides the caller's own parameters. */
function bound(dialect: ListDialect, { conditions, search, after }: ListRequest): Record<string, unknown> {
  const values = boundConditions(dialect, conditions);
  if (search !== undefined) values.$search = dialect.searchValue(search);
  if (after !== undefined) {
    values.$value = after.value;
    values.$id = after.id;
  }
  return values;
}

function positionKey({ column }: Order, { value }: Position): string {
  if (value === null) return "null";
  return column?.type === "number" && !isWhole(value) ? "after~" : "after";
}

const sortColumn = (dialect: ListDialect, { column }: Order): RawBuilder<unknown> | undefined =>
  column === undefined ? undefined : column.type === "text" ? dialect.text(column.column) : sql.ref(column.column);

/** Null is larger than every value, on both databases: last when ascending, first when descending. */
function ordering(dialect: ListDialect, order: Order): RawBuilder<unknown> {
  const column = sortColumn(dialect, order);
  const id = dialect.text("id");
  const direction = order.descending ? sql`desc` : sql`asc`;
  if (column === undefined) return sql`${id} ${direction}`;
  const nulls = order.column?.nullable === false ? sql`` : order.descending ? sql` nulls first` : sql` nulls last`;
  return sql`${column} ${direction}${nulls}, ${id} ${direction}`;
}

/** What comes after a position, in the order above. */
function following(dialect: ListDialect, order: Order, after: Position): RawBuilder<SqlBool> {
  const column = sortColumn(dialect, order);
  const id = dialect.text("id");
  const beyond = order.descending ? sql`<` : sql`>`;
  const lastId = sql`${parameter("$id")}`;
  if (column === undefined) return sql<SqlBool>`${id} ${beyond} ${lastId}`;
  if (after.value === null) {
    const sameNull = sql<SqlBool>`(${column} is null and ${id} ${beyond} ${lastId})`;
    return order.descending ? sql<SqlBool>`(${sameNull} or ${column} is not null)` : sameNull;
  }
  const given = sql`${parameter("$value")}`;
  const last = order.column?.type === "number" ? dialect.number(given, { whole: isWhole(after.value), list: false }) : given;
  const range = sql<SqlBool>`(${column}, ${id}) ${beyond} (${last}, ${lastId})`;
  return order.descending || order.column?.nullable === false ? range : sql<SqlBool>`(${range} or ${column} is null)`;
}

function positionOf(dialect: ListDialect, order: Order, row: unknown): Position {
  const values = row as Record<string, unknown>;
  const value = order.column === undefined ? null : values[order.column.column];
  if (typeof values.id !== "string" || value === undefined)
    throw new Error(`A listed query must select "id" and "${order.column?.column}".`);
  return { id: values.id, value: dialect.sortValue(value, order) };
}
