import { isSearched, rowColumn, wordsColumn } from "../emit/search.ts";
import type { Entity } from "../model/model.ts";
import { named } from "./indexes.ts";
import type { SqlDialect } from "./initial.ts";

/** What a table that is searched keeps beside its fields: the words of a row, and on SQLite a number that stays the row's own. */
export function searchColumns(entity: Entity, dialect: SqlDialect): readonly string[] {
  if (!isSearched(entity)) return [];
  return dialect === "postgres"
    ? [`"${wordsColumn}" tsvector NOT NULL DEFAULT ''`]
    : [`"${wordsColumn}" TEXT NOT NULL DEFAULT ''`, `"${rowColumn}" INTEGER`];
}

/** The rows of SQLite are known to their index by a number, which VACUUM may change unless it is the primary key. */
export const primaryKey = (entity: Entity, dialect: SqlDialect): string =>
  isSearched(entity) && dialect === "sqlite" ? `PRIMARY KEY ("${rowColumn}"),\n  UNIQUE (id)` : "PRIMARY KEY (id)";

/**
 * The index of words. The words come ready made: both databases only take them apart at the spaces. SQLite keeps short beginnings apart
 * too: the first letter that somebody types would else be looked up in thousands of words.
 */
export function searchStatements(entity: Entity, dialect: SqlDialect): readonly string[] {
  if (!isSearched(entity)) return [];
  const { table } = entity;
  const index = `"${table}_search"`;
  if (dialect === "postgres") return [`CREATE INDEX "${named([table, wordsColumn, "index"])}" ON "${table}" USING gin ("${wordsColumn}");`];
  const add = `INSERT INTO ${index} (rowid, "${wordsColumn}") VALUES (new."${rowColumn}", new."${wordsColumn}");`;
  const remove = `INSERT INTO ${index} (${index}, rowid, "${wordsColumn}") VALUES ('delete', old."${rowColumn}", old."${wordsColumn}");`;
  const differs = `WHEN old."${wordsColumn}" <> new."${wordsColumn}"`;
  return [
    `CREATE VIRTUAL TABLE ${index} USING fts5 (
  "${wordsColumn}", content='${table}', content_rowid='${rowColumn}', prefix='1 2 3', tokenize='ascii', detail='none', columnsize=0
);`,
    `CREATE TRIGGER "${table}_search_insert" AFTER INSERT ON "${table}" BEGIN\n  ${add}\nEND;`,
    `CREATE TRIGGER "${table}_search_delete" AFTER DELETE ON "${table}" BEGIN\n  ${remove}\nEND;`,
    `CREATE TRIGGER "${table}_search_update" AFTER UPDATE OF "${wordsColumn}" ON "${table}" ${differs} BEGIN\n  ${remove}\n  ${add}\nEND;`,
  ];
}
