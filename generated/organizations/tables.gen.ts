// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { DB as PostgresTables } from "../database/postgres.gen.ts";
import type { DB as SqliteTables } from "../database/sqlite.gen.ts";

/** The tables of this domain: a query that reaches for another domain's does not compile. */
type Tables = "organizations" | "memberships" | "teams" | "team_members" | "roles" | "invitations";

export type OrganizationsSqliteTables = Pick<SqliteTables, Tables>;
export type OrganizationsPostgresTables = Pick<PostgresTables, Tables>;
