import { organizationsDomain } from "../../../generated/organizations/domain.gen.ts";
import { organizationsEvents } from "../../../generated/organizations/events.gen.ts";
import type { OrganizationsParts, OrganizationsService } from "../../../generated/organizations/service.gen.ts";
import type { Membership, NewOrganization } from "../../../generated/organizations/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Database } from "../../core/database/database.ts";
import { newId } from "../../core/ids/ids.ts";
import type { Setting } from "../../core/modules/domain.ts";
import { testContext } from "../../core/testing/context.ts";
import { type TestCore, testCore } from "../../core/testing/core.ts";
import { organizationsService } from "../organizations-service.ts";

const title: Setting = {
  name: "title",
  env: "REPORTS_TITLE",
  type: "string",
  default: "Report",
  description: "What reports are called.",
  enum: ["Report", "Account"],
  perOrganization: true,
};

/** What another domain brings: a feature, a setting, a role, and a permission that administrators do not have. */
const reports = {
  name: "reports",
  tier: "optional",
  permissions: { "reports.read": "See reports", "reports.sign": "Sign reports" },
  roles: { owner: ["reports.read", "reports.sign"], admin: ["reports.read"], auditor: ["reports.sign"] },
  features: ["reports.export"],
  config: [title],
} as const;

export const nobody = testContext({ organization: "", user: null });

/** A person as the tests act for them. */
export interface TestPerson {
  readonly userId: NewOrganization["userId"];
  readonly email: string;
  readonly name: string;
}

/** The service on a database, and people who use it. */
export interface Scene {
  readonly core: TestCore;
  readonly parts: OrganizationsParts;
  readonly service: OrganizationsService;
  person(name: string): TestPerson;
  /** A new organization of this person; gives its id. */
  found(owner: TestPerson, name?: string): Promise<string>;
  /** What this person's token says now in an organization: their roles, and what these allow. */
  as(person: TestPerson, organization: string): Promise<Context>;
  /** Makes a person a member, as an invitation would. */
  join(organization: string, person: TestPerson, ...roles: readonly string[]): Promise<Membership>;
}

let people = 0;

export function scene(database: Database): Scene {
  const core = testCore(database, "/nowhere", [organizationsDomain, reports]);
  const config = { invitationDays: core.settings.reader("organizations.invitationDays", 7), purgeAfterDays: 30 };
  const parts: OrganizationsParts = {
    ...organizationsDomain.repositories(database),
    events: organizationsEvents(core.events),
    config: config as OrganizationsParts["config"],
    core,
  };
  const service = organizationsService(parts);

  return {
    core,
    parts,
    service,
    person: (name) => ({ userId: newId("us"), email: `${name.toLowerCase()}${++people}@example.com`, name }),
    async found({ userId, email, name: userName }, name = "Acme") {
      const { organization } = await service.createOrganization(nobody, { body: { name, userId, userName, email } });
      return organization.id;
    },
    async as({ userId }, organization) {
      const { roles, permissions } = await service.permissionsOf(nobody, { organizationId: organization, userId });
      return testContext({ organization, user: userId, roles, permissions });
    },
    join: (organization, { userId, email, name }, ...roles) =>
      parts.memberships.insert(testContext({ organization }), { userId, email, name, roles, owner: roles.includes("owner") }),
  };
}
