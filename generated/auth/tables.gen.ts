// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { DB as PostgresTables } from "../database/postgres.gen.ts";
import type { DB as SqliteTables } from "../database/sqlite.gen.ts";

/** The tables of this domain: a query that reaches for another domain's does not compile. */
type Tables =
  | "link_requests"
  | "links"
  | "provider_attempts"
  | "identities"
  | "device_sign_ins"
  | "totps"
  | "recovery_codes"
  | "trusted_devices"
  | "challenges"
  | "passkeys"
  | "sign_ups"
  | "known_browsers"
  | "users"
  | "sessions"
  | "service_tokens"
  | "refresh_tokens";

export type AuthSqliteTables = Pick<SqliteTables, Tables>;
export type AuthPostgresTables = Pick<PostgresTables, Tables>;
