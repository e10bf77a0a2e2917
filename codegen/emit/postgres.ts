import type { DomainEmitter } from "./emitter.ts";
import { emitSql } from "./sql.ts";

/** The repositories of a domain on Postgres. */
export const emitPostgres: DomainEmitter = (domain, model) => emitSql("postgres", domain, model);
