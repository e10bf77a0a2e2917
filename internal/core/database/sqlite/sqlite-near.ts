import { sql } from "kysely";
import { getLoadablePath } from "sqlite-vec";
import { StartError } from "../../problems/start-error.ts";
import type { NearDialect } from "../near-statement.ts";
import type { Connections } from "./connections.ts";

/** Reckoned by sqlite-vec, row by row: only the caller's rows are looked at, and all of those. */
export const sqliteNear: NearDialect = {
  distance(metric, column, value) {
    if (metric === "cosine") return sql<number>`vec_distance_cosine(${column}, ${value})`;
    if (metric === "l2") return sql<number>`vec_distance_l2(${column}, ${value})`;
    // It knows no inner product: |a-b|² = |a|² + |b|² - 2ab, and the length of a vector is its distance from nought.
    const nought = sql`zeroblob(length(${column}))`;
    const squared = (a: typeof column, b: typeof column) => sql`pow(vec_distance_l2(${a}, ${b}), 2)`;
    return sql<number>`(${squared(column, value)} - ${squared(column, nought)} - ${squared(value, nought)}) / 2`;
  },
  vectorValue: vectorBytes,
  exactly: undefined,
};

/** A vector as sqlite-vec reads it: float32, in the order of bytes of this machine. */
export function vectorBytes(values: Float32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

const loaded = new WeakSet<Connections>();

/** Loads sqlite-vec into the connections, once. Throws a StartError where that cannot be. */
export function loadVectors(connections: Connections): void {
  if (loaded.has(connections)) return;
  try {
    for (const connection of new Set([connections.writer, connections.reader])) connection.loadExtension(getLoadablePath());
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(
      `Rows are compared by vectors here, for which SQLite needs its extension sqlite-vec, and that cannot be loaded (${why}). Run \`npm install\` on this machine, with optional dependencies; where there is no sqlite-vec for it, use Postgres with pgvector.`,
      { cause },
    );
  }
  loaded.add(connections);
}
