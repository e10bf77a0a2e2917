// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import { documentContract } from "../../internal/core/testing/document-contract.ts";
import { openDefaults } from "../../internal/core/testing/open-defaults.ts";
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { organizationsDomain } from "./domain.gen.ts";
import { organizationsExamples } from "./examples.gen.ts";
import { membershipCreateMock, membershipPatchMock, organizationCreateMock, organizationPatchMock } from "./mocks.gen.ts";
import { organizationsOperations } from "./server.gen.ts";

repositoryContract({
  entity: "Organization",
  scope: "global",
  prefix: "og",
  open: (database) => organizationsDomain.repositories(database).organizations,
  create: organizationCreateMock,
  patch: organizationPatchMock,
  unique: [],
  filter: [],
  sort: [],
  immutable: [],
  nullable: [],
});

repositoryContract({
  entity: "Membership",
  scope: "organization",
  prefix: "mb",
  open: (database) => organizationsDomain.repositories(database).memberships,
  create: membershipCreateMock,
  patch: membershipPatchMock,
  unique: [["userId"]],
  filter: ["name", "email"],
  sort: ["name", "createdAt"],
  immutable: ["userId"],
  nullable: [],
  methods: [{ name: "findByUser", by: ["userId"], returns: "one" }, { name: "listOfUser", by: ["userId"], returns: "many", across: true }],
});

const decided = new Set(["listMemberships", "getMembership"]);

operationContract("organizations", {
  basePath: "/api/v1",
  operations: organizationsOperations.filter(({ id }) => decided.has(id)),
  examples: organizationsExamples,
  open: () => openDefaults(organizationsDomain),
});

documentContract("organizations", {
  document: new URL("../openapi.json", import.meta.url),
  operations: organizationsOperations,
  examples: organizationsExamples,
});
