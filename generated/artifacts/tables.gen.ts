// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { DB as PostgresTables } from "../database/postgres.gen.ts";
import type { DB as SqliteTables } from "../database/sqlite.gen.ts";

/** The tables of this domain: a query that reaches for another domain's does not compile. */
type Tables = "artifacts" | "artifact_versions";

export type ArtifactsSqliteTables = Pick<SqliteTables, Tables>;
export type ArtifactsPostgresTables = Pick<PostgresTables, Tables>;
