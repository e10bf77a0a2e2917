// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { OperationExample } from "../../internal/core/testing/operation-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";

/** Right and wrong input of each operation. */
export const artifactsExamples: Readonly<Record<string, OperationExample>> = {
  listArtifacts: {
    complete: true,
    tenant: true,
    violations: [
      { pointer: "?sort", query: { sort: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
      { pointer: "?total", query: { total: "no such value" } },
    ],
  },
  uploadArtifact: {
    query: { name: seeded("uploadArtifact", 1).text({ maxLength: 200, minLength: 1, pattern: "^[^/\\\\\\x00-\\x1f]+$" }) },
    tenant: true,
  },
  getArtifact: { params: { id: seeded("getArtifact", 1).id("ar") }, complete: true, tenant: true },
  deleteArtifact: {
    params: { id: seeded("deleteArtifact", 1).id("ar") },
    complete: true,
    tenant: true,
    event: "artifacts.artifact.deleted",
  },
  downloadArtifact: {
    params: { id: seeded("downloadArtifact", 1).text() },
    tenant: true,
    violations: [{ pointer: "?version", query: { version: "no such value" } }],
  },
  listArtifactVersions: { params: { id: seeded("listArtifactVersions", 1).text() }, tenant: true },
};
