// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { HttpHandler } from "msw";
import { type MockOperation, type MockOutcomes, mockHandlers, mockPage } from "../../internal/core/testing/mock-handlers.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import type { AuthService } from "./service.gen.ts";
import type {
  Credentials,
  InvitationAcceptance,
  Keep,
  MadeServiceToken,
  Me,
  MeChange,
  NewPassword,
  NewServiceToken,
  OrganizationName,
  PasswordChange,
  Person,
  Refresh,
  RefreshToken,
  RefreshTokenCreate,
  RefreshTokenPatch,
  Registration,
  ServiceToken,
  ServiceTokenCreate,
  ServiceTokenPatch,
  ServiceTokenShown,
  ServiceTokenStanding,
  Session,
  SessionCreate,
  SessionPatch,
  SessionStanding,
  Setup,
  SignOutEverywhere,
  SignedIn,
  Switch,
  User,
  UserCreate,
  UserPatch,
} from "./types.gen.ts";
import { sessionView } from "./views.gen.ts";

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
    password: newPasswordMock(number),
    name: make.text({ maxLength: 100, minLength: 1 }),
    organization: make.text({ maxLength: 100, minLength: 1 }),
    invitation: make.text({ maxLength: 200, minLength: 1 }),
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

export function newPasswordMock(number: number): NewPassword {
  const make = seeded("NewPassword", number);
  return make.text({ maxLength: 200, minLength: 12 });
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
    session: make.text(),
    organization: { id: make.text(), name: make.text() },
    roles: make.list({}, () => make.text()),
    permissions: make.list({}, () => make.text()),
    administrator: make.boolean(),
    ...given,
  };
}

export function switchMock(number: number, given: Partial<Switch> = {}): Switch {
  const make = seeded("Switch", number);
  return {
    organization: make.text({ maxLength: 40 }),
    ...given,
  };
}

export function organizationNameMock(number: number, given: Partial<OrganizationName> = {}): OrganizationName {
  const make = seeded("OrganizationName", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function invitationAcceptanceMock(number: number, given: Partial<InvitationAcceptance> = {}): InvitationAcceptance {
  const make = seeded("InvitationAcceptance", number);
  return {
    invitation: make.text({ maxLength: 200, minLength: 1 }),
    ...given,
  };
}

export function meChangeMock(number: number, given: Partial<MeChange> = {}): MeChange {
  const make = seeded("MeChange", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    ...given,
  };
}

export function passwordChangeMock(number: number, given: Partial<PasswordChange> = {}): PasswordChange {
  const make = seeded("PasswordChange", number);
  return {
    current: make.text({ maxLength: 200, minLength: 1 }),
    password: newPasswordMock(number),
    ...given,
  };
}

export function signOutEverywhereMock(number: number, given: Partial<SignOutEverywhere> = {}): SignOutEverywhere {
  const make = seeded("SignOutEverywhere", number);
  return {
    butHere: make.boolean(),
    ...given,
  };
}

export function newServiceTokenMock(number: number, given: Partial<NewServiceToken> = {}): NewServiceToken {
  const make = seeded("NewServiceToken", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    permissions: make.list({ maxItems: 200, minItems: 1 }, () => make.text({ maxLength: 100 })),
    expiresAt: make.time(),
    ...given,
  };
}

export function madeServiceTokenMock(number: number, given: Partial<MadeServiceToken> = {}): MadeServiceToken {
  const make = seeded("MadeServiceToken", number);
  return {
    token: make.text(),
    serviceToken: serviceTokenShownMock(number),
    ...given,
  };
}

export function serviceTokenShownMock(number: number, given: Partial<ServiceTokenShown> = {}): ServiceTokenShown {
  const make = seeded("ServiceTokenShown", number);
  return {
    id: make.text(),
    name: make.text(),
    permissions: make.list({}, () => make.text()),
    createdAt: make.time(),
    createdBy: make.text(),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function sessionStandingMock(number: number, given: Partial<SessionStanding> = {}): SessionStanding {
  const make = seeded("SessionStanding", number);
  return {
    alive: make.boolean(),
    roles: make.list({}, () => make.text()),
    permissions: make.list({}, () => make.text()),
    administrator: make.boolean(),
    ...given,
  };
}

export function serviceTokenStandingMock(number: number, given: Partial<ServiceTokenStanding> = {}): ServiceTokenStanding {
  const make = seeded("ServiceTokenStanding", number);
  return {
    alive: make.boolean(),
    id: make.text(),
    userId: make.text(),
    organization: make.text(),
    roles: make.list({}, () => make.text()),
    permissions: make.list({}, () => make.text()),
    expiresAt: make.time(),
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
    administrator: make.boolean(),
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
    address: make.text({ maxLength: 60 }),
    methods: make.list({}, () => make.text({ maxLength: 20 })),
    csrfHash: make.text(),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function serviceTokenMock(number: number, given: Partial<ServiceToken> = {}): ServiceToken {
  const make = seeded("ServiceToken", number);
  return {
    id: make.id("st"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    name: make.text({ maxLength: 100 }),
    hash: make.text(),
    ownerId: make.text(),
    permissions: make.list({}, () => make.text()),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
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
    successorId: make.id("rt"),
    ...given,
  };
}

export function userCreateMock(number: number, given: Partial<UserCreate> = {}): UserCreate {
  const make = seeded("UserCreate", number);
  return {
    email: make.text({ maxLength: 254 }),
    name: make.text({ maxLength: 100, minLength: 1 }),
    passwordHash: make.text(),
    administrator: make.boolean(),
    ...given,
  };
}

export function userPatchMock(number: number, given: Partial<UserPatch> = {}): UserPatch {
  const make = seeded("UserPatch", number);
  return {
    name: make.text({ maxLength: 100, minLength: 1 }),
    passwordHash: make.text(),
    administrator: make.boolean(),
    ...given,
  };
}

export function sessionCreateMock(number: number, given: Partial<SessionCreate> = {}): SessionCreate {
  const make = seeded("SessionCreate", number);
  return {
    organization: make.text(),
    device: make.text({ maxLength: 300 }),
    address: make.text({ maxLength: 60 }),
    methods: make.list({}, () => make.text({ maxLength: 20 })),
    csrfHash: make.text(),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function sessionPatchMock(number: number, given: Partial<SessionPatch> = {}): SessionPatch {
  const make = seeded("SessionPatch", number);
  return {
    organization: make.text(),
    device: make.text({ maxLength: 300 }),
    address: make.text({ maxLength: 60 }),
    methods: make.list({}, () => make.text({ maxLength: 20 })),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function serviceTokenCreateMock(number: number, given: Partial<ServiceTokenCreate> = {}): ServiceTokenCreate {
  const make = seeded("ServiceTokenCreate", number);
  return {
    name: make.text({ maxLength: 100 }),
    hash: make.text(),
    ownerId: make.text(),
    permissions: make.list({}, () => make.text()),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
    ...given,
  };
}

export function serviceTokenPatchMock(number: number, given: Partial<ServiceTokenPatch> = {}): ServiceTokenPatch {
  const make = seeded("ServiceTokenPatch", number);
  return {
    name: make.text({ maxLength: 100 }),
    permissions: make.list({}, () => make.text()),
    expiresAt: make.time(),
    lastUsedAt: make.time(),
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
    successorId: make.id("rt"),
    ...given,
  };
}

export function refreshTokenPatchMock(number: number, given: Partial<RefreshTokenPatch> = {}): RefreshTokenPatch {
  const make = seeded("RefreshTokenPatch", number);
  return {
    expiresAt: make.time(),
    usedAt: make.time(),
    successorId: make.id("rt"),
    ...given,
  };
}

/** Answers to every operation, for MSW: well and at once, unless `outcomes` says otherwise. */
export function authHandlers(base = "/api/v1", outcomes: MockOutcomes<keyof AuthService> = {}): HttpHandler[] {
  const operations: readonly MockOperation<keyof AuthService>[] = [
    { id: "joinOrganization", method: "post", path: "/auth/invitations/accept", status: 200, make: () => signedInMock(1) },
    { id: "getMe", method: "get", path: "/auth/me", status: 200, make: () => meMock(1) },
    { id: "changeMe", method: "patch", path: "/auth/me", status: 200, make: () => personMock(1) },
    { id: "foundOrganization", method: "post", path: "/auth/organizations", status: 201, make: () => signedInMock(1) },
    { id: "changePassword", method: "post", path: "/auth/password", status: 204, answer: "none" },
    { id: "refresh", method: "post", path: "/auth/refresh", status: 200, make: () => signedInMock(1) },
    { id: "register", method: "post", path: "/auth/register", status: 201, make: () => signedInMock(1) },
    {
      id: "listServiceTokens",
      method: "get",
      path: "/auth/service-tokens",
      status: 200,
      make: () => [serviceTokenShownMock(1), serviceTokenShownMock(2), serviceTokenShownMock(3)],
    },
    { id: "createServiceToken", method: "post", path: "/auth/service-tokens", status: 201, make: () => madeServiceTokenMock(1) },
    { id: "revokeServiceToken", method: "delete", path: "/auth/service-tokens/{id}", status: 204, answer: "none" },
    {
      id: "listSessions",
      method: "get",
      path: "/auth/sessions",
      status: 200,
      make: () => mockPage((number) => sessionView(sessionMock(number))),
    },
    { id: "deleteSession", method: "delete", path: "/auth/sessions/{id}", status: 204, answer: "none" },
    { id: "getSetup", method: "get", path: "/auth/setup", status: 200, make: () => setupMock(1) },
    { id: "signIn", method: "post", path: "/auth/sign-in", status: 200, make: () => signedInMock(1) },
    { id: "signOut", method: "post", path: "/auth/sign-out", status: 204, answer: "none" },
    { id: "signOutEverywhere", method: "post", path: "/auth/sign-out/everywhere", status: 204, answer: "none" },
    { id: "switchOrganization", method: "post", path: "/auth/switch", status: 200, make: () => signedInMock(1) },
    {
      id: "listOrganizationServiceTokens",
      method: "get",
      path: "/organization/service-tokens",
      status: 200,
      make: () => [serviceTokenShownMock(1), serviceTokenShownMock(2), serviceTokenShownMock(3)],
    },
    {
      id: "createOrganizationServiceToken",
      method: "post",
      path: "/organization/service-tokens",
      status: 201,
      make: () => madeServiceTokenMock(1),
    },
    { id: "revokeOrganizationServiceToken", method: "delete", path: "/organization/service-tokens/{id}", status: 204, answer: "none" },
  ];
  return mockHandlers(base, operations, outcomes);
}
