import { source } from "../emit/artifact.ts";
import { isParent, parentsFirst } from "../emit/relations.ts";
import { rolesTable } from "../emit/roles.ts";
import type { Domain, Entity, Field, Storage } from "../model/model.ts";
import { type ForeignKey, foreignKeys, ownedId } from "./foreign-keys.ts";
import { indexes } from "./indexes.ts";
import { primaryKey, searchColumns, searchStatements } from "./search.ts";
import { vectorExtension, vectorTables } from "./vectors.ts";

export type SqlDialect = "sqlite" | "postgres";

/** Text is kept in byte order on Postgres too, so that both databases sort alike. */
const types: Record<SqlDialect, Record<Storage, string>> = {
  sqlite: { text: "TEXT", integer: "INTEGER", bigint: "INTEGER", real: "REAL", boolean: "INTEGER", timestamp: "TEXT", json: "TEXT" },
  postgres: {
    text: 'text COLLATE "C"',
    integer: "integer",
    bigint: "bigint",
    real: "double precision",
    boolean: "boolean",
    timestamp: "timestamptz(3)",
    json: "jsonb",
  },
};

/** The first migration of a domain: a table for each entity. A proposal, for people to own and change; undefined without entities. */
export function initialMigration(domain: Domain, dialect: SqlDialect): { readonly path: string; readonly text: string } | undefined {
  if (domain.entities.length === 0) return undefined;
  const note = `-- The tables of ${domain.name}, as ${source(domain.name)} asked for them at first. Yours to change: it is never rewritten.\n`;
  const tables = parentsFirst(domain.entities).map((entity) => table(entity, domain.entities, dialect));
  const text = [note, ...vectorExtension(domain.entities, dialect), ...tables].join("\n");
  return { path: `sql/${domain.name}/0001_initial.${dialect}.sql`, text };
}

function table(entity: Entity, entities: readonly Entity[], dialect: SqlDialect): string {
  const hidden = entity.softDelete ? [`  "deleted_at" ${types[dialect].timestamp}`] : [];
  const searched = searchColumns(entity, dialect).map((line) => `  ${line}`);
  const columns = [...entity.fields.map((field) => `  ${column(field, dialect)}`), ...hidden, ...searched];
  const foreign = foreignKeys(entity, entities).map((key) => `  ${foreignKey(key)}`);
  const lines = [...columns, `  ${primaryKey(entity, dialect)}`, ...owned(entity), ...foreign].join(",\n");
  const statements = [
    `CREATE TABLE ${quoted(entity.table)} (\n${lines}\n)${dialect === "sqlite" ? " STRICT" : ""};`,
    ...indexes(entity).map(
      ({ name, columns, unique, where }) =>
        `CREATE ${unique ? "UNIQUE " : ""}INDEX ${quoted(name)} ON ${quoted(entity.table)} (${list(columns)})${where === undefined ? "" : ` WHERE ${where}`};`,
    ),
  ];
  return `${[...statements, ...searchStatements(entity, dialect), ...vectorTables(entity, dialect), ...(entity.roles ? [roles(entity, dialect)] : [])].join("\n")}\n`;
}

/** Which roles see a row; one without any is seen by all. "*" is the platform itself. */
function roles(entity: Entity, dialect: SqlDialect): string {
  const text = types[dialect].text;
  return `CREATE TABLE ${quoted(rolesTable(entity))} (
  "row_id" ${text} NOT NULL,
  "role" ${text} NOT NULL,
  PRIMARY KEY ("row_id", "role"),
  FOREIGN KEY ("row_id") REFERENCES ${quoted(entity.table)} ("id") ON DELETE CASCADE
)${dialect === "sqlite" ? " STRICT" : ""};`;
}

const list = (columns: readonly string[]): string => columns.map(quoted).join(", ");

/** What the foreign keys of children refer to; without an owner that is the primary key. */
function owned(entity: Entity): readonly string[] {
  const columns = ownedId(entity);
  return isParent(entity) && columns.length > 1 ? [`  UNIQUE (${list(columns)})`] : [];
}

const foreignKey = ({ columns, table, references, cascades }: ForeignKey): string =>
  `FOREIGN KEY (${list(columns)}) REFERENCES ${quoted(table)} (${list(references)})${cascades ? " ON DELETE CASCADE" : ""}`;

const column = (field: Field, dialect: SqlDialect): string =>
  `${quoted(field.column)} ${types[dialect][storage(field)]}${field.nullable ? "" : " NOT NULL"}`;

/** An integer of Postgres has 32 bits: one that the spec does not bound to them is kept in 64. */
function storage({ server, storage, schema, encrypted }: Field): Storage {
  if (encrypted) return "text";
  if (storage !== "integer" || server === "version" || schema.kind !== "number" || schema.format === "int32") return storage;
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema.constraints;
  const least = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const most = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  return least >= -(2 ** 31) && most < 2 ** 31 ? "integer" : "bigint";
}

/** Always quoted: any name may be a keyword in one database or the other. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
