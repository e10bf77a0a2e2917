// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import { documentContract } from "../../internal/core/testing/document-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { authDomain } from "./domain.gen.ts";
import { authExamples } from "./examples.gen.ts";
import {
  refreshTokenCreateMock,
  refreshTokenPatchMock,
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
  sort: [],
  immutable: ["email"],
  nullable: [],
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
  sort: ["createdAt"],
  immutable: [],
  nullable: ["organization", "device", "revokedAt"],
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
  nullable: ["usedAt"],
  methods: [{ name: "findByHash", by: ["hash"], returns: "one" }],
});

documentContract("auth", {
  document: new URL("../openapi.json", import.meta.url),
  operations: authOperations,
  examples: authExamples,
});
