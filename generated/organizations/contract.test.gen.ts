// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { organizationsDomain } from "./domain.gen.ts";
import {
  membershipCreateMock,
  membershipPatchMock,
  newOrganizationMock,
  organizationCreateMock,
  organizationPatchMock,
  organizationRenameMock,
} from "./mocks.gen.ts";

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
});

operationContract({
  domain: organizationsDomain,
  samples: {
    createOrganization: { body: newOrganizationMock(1) },
    membershipsOfUser: { path: { userId: String(seeded("membershipsOfUser", 1).text()) } },
    getMembership: { entity: "Membership", path: { id: String(seeded("getMembership", 1).id("mb")) } },
    renameOrganization: { body: organizationRenameMock(1) },
  },
});
