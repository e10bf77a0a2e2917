// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Database, SqlDatabase } from "../../internal/core/database/database.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import type { Domain } from "../../internal/core/modules/domain.ts";
import { runsClient } from "./client.gen.ts";
import { runsSettings } from "./config.gen.ts";
import { runsConsumers, runsEvents } from "./events.gen.ts";
import { memoryRunRecords, memoryRunSteps, memoryRuns, memoryStepAttempts } from "./memory.gen.ts";
import { runsPermissions, runsRoles } from "./permissions.gen.ts";
import { postgresRunRecords, postgresRunSteps, postgresRuns, postgresStepAttempts } from "./postgres.gen.ts";
import type { RunsRepositories } from "./repository.gen.ts";
import { runsOperations } from "./server.gen.ts";
import { type RunsService, runsDefaults } from "./service.gen.ts";
import { sqliteRunRecords, sqliteRunSteps, sqliteRuns, sqliteStepAttempts } from "./sqlite.gen.ts";
import type { RunsPostgresTables, RunsSqliteTables } from "./tables.gen.ts";

export const runsDomain: Domain<RunsRepositories, RunsService> = {
  name: "runs",
  tier: "core",
  requires: ["organizations", "pipelines", "tools"],
  permissions: runsPermissions,
  roles: runsRoles,
  config: runsSettings,
  tenantTables: ["run_records", "run_steps", "runs"],
  prefixes: { rn: "Run", rs: "RunStep", sa: "StepAttempt", rr: "RunRecord" },
  operations: runsOperations,
  repositories,
  events: runsEvents,
  client: runsClient,
  defaults: runsDefaults,
  consumers: runsConsumers,
};

// A Database is one of these three, as its dialect says.
function repositories(database: Database): RunsRepositories {
  switch (database.dialect) {
    case "sqlite": {
      const db = database as SqlDatabase<RunsSqliteTables>;
      return { runs: sqliteRuns(db), runSteps: sqliteRunSteps(db), stepAttempts: sqliteStepAttempts(db), runRecords: sqliteRunRecords(db) };
    }
    case "postgres": {
      const db = database as SqlDatabase<RunsPostgresTables>;
      return {
        runs: postgresRuns(db),
        runSteps: postgresRunSteps(db),
        stepAttempts: postgresStepAttempts(db),
        runRecords: postgresRunRecords(db),
      };
    }
    case "memory": {
      const db = database as MemoryDatabase;
      return { runs: memoryRuns(db), runSteps: memoryRunSteps(db), stepAttempts: memoryStepAttempts(db), runRecords: memoryRunRecords(db) };
    }
  }
}
