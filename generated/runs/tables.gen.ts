// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { DB as PostgresTables } from "../database/postgres.gen.ts";
import type { DB as SqliteTables } from "../database/sqlite.gen.ts";

/** The tables of this domain: a query that reaches for another domain's does not compile. */
type Tables = "runs" | "run_steps" | "step_attempts" | "run_records";

export type RunsSqliteTables = Pick<SqliteTables, Tables>;
export type RunsPostgresTables = Pick<PostgresTables, Tables>;
