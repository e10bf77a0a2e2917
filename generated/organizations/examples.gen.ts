// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { OperationExample } from "../../internal/core/testing/operation-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { organizationRenameMock } from "./mocks.gen.ts";

/** Right and wrong input of each operation. */
export const organizationsExamples: Readonly<Record<string, OperationExample>> = {
  listMemberships: {
    complete: true,
    tenant: true,
    violations: [
      { pointer: "?sort", query: { sort: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
      { pointer: "?total", query: { total: "no such value" } },
    ],
  },
  getMembership: { params: { id: seeded("getMembership", 1).id("mb") }, complete: true, tenant: true },
  getOrganization: { tenant: true },
  renameOrganization: {
    body: organizationRenameMock(1),
    tenant: true,
    violations: [
      { pointer: "/name", body: { ...organizationRenameMock(1), name: undefined } },
      { pointer: "/name", body: { ...organizationRenameMock(1), name: 1 } },
      { pointer: "/name", body: { ...organizationRenameMock(1), name: "" } },
      { pointer: "/name", body: { ...organizationRenameMock(1), name: "x".repeat(101) } },
    ],
  },
};
