// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { HttpHandler } from "msw";
import { type MockOperation, type MockOutcomes, mockHandlers } from "../../internal/core/testing/mock-handlers.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import type { AuthService } from "./service.gen.ts";
import type {
  Credentials,
  Keep,
  Me,
  Person,
  Refresh,
  RefreshToken,
  RefreshTokenCreate,
  RefreshTokenPatch,
  Registration,
  Session,
  SessionCreate,
  SessionPatch,
  Setup,
  SignedIn,
  User,
  UserCreate,
  UserPatch,
} from "./types.gen.ts";

export function setupMock(number: number, given: Partial<Setup> = {}): Setup {
  const make = seeded("Setup", number);
  return {
    firstAccount: make.boolean(),
    registration: make.boolean(),
    ...given,
  };
}

export function registrationMock(number: number, given: Partial<Registration> = {}): Registration {
  const make = seeded("Registration", number);
  return {
    email: make.text({ format: "email", maxLength: 254 }),
    password: make.text({ maxLength: 200, minLength: 12 }),
    name: make.text({ maxLength: 100, minLength: 1 }),
    organization: make.text({ maxLength: 100, minLength: 1 }),
    keep: keepMock(number),
    ...given,
  };
}

export function credentialsMock(number: number, given: Partial<Credentials> = {}): Credentials {
  const make = seeded("Credentials", number);
  return {
    email: make.text({ format: "email", maxLength: 254 }),
    password: make.text({ maxLength: 200, minLength: 1 }),
    keep: keepMock(number),
    ...given,
  };
}

export function keepMock(number: number): Keep {
  const make = seeded("Keep", number);
  return make.pick(["body", "cookie"]);
}

export function refreshMock(number: number, given: Partial<Refresh> = {}): Refresh {
  const make = seeded("Refresh", number);
  return {
    refreshToken: make.text({ maxLength: 200 }),
    ...given,
  };
}

export function signedInMock(number: number, given: Partial<SignedIn> = {}): SignedIn {
  const make = seeded("SignedIn", number);
  return {
    accessToken: make.text(),
    expiresIn: make.integer(),
    refreshToken: make.text(),
    user: personMock(number),
    ...given,
  };
}

export function personMock(number: number, given: Partial<Person> = {}): Person {
  const make = seeded("Person", number);
  return {
    id: make.text(),
    email: make.text(),
    name: make.text(),
    ...given,
  };
}

export function meMock(number: number, given: Partial<Me> = {}): Me {
  const make = seeded("Me", number);
  return {
    user: personMock(number),
    organization: { id: make.text(), name: make.text() },
    roles: make.list({}, () => make.text()),
    permissions: make.list({}, () => make.text()),
    ...given,
  };
}

export function userMock(number: number, given: Partial<User> = {}): User {
  const make = seeded("User", number);
  return {
    id: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    email: make.text({ maxLength: 254 }),
    name: make.text({ maxLength: 100, minLength: 1 }),
    passwordHash: make.text(),
    ...given,
  };
}

export function sessionMock(number: number, given: Partial<Session> = {}): Session {
  const make = seeded("Session", number);
  return {
    id: make.id("ss"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    organization: make.text(),
    device: make.text({ maxLength: 300 }),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    revokedAt: make.time(),
    ...given,
  };
}

export function refreshTokenMock(number: number, given: Partial<RefreshToken> = {}): RefreshToken {
  const make = seeded("RefreshToken", number);
  return {
    id: make.id("rt"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    hash: make.text(),
    sessionId: make.id("ss"),
    userId: make.id("us"),
    expiresAt: make.time(),
    usedAt: make.time(),
    ...given,
  };
}

export function userCreateMock(number: number, given: Partial<UserCreate> = {}): UserCreate {
  const make = seeded("UserCreate", number);
  return {
    email: make.text({ maxLength: 254 }),
    name: make.text({ maxLength: 100, minLength: 1 }),
    passwordHash: make.text(),
    ...given,
  };
}

export function userPatchMock(number: number, given: Partial<UserPatch> = {}): UserPatch {
  const make = seeded("UserPatch", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    passwordHash: make.text(),
    ...given,
  };
}

export function sessionCreateMock(number: number, given: Partial<SessionCreate> = {}): SessionCreate {
  const make = seeded("SessionCreate", number);
  return {
    organization: make.text(),
    device: make.text({ maxLength: 300 }),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    revokedAt: make.time(),
    ...given,
  };
}

export function sessionPatchMock(number: number, given: Partial<SessionPatch> = {}): SessionPatch {
  const make = seeded("SessionPatch", number);
  return {
    organization: make.text(),
    device: make.text({ maxLength: 300 }),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    revokedAt: make.time(),
    ...given,
  };
}

export function refreshTokenCreateMock(number: number, given: Partial<RefreshTokenCreate> = {}): RefreshTokenCreate {
  const make = seeded("RefreshTokenCreate", number);
  return {
    hash: make.text(),
    sessionId: make.id("ss"),
    userId: make.id("us"),
    expiresAt: make.time(),
    usedAt: make.time(),
    ...given,
  };
}

export function refreshTokenPatchMock(number: number, given: Partial<RefreshTokenPatch> = {}): RefreshTokenPatch {
  const make = seeded("RefreshTokenPatch", number);
  return {
    expiresAt: make.time(),
    usedAt: make.time(),
    ...given,
  };
}

/** Answers to every operation, for MSW: well and at once, unless `outcomes` says otherwise. */
export function authHandlers(base = "/api/v1", outcomes: MockOutcomes<keyof AuthService> = {}): HttpHandler[] {
  const operations: readonly MockOperation<keyof AuthService>[] = [
    { id: "getMe", method: "get", path: "/auth/me", status: 200, make: () => meMock(1) },
    { id: "refresh", method: "post", path: "/auth/refresh", status: 200, make: () => signedInMock(1) },
    { id: "register", method: "post", path: "/auth/register", status: 201, make: () => signedInMock(1) },
    { id: "getSetup", method: "get", path: "/auth/setup", status: 200, make: () => setupMock(1) },
    { id: "signIn", method: "post", path: "/auth/sign-in", status: 200, make: () => signedInMock(1) },
    { id: "signOut", method: "post", path: "/auth/sign-out", status: 204, answer: "none" },
  ];
  return mockHandlers(base, operations, outcomes);
}
