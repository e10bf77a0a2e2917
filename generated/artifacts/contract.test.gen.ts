// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import { documentContract } from "../../internal/core/testing/document-contract.ts";
import { openDefaults } from "../../internal/core/testing/open-defaults.ts";
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { artifactsDomain } from "./domain.gen.ts";
import { artifactsExamples } from "./examples.gen.ts";
import { artifactCreateMock, artifactPatchMock, artifactVersionCreateMock } from "./mocks.gen.ts";
import { artifactsOperations } from "./server.gen.ts";

repositoryContract({
  entity: "Artifact",
  scope: "organization",
  prefix: "ar",
  open: (database) => artifactsDomain.repositories(database).artifacts,
  create: artifactCreateMock,
  patch: artifactPatchMock,
  unique: [["name"]],
  filter: ["name", "mediaType", "createdAt"],
  sort: ["name", "size", "createdAt", "updatedAt"],
  search: ["name"],
  immutable: [],
  nullable: [],
  methods: [{ name: "findByName", by: ["name"], returns: "one" }],
});

repositoryContract({
  entity: "ArtifactVersion",
  scope: "organization",
  prefix: "av",
  open: (database) => artifactsDomain.repositories(database).artifactVersions,
  create: artifactVersionCreateMock,
  unique: [["artifactId", "number"], ["source"]],
  filter: [],
  sort: ["number"],
  immutable: ["artifactId", "number", "mediaType", "size", "sha256", "source"],
  nullable: [],
  methods: [
    { name: "findBySource", by: ["source"], returns: "one" },
    { name: "findVersion", by: ["artifactId", "number"], returns: "one" },
    { name: "listOfArtifact", by: ["artifactId"], returns: "many" },
  ],
});

const decided = new Set(["listArtifacts", "getArtifact", "deleteArtifact"]);

operationContract("artifacts", {
  basePath: "/api/v1",
  operations: artifactsOperations.filter(({ id }) => decided.has(id)),
  examples: artifactsExamples,
  open: () => openDefaults(artifactsDomain),
});

documentContract("artifacts", {
  document: new URL("../openapi.json", import.meta.url),
  operations: artifactsOperations,
  examples: artifactsExamples,
});
