// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import { documentContract } from "../../internal/core/testing/document-contract.ts";
import { openDefaults } from "../../internal/core/testing/open-defaults.ts";
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { authDomain } from "./domain.gen.ts";
import { authExamples } from "./examples.gen.ts";
import {
  challengeCreateMock,
  challengePatchMock,
  deviceSignInCreateMock,
  deviceSignInPatchMock,
  identityCreateMock,
  identityPatchMock,
  knownBrowserCreateMock,
  knownBrowserPatchMock,
  linkCreateMock,
  linkPatchMock,
  linkRequestCreateMock,
  linkRequestPatchMock,
  passkeyCreateMock,
  passkeyPatchMock,
  providerAttemptCreateMock,
  providerAttemptPatchMock,
  recoveryCodeCreateMock,
  refreshTokenCreateMock,
  refreshTokenPatchMock,
  serviceTokenCreateMock,
  serviceTokenPatchMock,
  sessionCreateMock,
  sessionPatchMock,
  signUpCreateMock,
  signUpPatchMock,
  totpCreateMock,
  totpPatchMock,
  trustedDeviceCreateMock,
  trustedDevicePatchMock,
  userCreateMock,
  userPatchMock,
} from "./mocks.gen.ts";
import { authOperations } from "./server.gen.ts";

repositoryContract({
  entity: "LinkRequest",
  scope: "global",
  prefix: "lr",
  open: (database) => authDomain.repositories(database).linkRequests,
  create: linkRequestCreateMock,
  patch: linkRequestPatchMock,
  unique: [],
  filter: [],
  sort: [],
  immutable: [],
  nullable: ["userId"],
});

repositoryContract({
  entity: "Link",
  scope: "global",
  prefix: "lk",
  open: (database) => authDomain.repositories(database).links,
  create: linkCreateMock,
  patch: linkPatchMock,
  unique: [["hash"]],
  filter: ["expiresAt"],
  sort: [],
  immutable: ["hash", "userId"],
  nullable: [],
  methods: [
    { name: "findByHash", by: ["hash"], returns: "one" },
    { name: "listOfUser", by: ["userId", "purpose"], returns: "many" },
  ],
});

repositoryContract({
  entity: "ProviderAttempt",
  scope: "global",
  prefix: "pa",
  open: (database) => authDomain.repositories(database).providerAttempts,
  create: providerAttemptCreateMock,
  patch: providerAttemptPatchMock,
  unique: [["hash"]],
  filter: [],
  sort: [],
  immutable: ["hash", "browser", "nonce", "verifier", "userId"],
  nullable: [],
  methods: [{ name: "findByHash", by: ["hash"], returns: "one" }],
});

repositoryContract({
  entity: "Identity",
  scope: "user",
  prefix: "ie",
  open: (database) => authDomain.repositories(database).identities,
  create: identityCreateMock,
  patch: identityPatchMock,
  unique: [["provider", "subject"]],
  filter: [],
  sort: ["createdAt"],
  immutable: ["provider", "subject"],
  nullable: ["lastUsedAt"],
  methods: [
    { name: "findBySubject", by: ["provider", "subject"], returns: "one", across: true },
    { name: "listAll", by: [], returns: "many" },
  ],
  audit: { entity: "auth.Identity", masked: [] },
});

repositoryContract({
  entity: "DeviceSignIn",
  scope: "global",
  prefix: "ds",
  open: (database) => authDomain.repositories(database).deviceSignIns,
  create: deviceSignInCreateMock,
  patch: deviceSignInPatchMock,
  unique: [["hash"], ["userCodeHash"]],
  filter: [],
  sort: [],
  immutable: ["client", "address", "hash", "userCodeHash"],
  nullable: ["userId", "sessionId", "askedAt"],
  methods: [
    { name: "findByHash", by: ["hash"], returns: "one" },
    { name: "findByUserCode", by: ["userCodeHash"], returns: "one" },
  ],
});

repositoryContract({
  entity: "Totp",
  scope: "global",
  prefix: "tp",
  open: (database) => authDomain.repositories(database).totps,
  create: totpCreateMock,
  patch: totpPatchMock,
  unique: [["userId"]],
  filter: [],
  sort: [],
  immutable: ["userId", "secret"],
  nullable: ["confirmedAt"],
  methods: [{ name: "findOfUser", by: ["userId"], returns: "one" }],
});

repositoryContract({
  entity: "RecoveryCode",
  scope: "global",
  prefix: "rc",
  open: (database) => authDomain.repositories(database).recoveryCodes,
  create: recoveryCodeCreateMock,
  unique: [["userId", "hash"]],
  filter: [],
  sort: [],
  immutable: ["userId", "hash"],
  nullable: [],
  methods: [
    { name: "findOfUser", by: ["userId", "hash"], returns: "one" },
    { name: "listOfUser", by: ["userId"], returns: "many" },
  ],
});

repositoryContract({
  entity: "TrustedDevice",
  scope: "user",
  prefix: "td",
  open: (database) => authDomain.repositories(database).trustedDevices,
  create: trustedDeviceCreateMock,
  patch: trustedDevicePatchMock,
  unique: [["hash"]],
  filter: [],
  sort: ["createdAt"],
  immutable: ["hash"],
  nullable: ["device"],
  methods: [
    { name: "findByHash", by: ["hash"], returns: "one" },
    { name: "listAll", by: [], returns: "many" },
  ],
});

repositoryContract({
  entity: "Challenge",
  scope: "global",
  prefix: "ch",
  open: (database) => authDomain.repositories(database).challenges,
  create: challengeCreateMock,
  patch: challengePatchMock,
  unique: [["hash"]],
  filter: [],
  sort: [],
  immutable: ["hash", "userId"],
  nullable: [],
  methods: [{ name: "findByHash", by: ["hash"], returns: "one" }],
});

repositoryContract({
  entity: "Passkey",
  scope: "user",
  prefix: "pk",
  open: (database) => authDomain.repositories(database).passkeys,
  create: passkeyCreateMock,
  patch: passkeyPatchMock,
  unique: [["credentialId"]],
  filter: [],
  sort: ["createdAt"],
  immutable: ["credentialId", "publicKey"],
  nullable: ["lastUsedAt"],
  methods: [
    { name: "findByCredential", by: ["credentialId"], returns: "one", across: true },
    { name: "listAll", by: [], returns: "many" },
  ],
  audit: { entity: "auth.Passkey", masked: ["publicKey"] },
});

repositoryContract({
  entity: "SignUp",
  scope: "global",
  prefix: "su",
  open: (database) => authDomain.repositories(database).signUps,
  create: signUpCreateMock,
  patch: signUpPatchMock,
  unique: [["hash"]],
  filter: [],
  sort: [],
  immutable: ["email", "name", "organization", "passwordHash", "expiresAt"],
  nullable: ["hash"],
  methods: [{ name: "findByHash", by: ["hash"], returns: "one" }],
});

repositoryContract({
  entity: "KnownBrowser",
  scope: "user",
  prefix: "kb",
  open: (database) => authDomain.repositories(database).knownBrowsers,
  create: knownBrowserCreateMock,
  patch: knownBrowserPatchMock,
  unique: [["hash"]],
  filter: [],
  sort: [],
  immutable: ["hash"],
  nullable: [],
  methods: [
    { name: "findByHash", by: ["hash"], returns: "one", across: true },
    { name: "listAll", by: [], returns: "many" },
  ],
});

repositoryContract({
  entity: "User",
  scope: "global",
  prefix: "us",
  open: (database) => authDomain.repositories(database).users,
  create: userCreateMock,
  patch: userPatchMock,
  unique: [["email"]],
  filter: [],
  sort: ["createdAt"],
  immutable: [],
  nullable: ["emailVerifiedAt", "passwordHash", "disabledAt"],
  methods: [
    { name: "countAll", by: [], returns: "count" },
    { name: "findByEmail", by: ["email"], returns: "one" },
  ],
});

repositoryContract({
  entity: "Session",
  scope: "user",
  prefix: "ss",
  open: (database) => authDomain.repositories(database).sessions,
  create: sessionCreateMock,
  patch: sessionPatchMock,
  unique: [],
  filter: [],
  sort: ["lastUsedAt", "createdAt"],
  immutable: ["signedInAt", "csrfHash"],
  nullable: ["organization", "device", "address"],
  methods: [{ name: "listAll", by: [], returns: "many" }],
});

repositoryContract({
  entity: "ServiceToken",
  scope: "organization",
  prefix: "st",
  open: (database) => authDomain.repositories(database).serviceTokens,
  create: serviceTokenCreateMock,
  patch: serviceTokenPatchMock,
  unique: [["hash"]],
  filter: [],
  sort: [],
  immutable: ["hash", "ownerId"],
  nullable: ["lastUsedAt"],
  methods: [
    { name: "findByHash", by: ["hash"], returns: "one", across: true },
    { name: "listOfOwner", by: ["ownerId"], returns: "many" },
  ],
  audit: { entity: "auth.ServiceToken", masked: ["hash"] },
});

repositoryContract({
  entity: "RefreshToken",
  scope: "global",
  prefix: "rt",
  open: (database) => authDomain.repositories(database).refreshTokens,
  create: refreshTokenCreateMock,
  patch: refreshTokenPatchMock,
  unique: [["hash"]],
  filter: [],
  sort: [],
  immutable: ["hash", "sessionId", "userId"],
  nullable: ["usedAt", "successorId"],
  methods: [{ name: "findByHash", by: ["hash"], returns: "one" }],
});

const decided = new Set([
  "listIdentities",
  "deleteIdentity",
  "listIdentityAudit",
  "listPasskeys",
  "deletePasskey",
  "listPasskeyAudit",
  "listSessions",
  "deleteSession",
  "listTrustedDevices",
  "deleteTrustedDevice",
]);

operationContract("auth", {
  basePath: "/api/v1",
  operations: authOperations.filter(({ id }) => decided.has(id)),
  examples: authExamples,
  open: () => openDefaults(authDomain),
});

documentContract("auth", {
  document: new URL("../openapi.json", import.meta.url),
  operations: authOperations,
  examples: authExamples,
});
