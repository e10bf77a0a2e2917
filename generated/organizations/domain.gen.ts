// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Database, SqlDatabase } from "../../internal/core/database/database.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import type { Domain } from "../../internal/core/modules/domain.ts";
import { organizationsClient } from "./client.gen.ts";
import { organizationsSettings } from "./config.gen.ts";
import { organizationsEvents } from "./events.gen.ts";
import { memoryMemberships, memoryOrganizations } from "./memory.gen.ts";
import { organizationsPermissions, organizationsRoles } from "./permissions.gen.ts";
import { postgresMemberships, postgresOrganizations } from "./postgres.gen.ts";
import type { OrganizationsRepositories } from "./repository.gen.ts";
import { organizationsOperations } from "./server.gen.ts";
import { type OrganizationsService, organizationsDefaults } from "./service.gen.ts";
import { sqliteMemberships, sqliteOrganizations } from "./sqlite.gen.ts";
import type { OrganizationsPostgresTables, OrganizationsSqliteTables } from "./tables.gen.ts";

export const organizationsDomain: Domain<OrganizationsRepositories, OrganizationsService> = {
  name: "organizations",
  tier: "core",
  requires: [],
  permissions: organizationsPermissions,
  roles: organizationsRoles,
  config: organizationsSettings,
  prefixes: { og: "Organization", mb: "Membership" },
  operations: organizationsOperations,
    internal: ["createOrganization", "membershipsOfUser"],
  repositories,
  events: organizationsEvents,
  client: organizationsClient,
  defaults: organizationsDefaults,
  consumers: () => [],
};

// The dialect says which database it is: only the three that a Database can be are made.
function repositories(database: Database): OrganizationsRepositories {
  switch (database.dialect) {
    case "sqlite": {
      const db = database as SqlDatabase<OrganizationsSqliteTables>;
      return { organizations: sqliteOrganizations(db), memberships: sqliteMemberships(db) };
    }
    case "postgres": {
      const db = database as SqlDatabase<OrganizationsPostgresTables>;
      return { organizations: postgresOrganizations(db), memberships: postgresMemberships(db) };
    }
    case "memory": {
      const db = database as MemoryDatabase;
      return { organizations: memoryOrganizations(db), memberships: memoryMemberships(db) };
    }
  }
}
