// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { DB as PostgresTables } from "../database/postgres.gen.ts";
import type { DB as SqliteTables } from "../database/sqlite.gen.ts";

/** The tables of this domain: a query that reaches for another domain's does not compile. */
type Tables = "pipelines" | "pipeline_versions";

export type PipelinesSqliteTables = Pick<SqliteTables, Tables>;
export type PipelinesPostgresTables = Pick<PostgresTables, Tables>;
