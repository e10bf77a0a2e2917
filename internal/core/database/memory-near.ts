import type { Columns } from "./list-query.ts";
import { memoryMatching } from "./memory-page.ts";
import { distance, type Embeddable, type MadeVector, type Metric, type Near, type NearQuery, nearestFirst, type Vector } from "./near.ts";

/** The vector of a row, as the database in memory keeps it beside. */
export interface MemoryVector extends MadeVector {
  readonly id: string;
}

/** The rows whose vectors are nearest to one, exactly: as the databases in SQL find them. */
export function memoryNearest<Row extends { readonly id: string }, Filter>(
  rows: readonly Row[],
  vectors: readonly MemoryVector[],
  to: Vector & { readonly metric: Metric },
  query: NearQuery<Filter>,
  columns: Columns,
): readonly Near<Row>[] {
  const { rows: matching, limit } = memoryMatching(rows, query, columns);
  const byRow = new Map(vectors.filter(({ maker }) => maker === to.maker).map(({ id, values }) => [id, values]));
  return matching
    .flatMap((item): Near<Row>[] => {
      const values = byRow.get(item.id);
      return values === undefined ? [] : [{ distance: distance(to.metric, values, to.values), item }];
    })
    .sort(nearestFirst)
    .slice(0, limit);
}

/** Rows as what embeds them sees them. */
export function memoryEmbeddable<Row extends { readonly id: string; readonly version: number }>(
  rows: readonly Row[],
  vectors: readonly MemoryVector[],
  textOf: (row: Row) => string,
): Embeddable[] {
  const byRow = new Map(vectors.map((vector) => [vector.id, vector]));
  return rows.map((row) => {
    const vector = byRow.get(row.id);
    return { id: row.id, version: row.version, text: textOf(row), maker: vector?.maker ?? null, made: vector?.made ?? null };
  });
}
