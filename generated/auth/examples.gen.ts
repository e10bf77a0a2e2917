// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { OperationExample } from "../../internal/core/testing/operation-contract.ts";
import { credentialsMock, refreshMock, registrationMock } from "./mocks.gen.ts";

/** Right and wrong input of each operation. */
export const authExamples: Readonly<Record<string, OperationExample>> = {
  getMe: {},
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
      { pointer: "/keep", body: { ...registrationMock(1), keep: "no such value" } },
    ],
  },
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
};
