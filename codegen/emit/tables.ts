import type { Domain } from "../model/model.ts";
import { type Code, code, type } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { alternatives } from "../print/layout.ts";
import { literal } from "../print/text.ts";
import { artifact, source } from "./artifact.ts";
import { isEmbedded, vectorsOf } from "./embedded.ts";
import type { DomainEmitter } from "./emitter.ts";
import { rolesTable } from "./roles.ts";

/** The part of each database that a domain may query. */
export const emitTables: DomainEmitter = (domain) => {
  if (domain.entities.length === 0) return undefined;
  const path = artifact(domain.name, "tables");
  const tables = domain.entities.flatMap((entity) => [
    literal(entity.table),
    ...(entity.roles ? [literal(rolesTable(entity))] : []),
    ...(isEmbedded(entity) ? [literal(vectorsOf(entity))] : []),
  ]);
  const body = code`/** The tables of this domain: a query that reaches for another domain's does not compile. */
type Tables = ${alternatives(tables)};

${pick(domain, "Sqlite")}
${pick(domain, "Postgres")}`;
  return { path, text: printFile(path, source(domain.name), body) };
};

function pick(domain: Domain, dialect: "Sqlite" | "Postgres"): Code {
  const all = type(`DB as ${dialect}Tables`, artifact("database", dialect.toLowerCase()));
  return { text: `export type ${tablesType(domain, dialect)} = Pick<${dialect}Tables, Tables>;`, imports: all.imports };
}

/** `LabelsSqliteTables` */
export const tablesType = (domain: Domain, dialect: "Sqlite" | "Postgres"): string => `${domain.typeName}${dialect}Tables`;
