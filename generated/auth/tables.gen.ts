// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { DB as PostgresTables } from "../database/postgres.gen.ts";
import type { DB as SqliteTables } from "../database/sqlite.gen.ts";

/** The tables of this domain: a query that reaches for another domain's does not compile. */
export type AuthSqliteTables = Pick<SqliteTables, "users" | "sessions" | "service_tokens" | "refresh_tokens">;
export type AuthPostgresTables = Pick<PostgresTables, "users" | "sessions" | "service_tokens" | "refresh_tokens">;
