// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Database, SqlDatabase } from "../../internal/core/database/database.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import type { Domain } from "../../internal/core/modules/domain.ts";
import { organizationsBehaviour } from "./behaviour.gen.ts";
import { organizationsClient } from "./client.gen.ts";
import { organizationsSettings } from "./config.gen.ts";
import { organizationsEvents } from "./events.gen.ts";
import { memoryInvitations, memoryMemberships, memoryOrganizations, memoryRoles, memoryTeamMembers, memoryTeams } from "./memory.gen.ts";
import { organizationsPermissions, organizationsRoles } from "./permissions.gen.ts";
import {
  postgresInvitations,
  postgresMemberships,
  postgresOrganizations,
  postgresRoles,
  postgresTeamMembers,
  postgresTeams,
} from "./postgres.gen.ts";
import type { OrganizationsRepositories } from "./repository.gen.ts";
import { organizationsOperations } from "./server.gen.ts";
import { type OrganizationsService, organizationsDefaults } from "./service.gen.ts";
import { sqliteInvitations, sqliteMemberships, sqliteOrganizations, sqliteRoles, sqliteTeamMembers, sqliteTeams } from "./sqlite.gen.ts";
import type { OrganizationsPostgresTables, OrganizationsSqliteTables } from "./tables.gen.ts";

export const organizationsDomain: Domain<OrganizationsRepositories, OrganizationsService> = {
  name: "organizations",
  tier: "core",
  requires: [],
  permissions: organizationsPermissions,
  roles: organizationsRoles,
  config: organizationsSettings,
  tenantTables: ["invitations", "roles", "team_members", "teams", "memberships"],
  prefixes: { og: "Organization", mb: "Membership", tm: "Team", tn: "TeamMember", rl: "Role", iv: "Invitation" },
  operations: organizationsOperations,
  internal: ["createOrganization", "acceptInvitation", "membershipsOfUser", "describePerson", "permissionsOf"],
  repositories,
  events: organizationsEvents,
  client: organizationsClient,
  defaults: organizationsDefaults,
  consumers: () => [],
};

// A Database is one of these three, as its dialect says.
function repositories(database: Database): OrganizationsRepositories {
  switch (database.dialect) {
    case "sqlite": {
      const db = database as SqlDatabase<OrganizationsSqliteTables>;
      return organizationsBehaviour(db, {
        organizations: sqliteOrganizations(db),
        memberships: sqliteMemberships(db),
        teams: sqliteTeams(db),
        teamMembers: sqliteTeamMembers(db),
        roles: sqliteRoles(db),
        invitations: sqliteInvitations(db),
      });
    }
    case "postgres": {
      const db = database as SqlDatabase<OrganizationsPostgresTables>;
      return organizationsBehaviour(db, {
        organizations: postgresOrganizations(db),
        memberships: postgresMemberships(db),
        teams: postgresTeams(db),
        teamMembers: postgresTeamMembers(db),
        roles: postgresRoles(db),
        invitations: postgresInvitations(db),
      });
    }
    case "memory": {
      const db = database as MemoryDatabase;
      return organizationsBehaviour(db, {
        organizations: memoryOrganizations(db),
        memberships: memoryMemberships(db),
        teams: memoryTeams(db),
        teamMembers: memoryTeamMembers(db),
        roles: memoryRoles(db),
        invitations: memoryInvitations(db),
      });
    }
  }
}
