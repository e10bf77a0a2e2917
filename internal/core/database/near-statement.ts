import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import type { NearStatement } from "./database.ts";
import { boundConditions, compare, conditionKey, type ListDialect, slot } from "./list-conditions.ts";
import { type Columns, listRequest } from "./list-query.ts";
import { type Metric, type Near, nearestFirst } from "./near.ts";
import { parameter } from "./plan.ts";
import { type Prepare, statementShapes } from "./statement-shapes.ts";

/** What the two databases write differently about vectors. */
export interface NearDialect {
  /** How far the vector in `column` is from `value`. */
  distance(metric: Metric, column: RawBuilder<unknown>, value: RawBuilder<unknown>): RawBuilder<number>;
  /** A vector, as it is bound. */
  vectorValue(values: Float32Array): unknown;
  /** A distance that no index is asked for; undefined where none ever is, and every row is looked at. */
  readonly exactly: ((distance: RawBuilder<number>) => RawBuilder<number>) | undefined;
}

/** A family of queries for what is nearest, over rows joined with their vectors in `near_vector`. */
export function nearStatement<Tables, Params, Row extends { readonly id: string }>(
  base: SelectQueryBuilder<Tables, keyof Tables, Row>,
  columns: Columns,
  metric: Metric,
  dialect: ListDialect & NearDialect,
  prepare: Prepare,
): NearStatement<Params, Row> {
  const shape = statementShapes(prepare);
  const away = dialect.distance(metric, sql.ref("near_vector"), sql`${parameter("$vector")}`);

  return {
    async nearest(ctx, params, vector, query, toItem) {
      const { conditions, limit } = listRequest(query, columns);
      const values = { ...params, ...boundConditions(dialect, conditions), $vector: dialect.vectorValue(vector), $limit: limit };
      const ordered = (order: RawBuilder<number>) => () =>
        conditions
          .reduce((query, condition, index) => query.where(compare(dialect, condition, slot(index))), base)
          .select(away.as("near_distance"))
          .orderBy(order)
          .limit(parameter<number>("$limit"));
      const key = conditions.map(conditionKey).join("&");
      let rows = await shape(key, ordered(away)).all(ctx, values);
      // An index gives the nearest of all rows, of which few may be the caller's: then all of the caller's are looked at.
      if (rows.length < limit && dialect.exactly !== undefined)
        rows = await shape(`${key}|`, ordered(dialect.exactly(away))).all(ctx, values);
      return (rows as (Row & { near_distance: number })[])
        .map((row): Near<Row> => ({ distance: row.near_distance, item: row }))
        .sort(nearestFirst)
        .map(({ distance, item }) => ({ distance, item: toItem(item) }));
    },
  };
}
