import { type RawBuilder, sql } from "kysely";
import type { NearDialect } from "../near-statement.ts";

const operators = { cosine: sql`<=>`, l2: sql`<->`, ip: sql`<#>` } as const;

/** Reckoned by pgvector, which finds the nearest of all rows by an index that is not always exact. */
export const postgresNear: NearDialect = {
  distance: (metric, column, value) => sql<number>`${column} ${operators[metric]} cast(${value} as vector)`,
  vectorValue: vectorText,
  exactly: (distance: RawBuilder<number>) => sql<number>`(${distance}) + 0`,
};

/** A vector as pgvector reads it. */
export function vectorText(values: Float32Array): string {
  return `[${values.join(",")}]`;
}
