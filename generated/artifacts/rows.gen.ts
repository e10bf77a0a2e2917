// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListColumn } from "../../internal/core/database/database.ts";
import { actorId, ownerOrganization, timestamp, type Unique } from "../../internal/core/database/rows.ts";
import type { SearchIndex } from "../../internal/core/database/search.ts";
import { newId } from "../../internal/core/ids/ids.ts";
import type { Artifact, ArtifactCreate, ArtifactPatch, ArtifactVersion, ArtifactVersionCreate } from "./types.gen.ts";

/** A new Artifact: what was given, the spec's defaults, and what the server decides. */
export function newArtifact(ctx: Context, input: ArtifactCreate): Artifact {
  const now = timestamp();
  return {
    id: newId("ar"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    name: input.name,
    mediaType: input.mediaType,
    size: input.size,
    sha256: input.sha256,
    latest: input.latest,
  };
}

/** The next version of an Artifact: absent fields stay, null clears. */
export function changedArtifact(before: Artifact, patch: ArtifactPatch): Artifact {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: patch.name ?? before.name,
    mediaType: patch.mediaType ?? before.mediaType,
    size: patch.size ?? before.size,
    sha256: patch.sha256 ?? before.sha256,
    latest: patch.latest ?? before.latest,
  };
}

export const artifactUnique: readonly Unique[] = [{ index: "artifacts_name_key", fields: ["name"], owner: "organizationId" }];

/** What lists of Artifacts may be filtered and sorted by. */
export const artifactList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: true, sort: true },
  updatedAt: { column: "updated_at", type: "time", filter: false, sort: true },
  name: { column: "name", type: "text", filter: true, sort: true },
  mediaType: { column: "media_type", type: "text", filter: true, sort: false },
  size: { column: "size", type: "number", filter: false, sort: true },
};

/** What lists of Artifacts can be searched by. */
export const artifactSearch: SearchIndex = {
  table: "artifacts",
  fields: [{ name: "name" }],
};

/** A new ArtifactVersion: what was given, the spec's defaults, and what the server decides. */
export function newArtifactVersion(ctx: Context, input: ArtifactVersionCreate): ArtifactVersion {
  const now = timestamp();
  return {
    id: newId("av"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    artifactId: input.artifactId,
    number: input.number,
    mediaType: input.mediaType,
    size: input.size,
    sha256: input.sha256,
    source: input.source ?? null,
  };
}

export const artifactVersionUnique: readonly Unique[] = [
  { index: "artifact_versions_artifact_id_number_key", fields: ["artifactId", "number"], owner: "organizationId" },
  { index: "artifact_versions_source_key", fields: ["source"], owner: "organizationId" },
];

/** What lists of ArtifactVersions may be filtered and sorted by. */
export const artifactVersionList: Readonly<Record<string, ListColumn>> = {
  number: { column: "number", type: "number", filter: false, sort: true },
};
