// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Database, SqlDatabase } from "../../internal/core/database/database.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import type { Domain } from "../../internal/core/modules/domain.ts";
import { artifactsClient } from "./client.gen.ts";
import { artifactsSettings } from "./config.gen.ts";
import { artifactsEvents } from "./events.gen.ts";
import { memoryArtifacts, memoryArtifactVersions } from "./memory.gen.ts";
import { artifactsPermissions, artifactsRoles } from "./permissions.gen.ts";
import { postgresArtifacts, postgresArtifactVersions } from "./postgres.gen.ts";
import type { ArtifactsRepositories } from "./repository.gen.ts";
import { artifactSearch } from "./rows.gen.ts";
import { artifactsOperations } from "./server.gen.ts";
import { type ArtifactsService, artifactsDefaults } from "./service.gen.ts";
import { sqliteArtifacts, sqliteArtifactVersions } from "./sqlite.gen.ts";
import type { ArtifactsPostgresTables, ArtifactsSqliteTables } from "./tables.gen.ts";

export const artifactsDomain: Domain<ArtifactsRepositories, ArtifactsService> = {
  name: "artifacts",
  tier: "core",
  requires: [],
  permissions: artifactsPermissions,
  roles: artifactsRoles,
  config: artifactsSettings,
  tenantTables: ["artifact_versions", "artifacts"],
  prefixes: { ar: "Artifact", av: "ArtifactVersion" },
  operations: artifactsOperations,
  repositories,
  events: artifactsEvents,
  client: artifactsClient,
  defaults: artifactsDefaults,
  consumers: () => [],
  searches: ({ artifacts }) => [{ domain: "artifacts", index: artifactSearch, rows: artifacts }],
};

// A Database is one of these three, as its dialect says.
function repositories(database: Database): ArtifactsRepositories {
  switch (database.dialect) {
    case "sqlite": {
      const db = database as SqlDatabase<ArtifactsSqliteTables>;
      return { artifacts: sqliteArtifacts(db), artifactVersions: sqliteArtifactVersions(db) };
    }
    case "postgres": {
      const db = database as SqlDatabase<ArtifactsPostgresTables>;
      return { artifacts: postgresArtifacts(db), artifactVersions: postgresArtifactVersions(db) };
    }
    case "memory": {
      const db = database as MemoryDatabase;
      return { artifacts: memoryArtifacts(db), artifactVersions: memoryArtifactVersions(db) };
    }
  }
}
