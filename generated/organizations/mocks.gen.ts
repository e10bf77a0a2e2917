// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { HttpHandler } from "msw";
import { type MockOperation, type MockOutcomes, mockHandlers, mockPage } from "../../internal/core/testing/mock-handlers.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import type { OrganizationsService } from "./service.gen.ts";
import type {
  FoundedOrganization,
  Membership,
  MembershipCreate,
  MembershipId,
  MembershipPatch,
  NewOrganization,
  Organization,
  OrganizationCreate,
  OrganizationPatch,
  OrganizationRename,
} from "./types.gen.ts";

export function newOrganizationMock(number: number, given: Partial<NewOrganization> = {}): NewOrganization {
  const make = seeded("NewOrganization", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    userId: make.id("us"),
    userName: make.text({ maxLength: 100 }),
    email: make.text({ maxLength: 254 }),
    ...given,
  };
}

export function foundedOrganizationMock(number: number, given: Partial<FoundedOrganization> = {}): FoundedOrganization {
  return {
    organization: organizationMock(number),
    membership: membershipMock(number),
    ...given,
  };
}

export function organizationRenameMock(number: number, given: Partial<OrganizationRename> = {}): OrganizationRename {
  const make = seeded("OrganizationRename", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function organizationMock(number: number, given: Partial<Organization> = {}): Organization {
  const make = seeded("Organization", number);
  return {
    id: make.id("og"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    name: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function membershipMock(number: number, given: Partial<Membership> = {}): Membership {
  const make = seeded("Membership", number);
  return {
    id: make.id("mb"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    userId: make.id("us"),
    name: make.text({ maxLength: 100 }),
    email: make.text({ maxLength: 254 }),
    roles: make.list({ minItems: 1 }, () => make.pick(["owner", "admin", "member", "viewer"])),
    ...given,
  };
}

export function organizationCreateMock(number: number, given: Partial<OrganizationCreate> = {}): OrganizationCreate {
  const make = seeded("OrganizationCreate", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function organizationPatchMock(number: number, given: Partial<OrganizationPatch> = {}): OrganizationPatch {
  const make = seeded("OrganizationPatch", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function membershipCreateMock(number: number, given: Partial<MembershipCreate> = {}): MembershipCreate {
  const make = seeded("MembershipCreate", number);
  return {
    userId: make.id("us"),
    name: make.text({ maxLength: 100 }),
    email: make.text({ maxLength: 254 }),
    roles: make.list({ minItems: 1 }, () => make.pick(["owner", "admin", "member", "viewer"])),
    ...given,
  };
}

export function membershipPatchMock(number: number, given: Partial<MembershipPatch> = {}): MembershipPatch {
  const make = seeded("MembershipPatch", number);
  return {
    name: make.text({ maxLength: 100 }),
    email: make.text({ maxLength: 254 }),
    roles: make.list({ minItems: 1 }, () => make.pick(["owner", "admin", "member", "viewer"])),
    ...given,
  };
}

/** Answers to every operation, for MSW: well and at once, unless `outcomes` says otherwise. */
export function organizationsHandlers(base = "/api/v1", outcomes: MockOutcomes<keyof OrganizationsService> = {}): HttpHandler[] {
  const operations: readonly MockOperation<keyof OrganizationsService>[] = [
    { id: "listMemberships", method: "get", path: "/members", status: 200, make: () => mockPage((number) => membershipMock(number)) },
    {
      id: "getMembership",
      method: "get",
      path: "/members/{id}",
      status: 200,
      make: (params) => membershipMock(1, { id: params.id as MembershipId }),
    },
    { id: "getOrganization", method: "get", path: "/organization", status: 200, make: () => organizationMock(1) },
    { id: "renameOrganization", method: "patch", path: "/organization", status: 200, make: () => organizationMock(1) },
  ];
  return mockHandlers(base, operations, outcomes);
}
