// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page, SearchQuery } from "../../internal/core/database/lists.ts";
import type { Eventual } from "../../internal/core/eventual/eventual.ts";
import type {
  Artifact,
  ArtifactCreate,
  ArtifactFilter,
  ArtifactPatch,
  ArtifactSort,
  ArtifactVersion,
  ArtifactVersionCreate,
  ArtifactVersionFilter,
  ArtifactVersionSort,
} from "./types.gen.ts";

/** The artifacts of the caller's organization. */
export interface ArtifactRepository {
  find(ctx: Context, id: string): Eventual<Artifact | undefined>;
  list(ctx: Context, query: SearchQuery<ArtifactFilter, ArtifactSort>): Promise<Page<Artifact>>;
  /** 409 when another has the same `name`. */
  insert(ctx: Context, input: ArtifactCreate): Promise<Artifact>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: ArtifactPatch, expected?: number): Promise<Artifact>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Artifact>;
  /** Writes the words of up to `limit` rows after an id anew, whoever they belong to; gives the last one's id, if there was any. */
  reindex(ctx: Context, after: string, limit: number): Promise<string | undefined>;
  findByName(ctx: Context, name: string): Promise<Artifact | undefined>;
}

/** The artifact versions of the caller's organization. */
export interface ArtifactVersionRepository {
  find(ctx: Context, id: string): Eventual<ArtifactVersion | undefined>;
  list(ctx: Context, query: ListQuery<ArtifactVersionFilter, ArtifactVersionSort>): Promise<Page<ArtifactVersion>>;
  /** 409 when another has the same `artifactId` and `number`, or the same `source`. */
  insert(ctx: Context, input: ArtifactVersionCreate): Promise<ArtifactVersion>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<ArtifactVersion>;
  findBySource(ctx: Context, source: string): Promise<ArtifactVersion | undefined>;
  findVersion(ctx: Context, artifactId: string, number: number): Promise<ArtifactVersion | undefined>;
  listOfArtifact(ctx: Context, artifactId: string): Promise<ArtifactVersion[]>;
}

/** All repositories of the domain. */
export interface ArtifactsRepositories {
  readonly artifacts: ArtifactRepository;
  readonly artifactVersions: ArtifactVersionRepository;
}
