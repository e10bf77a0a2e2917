import type { DomainEmitter } from "./emitter.ts";
import { emitSql } from "./sql.ts";

/** The repositories of a domain on SQLite. */
export const emitSqlite: DomainEmitter = (domain, model) => emitSql("sqlite", domain, model);
