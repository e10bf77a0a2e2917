// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import { documentContract } from "../../internal/core/testing/document-contract.ts";
import { openDefaults } from "../../internal/core/testing/open-defaults.ts";
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { authDomain } from "./domain.gen.ts";
import { authExamples } from "./examples.gen.ts";
import {
  refreshTokenCreateMock,
  refreshTokenPatchMock,
  serviceTokenCreateMock,
  serviceTokenPatchMock,
  sessionCreateMock,
  sessionPatchMock,
  userCreateMock,
  userPatchMock,
} from "./mocks.gen.ts";
import { authOperations } from "./server.gen.ts";

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
  immutable: ["email"],
  nullable: ["passwordHash"],
  methods: [{ name: "countAll", by: [], returns: "count" }, { name: "findByEmail", by: ["email"], returns: "one" }],
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
  immutable: ["csrfHash"],
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
  methods: [{ name: "findByHash", by: ["hash"], returns: "one", across: true }, { name: "listOfOwner", by: ["ownerId"], returns: "many" }],
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

const decided = new Set(["listSessions", "deleteSession"]);

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
