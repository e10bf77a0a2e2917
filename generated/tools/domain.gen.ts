// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Database, SqlDatabase } from "../../internal/core/database/database.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import type { Domain } from "../../internal/core/modules/domain.ts";
import { toolsClient } from "./client.gen.ts";
import { toolsSettings } from "./config.gen.ts";
import { toolsEvents } from "./events.gen.ts";
import { memoryTools } from "./memory.gen.ts";
import { toolsPermissions, toolsRoles } from "./permissions.gen.ts";
import { postgresTools } from "./postgres.gen.ts";
import type { ToolsRepositories } from "./repository.gen.ts";
import { toolSearch } from "./rows.gen.ts";
import { toolsOperations } from "./server.gen.ts";
import { type ToolsService, toolsDefaults } from "./service.gen.ts";
import { sqliteTools } from "./sqlite.gen.ts";
import type { ToolsPostgresTables, ToolsSqliteTables } from "./tables.gen.ts";

export const toolsDomain: Domain<ToolsRepositories, ToolsService> = {
  name: "tools",
  tier: "core",
  requires: ["artifacts"],
  permissions: toolsPermissions,
  roles: toolsRoles,
  config: toolsSettings,
  prefixes: { tl: "Tool" },
  operations: toolsOperations,
  repositories,
  events: toolsEvents,
  client: toolsClient,
  defaults: toolsDefaults,
  consumers: () => [],
  searches: ({ tools }) => [{ domain: "tools", index: toolSearch, rows: tools }],
};

// A Database is one of these three, as its dialect says.
function repositories(database: Database): ToolsRepositories {
  switch (database.dialect) {
    case "sqlite": {
      const db = database as SqlDatabase<ToolsSqliteTables>;
      return { tools: sqliteTools(db) };
    }
    case "postgres": {
      const db = database as SqlDatabase<ToolsPostgresTables>;
      return { tools: postgresTools(db) };
    }
    case "memory": {
      const db = database as MemoryDatabase;
      return { tools: memoryTools(db) };
    }
  }
}
