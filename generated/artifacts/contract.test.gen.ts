// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { artifactsDomain } from "./domain.gen.ts";
import { artifactCreateMock, artifactPatchMock, artifactVersionCreateMock } from "./mocks.gen.ts";

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
  immutable: [],
  nullable: [],
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
});

operationContract({
  domain: artifactsDomain,
  samples: {
    uploadArtifact: {
      query: { name: String(seeded("uploadArtifact", 1).text({ maxLength: 200, minLength: 1, pattern: "^[^/\\\\\\x00-\\x1f]+$" })) },
      body: "sample",
    },
    getArtifact: { entity: "Artifact", path: { id: String(seeded("getArtifact", 1).id("ar")) } },
    deleteArtifact: { entity: "Artifact", path: { id: String(seeded("deleteArtifact", 1).id("ar")) } },
    downloadArtifact: { path: { id: String(seeded("downloadArtifact", 1).text()) } },
    listArtifactVersions: { path: { id: String(seeded("listArtifactVersions", 1).text()) } },
  },
});
