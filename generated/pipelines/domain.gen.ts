// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Database, SqlDatabase } from "../../internal/core/database/database.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import type { Domain } from "../../internal/core/modules/domain.ts";
import { pipelinesClient } from "./client.gen.ts";
import { pipelinesSettings } from "./config.gen.ts";
import { pipelinesConsumers, pipelinesEvents } from "./events.gen.ts";
import { memoryPipelines, memoryPipelineVersions } from "./memory.gen.ts";
import { pipelinesPermissions, pipelinesRoles } from "./permissions.gen.ts";
import { postgresPipelines, postgresPipelineVersions } from "./postgres.gen.ts";
import type { PipelinesRepositories } from "./repository.gen.ts";
import { pipelineSearch } from "./rows.gen.ts";
import { pipelinesOperations } from "./server.gen.ts";
import { type PipelinesService, pipelinesDefaults } from "./service.gen.ts";
import { sqlitePipelines, sqlitePipelineVersions } from "./sqlite.gen.ts";
import type { PipelinesPostgresTables, PipelinesSqliteTables } from "./tables.gen.ts";

export const pipelinesDomain: Domain<PipelinesRepositories, PipelinesService> = {
  name: "pipelines",
  tier: "core",
  requires: ["artifacts", "organizations", "tools"],
  permissions: pipelinesPermissions,
  roles: pipelinesRoles,
  config: pipelinesSettings,
  tenantTables: ["pipeline_versions", "pipelines"],
  prefixes: { pl: "Pipeline", pv: "PipelineVersion" },
  operations: pipelinesOperations,
  repositories,
  events: pipelinesEvents,
  client: pipelinesClient,
  defaults: pipelinesDefaults,
  consumers: pipelinesConsumers,
  searches: ({ pipelines }) => [{ domain: "pipelines", index: pipelineSearch, rows: pipelines }],
};

// A Database is one of these three, as its dialect says.
function repositories(database: Database): PipelinesRepositories {
  switch (database.dialect) {
    case "sqlite": {
      const db = database as SqlDatabase<PipelinesSqliteTables>;
      return { pipelines: sqlitePipelines(db), pipelineVersions: sqlitePipelineVersions(db) };
    }
    case "postgres": {
      const db = database as SqlDatabase<PipelinesPostgresTables>;
      return { pipelines: postgresPipelines(db), pipelineVersions: postgresPipelineVersions(db) };
    }
    case "memory": {
      const db = database as MemoryDatabase;
      return { pipelines: memoryPipelines(db), pipelineVersions: memoryPipelineVersions(db) };
    }
  }
}
