import { isEmbedded, vectorsOf } from "../emit/embedded.ts";
import type { Entity } from "../model/model.ts";
import { named } from "./indexes.ts";
import type { SqlDialect } from "./initial.ts";

const classes = { cosine: "vector_cosine_ops", l2: "vector_l2_ops", ip: "vector_ip_ops" } as const;

/** What a Postgres must have before there can be vectors; said once in a migration. */
export const vectorExtension = (entities: readonly Entity[], dialect: SqlDialect): readonly string[] =>
  dialect === "postgres" && entities.some(isEmbedded) ? ["CREATE EXTENSION IF NOT EXISTS vector;\n"] : [];

/** The vectors of a table, beside it, so that a change of a row leaves its vector and the index alone. */
export function vectorTables(entity: Entity, dialect: SqlDialect): readonly string[] {
  if (!isEmbedded(entity)) return [];
  const name = vectorsOf(entity);
  const { dimensions, metric } = entity.embedding;
  const text = dialect === "postgres" ? 'text COLLATE "C"' : "TEXT";
  const table = `CREATE TABLE "${name}" (
  "near_id" ${text} NOT NULL,
  "near_maker" ${text} NOT NULL,
  "near_text" ${text} NOT NULL,
  "near_vector" ${dialect === "postgres" ? `vector(${dimensions})` : "BLOB"} NOT NULL,
  PRIMARY KEY ("near_id"),
  FOREIGN KEY ("near_id") REFERENCES "${entity.table}" ("id") ON DELETE CASCADE
)${dialect === "sqlite" ? " STRICT" : ""};`;
  if (dialect === "sqlite") return [table];
  return [table, `CREATE INDEX "${named([name, "index"])}" ON "${name}" USING hnsw ("near_vector" ${classes[metric]});`];
}
