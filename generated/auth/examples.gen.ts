// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { OperationExample } from "../../internal/core/testing/operation-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import {
  credentialsMock,
  invitationAcceptanceMock,
  meChangeMock,
  newServiceTokenMock,
  organizationNameMock,
  passwordChangeMock,
  refreshMock,
  registrationMock,
  signOutEverywhereMock,
  switchMock,
} from "./mocks.gen.ts";

/** Right and wrong input of each operation. */
export const authExamples: Readonly<Record<string, OperationExample>> = {
  joinOrganization: {
    body: invitationAcceptanceMock(1),
    violations: [
      { pointer: "/invitation", body: { ...invitationAcceptanceMock(1), invitation: undefined } },
      { pointer: "/invitation", body: { ...invitationAcceptanceMock(1), invitation: 1 } },
      { pointer: "/invitation", body: { ...invitationAcceptanceMock(1), invitation: "" } },
      { pointer: "/invitation", body: { ...invitationAcceptanceMock(1), invitation: "x".repeat(201) } },
    ],
  },
  getMe: {},
  changeMe: {
    body: meChangeMock(1),
    violations: [
      { pointer: "/name", body: { ...meChangeMock(1), name: undefined } },
      { pointer: "/name", body: { ...meChangeMock(1), name: 1 } },
      { pointer: "/name", body: { ...meChangeMock(1), name: "" } },
      { pointer: "/name", body: { ...meChangeMock(1), name: "x".repeat(101) } },
    ],
  },
  foundOrganization: {
    body: organizationNameMock(1),
    violations: [
      { pointer: "/name", body: { ...organizationNameMock(1), name: undefined } },
      { pointer: "/name", body: { ...organizationNameMock(1), name: 1 } },
      { pointer: "/name", body: { ...organizationNameMock(1), name: "" } },
      { pointer: "/name", body: { ...organizationNameMock(1), name: "x".repeat(101) } },
    ],
  },
  changePassword: {
    body: passwordChangeMock(1),
    violations: [
      { pointer: "/current", body: { ...passwordChangeMock(1), current: undefined } },
      { pointer: "/current", body: { ...passwordChangeMock(1), current: 1 } },
      { pointer: "/current", body: { ...passwordChangeMock(1), current: "" } },
      { pointer: "/current", body: { ...passwordChangeMock(1), current: "x".repeat(201) } },
      { pointer: "/password", body: { ...passwordChangeMock(1), password: undefined } },
      { pointer: "/password", body: { ...passwordChangeMock(1), password: 1 } },
      { pointer: "/password", body: { ...passwordChangeMock(1), password: "" } },
      { pointer: "/password", body: { ...passwordChangeMock(1), password: "x".repeat(201) } },
    ],
  },
  refresh: {
    body: refreshMock(1),
    violations: [
      { pointer: "/refreshToken", body: { ...refreshMock(1), refreshToken: 1 } },
      { pointer: "/refreshToken", body: { ...refreshMock(1), refreshToken: "x".repeat(201) } },
    ],
  },
  register: {
    body: registrationMock(1),
    violations: [
      { pointer: "/email", body: { ...registrationMock(1), email: undefined } },
      { pointer: "/email", body: { ...registrationMock(1), email: 1 } },
      { pointer: "/email", body: { ...registrationMock(1), email: "x".repeat(255) } },
      { pointer: "/password", body: { ...registrationMock(1), password: undefined } },
      { pointer: "/password", body: { ...registrationMock(1), password: 1 } },
      { pointer: "/password", body: { ...registrationMock(1), password: "" } },
      { pointer: "/password", body: { ...registrationMock(1), password: "x".repeat(201) } },
      { pointer: "/name", body: { ...registrationMock(1), name: undefined } },
      { pointer: "/name", body: { ...registrationMock(1), name: 1 } },
      { pointer: "/name", body: { ...registrationMock(1), name: "" } },
      { pointer: "/name", body: { ...registrationMock(1), name: "x".repeat(101) } },
      { pointer: "/organization", body: { ...registrationMock(1), organization: 1 } },
      { pointer: "/organization", body: { ...registrationMock(1), organization: "" } },
      { pointer: "/organization", body: { ...registrationMock(1), organization: "x".repeat(101) } },
      { pointer: "/invitation", body: { ...registrationMock(1), invitation: 1 } },
      { pointer: "/invitation", body: { ...registrationMock(1), invitation: "" } },
      { pointer: "/invitation", body: { ...registrationMock(1), invitation: "x".repeat(201) } },
      { pointer: "/keep", body: { ...registrationMock(1), keep: "no such value" } },
    ],
  },
  listServiceTokens: {},
  createServiceToken: {
    body: newServiceTokenMock(1),
    violations: [
      { pointer: "/name", body: { ...newServiceTokenMock(1), name: undefined } },
      { pointer: "/name", body: { ...newServiceTokenMock(1), name: 1 } },
      { pointer: "/name", body: { ...newServiceTokenMock(1), name: "" } },
      { pointer: "/name", body: { ...newServiceTokenMock(1), name: "x".repeat(101) } },
      { pointer: "/permissions", body: { ...newServiceTokenMock(1), permissions: undefined } },
      { pointer: "/permissions", body: { ...newServiceTokenMock(1), permissions: "x" } },
      { pointer: "/permissions", body: { ...newServiceTokenMock(1), permissions: [] } },
      { pointer: "/expiresAt", body: { ...newServiceTokenMock(1), expiresAt: undefined } },
      { pointer: "/expiresAt", body: { ...newServiceTokenMock(1), expiresAt: 1 } },
    ],
  },
  revokeServiceToken: { params: { id: seeded("revokeServiceToken", 1).text({ maxLength: 40 }) } },
  listSessions: {
    complete: true,
    violations: [
      { pointer: "?sort", query: { sort: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
      { pointer: "?total", query: { total: "no such value" } },
    ],
  },
  deleteSession: { params: { id: seeded("deleteSession", 1).id("ss") }, complete: true },
  getSetup: {},
  signIn: {
    body: credentialsMock(1),
    violations: [
      { pointer: "/email", body: { ...credentialsMock(1), email: undefined } },
      { pointer: "/email", body: { ...credentialsMock(1), email: 1 } },
      { pointer: "/email", body: { ...credentialsMock(1), email: "x".repeat(255) } },
      { pointer: "/password", body: { ...credentialsMock(1), password: undefined } },
      { pointer: "/password", body: { ...credentialsMock(1), password: 1 } },
      { pointer: "/password", body: { ...credentialsMock(1), password: "" } },
      { pointer: "/password", body: { ...credentialsMock(1), password: "x".repeat(201) } },
      { pointer: "/keep", body: { ...credentialsMock(1), keep: "no such value" } },
    ],
  },
  signOut: {},
  signOutEverywhere: {
    body: signOutEverywhereMock(1),
    violations: [{ pointer: "/butHere", body: { ...signOutEverywhereMock(1), butHere: "x" } }],
  },
  switchOrganization: {
    body: switchMock(1),
    violations: [
      { pointer: "/organization", body: { ...switchMock(1), organization: undefined } },
      { pointer: "/organization", body: { ...switchMock(1), organization: 1 } },
      { pointer: "/organization", body: { ...switchMock(1), organization: "x".repeat(41) } },
    ],
  },
  listOrganizationServiceTokens: { tenant: true },
  createOrganizationServiceToken: {
    body: newServiceTokenMock(1),
    tenant: true,
    violations: [
      { pointer: "/name", body: { ...newServiceTokenMock(1), name: undefined } },
      { pointer: "/name", body: { ...newServiceTokenMock(1), name: 1 } },
      { pointer: "/name", body: { ...newServiceTokenMock(1), name: "" } },
      { pointer: "/name", body: { ...newServiceTokenMock(1), name: "x".repeat(101) } },
      { pointer: "/permissions", body: { ...newServiceTokenMock(1), permissions: undefined } },
      { pointer: "/permissions", body: { ...newServiceTokenMock(1), permissions: "x" } },
      { pointer: "/permissions", body: { ...newServiceTokenMock(1), permissions: [] } },
      { pointer: "/expiresAt", body: { ...newServiceTokenMock(1), expiresAt: undefined } },
      { pointer: "/expiresAt", body: { ...newServiceTokenMock(1), expiresAt: 1 } },
    ],
  },
  revokeOrganizationServiceToken: { params: { id: seeded("revokeOrganizationServiceToken", 1).text({ maxLength: 40 }) }, tenant: true },
};
