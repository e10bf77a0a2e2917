// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { TextFilter, TimeFilter, Timestamp } from "../../internal/core/database/lists.ts";
import type { Bytes } from "../../internal/core/http/contents.ts";

export type ArtifactId = `ar-${string}`;

/** A named file. What is said of its content is said of the latest version. */
export interface Artifact {
  readonly id: ArtifactId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Number of the latest version. */
  readonly latest: number;
}

/** What creates an Artifact. */
export interface ArtifactCreate {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly latest: number;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface ArtifactPatch {
  readonly name?: string;
  readonly mediaType?: string;
  readonly size?: number;
  readonly sha256?: string;
  readonly latest?: number;
}

export interface ArtifactFilter {
  readonly createdAt?: TimeFilter;
  readonly name?: TextFilter;
  readonly mediaType?: TextFilter;
}

export type ArtifactSort = "name" | "-name" | "size" | "-size" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";

export type ArtifactVersionId = `av-${string}`;

/** One version of an artifact. Its content never changes. */
export interface ArtifactVersion {
  readonly id: ArtifactVersionId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly artifactId: ArtifactId;
  readonly number: number;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly source: string | null;
}

/** What creates an ArtifactVersion. */
export interface ArtifactVersionCreate {
  readonly artifactId: ArtifactId;
  readonly number: number;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly source?: string | null;
}

export type ArtifactVersionFilter = Readonly<Record<string, never>>;

export type ArtifactVersionSort = "number" | "-number";

/** What uploadArtifact is given. */
export interface UploadArtifactInput {
  readonly name: string;
  readonly contentType?: string;
  /** Names what made it. The same source never makes a second version: the first is answered again. */
  readonly source?: string;
  readonly body: Bytes;
}

/** What downloadArtifact is given. */
export interface DownloadArtifactInput {
  readonly id: string;
  /** The latest unless told. */
  readonly version?: number;
}

/** What listArtifactVersions is given. */
export interface ListArtifactVersionsInput {
  readonly id: string;
}

/** The headers that downloadArtifact answers with. */
export interface DownloadArtifactHeaders {
  readonly "Content-Disposition": string;
  readonly "Content-Length": string;
  readonly "Content-Type": string;
  readonly ETag: string;
  readonly "X-Content-Type-Options": string;
}
