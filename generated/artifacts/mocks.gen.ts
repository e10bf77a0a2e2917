// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { HttpHandler } from "msw";
import { type MockOperation, type MockOutcomes, mockHandlers, mockPage } from "../../internal/core/testing/mock-handlers.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import type { ArtifactsService } from "./service.gen.ts";
import type { Artifact, ArtifactCreate, ArtifactId, ArtifactPatch, ArtifactVersion, ArtifactVersionCreate } from "./types.gen.ts";

export function artifactMock(number: number, given: Partial<Artifact> = {}): Artifact {
  const make = seeded("Artifact", number);
  return {
    id: make.id("ar"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    name: make.text({ maxLength: 200, minLength: 1 }),
    mediaType: make.text({ maxLength: 200 }),
    size: make.integer({ minimum: 0 }),
    sha256: make.text({ pattern: "^[0-9a-f]{64}$" }),
    latest: make.integer({ minimum: 1 }),
    ...given,
  };
}

export function artifactVersionMock(number: number, given: Partial<ArtifactVersion> = {}): ArtifactVersion {
  const make = seeded("ArtifactVersion", number);
  return {
    id: make.id("av"),
    organizationId: make.id("og"),
    createdBy: make.id("us"),
    createdAt: make.time(),
    updatedAt: make.time(),
    version: 1,
    artifactId: make.id("ar"),
    number: make.integer({ minimum: 1 }),
    mediaType: make.text({ maxLength: 200 }),
    size: make.integer({ minimum: 0 }),
    sha256: make.text(),
    source: make.text({ maxLength: 100 }),
    ...given,
  };
}

export function artifactCreateMock(number: number, given: Partial<ArtifactCreate> = {}): ArtifactCreate {
  const make = seeded("ArtifactCreate", number);
  return {
    name: make.text({ maxLength: 200, minLength: 1 }),
    mediaType: make.text({ maxLength: 200 }),
    size: make.integer({ minimum: 0 }),
    sha256: make.text({ pattern: "^[0-9a-f]{64}$" }),
    latest: make.integer({ minimum: 1 }),
    ...given,
  };
}

export function artifactPatchMock(number: number, given: Partial<ArtifactPatch> = {}): ArtifactPatch {
  const make = seeded("ArtifactPatch", number);
  return {
    name: make.text({ maxLength: 200, minLength: 1 }),
    mediaType: make.text({ maxLength: 200 }),
    size: make.integer({ minimum: 0 }),
    sha256: make.text({ pattern: "^[0-9a-f]{64}$" }),
    latest: make.integer({ minimum: 1 }),
    ...given,
  };
}

export function artifactVersionCreateMock(number: number, given: Partial<ArtifactVersionCreate> = {}): ArtifactVersionCreate {
  const make = seeded("ArtifactVersionCreate", number);
  return {
    artifactId: make.id("ar"),
    number: make.integer({ minimum: 1 }),
    mediaType: make.text({ maxLength: 200 }),
    size: make.integer({ minimum: 0 }),
    sha256: make.text(),
    source: make.text({ maxLength: 100 }),
    ...given,
  };
}

/** Answers every operation, for MSW: with success and at once, unless `outcomes` says otherwise. */
export function artifactsHandlers(base = "/api/v1", outcomes: MockOutcomes<keyof ArtifactsService> = {}): HttpHandler[] {
  const operations: readonly MockOperation<keyof ArtifactsService>[] = [
    { id: "listArtifacts", method: "get", path: "/artifacts", status: 200, make: () => mockPage(artifactMock) },
    { id: "uploadArtifact", method: "post", path: "/artifacts", status: 201, make: () => artifactMock(1) },
    {
      id: "getArtifact",
      method: "get",
      path: "/artifacts/{id}",
      status: 200,
      make: (params) => artifactMock(1, { id: params.id as ArtifactId }),
    },
    { id: "deleteArtifact", method: "delete", path: "/artifacts/{id}", status: 204, answer: "none" },
    { id: "downloadArtifact", method: "get", path: "/artifacts/{id}/content", status: 200, answer: "bytes", make: () => "sample" },
    {
      id: "listArtifactVersions",
      method: "get",
      path: "/artifacts/{id}/versions",
      status: 200,
      make: () => [artifactVersionMock(1), artifactVersionMock(2), artifactVersionMock(3)],
    },
  ];
  return mockHandlers(base, operations, outcomes);
}
