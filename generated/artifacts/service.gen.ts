// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { Page, SearchQuery } from "../../internal/core/database/lists.ts";
import { missing } from "../../internal/core/database/rows.ts";
import { after, type Eventual } from "../../internal/core/eventual/eventual.ts";
import type { Bytes } from "../../internal/core/http/contents.ts";
import type { Reply } from "../../internal/core/http/operation.ts";
import type { Background, Core } from "../../internal/core/modules/domain.ts";
import type { ArtifactsConfig } from "./config.gen.ts";
import type { ArtifactsEvents } from "./events.gen.ts";
import type { ArtifactsRepositories } from "./repository.gen.ts";
import type {
  Artifact,
  ArtifactFilter,
  ArtifactId,
  ArtifactSort,
  ArtifactVersion,
  DownloadArtifactHeaders,
  DownloadArtifactInput,
  ListArtifactVersionsInput,
  UploadArtifactInput,
} from "./types.gen.ts";

/** Files that people upload and runs make, with versions. */
export interface ArtifactsService {
  /** List artifacts. */
  listArtifacts(ctx: Context, query: SearchQuery<ArtifactFilter, ArtifactSort>): Promise<Page<Artifact>>;
  /** Store a file. A name that exists gets a new version. */
  uploadArtifact(ctx: Context, input: UploadArtifactInput): Promise<Artifact>;
  /** One artifact. */
  getArtifact(ctx: Context, id: ArtifactId): Eventual<Artifact>;
  /** Delete an artifact. */
  deleteArtifact(ctx: Context, id: ArtifactId, expected?: number): Promise<void>;
  /** The bytes of an artifact. */
  downloadArtifact(ctx: Context, input: DownloadArtifactInput): Promise<Reply<Bytes, DownloadArtifactHeaders>>;
  /** All versions of an artifact, the newest first. */
  listArtifactVersions(ctx: Context, input: ListArtifactVersionsInput): Promise<readonly ArtifactVersion[]>;
}

/** What the service is made of. */
export interface ArtifactsParts extends ArtifactsRepositories {
  readonly events: ArtifactsEvents;
  readonly config: ArtifactsConfig;
  readonly core: Core;
}

export type ArtifactsDefaults = Pick<ArtifactsService, "listArtifacts" | "getArtifact" | "deleteArtifact">;

/** What the spec alone says of each operation: its rows and their events, in one transaction. */
export function artifactsDefaults({ artifacts, core, events }: ArtifactsParts): ArtifactsDefaults {
  return {
    listArtifacts: (ctx, query) => artifacts.list(ctx, query),
    getArtifact: (ctx, id) =>
      after(artifacts.find(ctx, id), (artifact) => {
        if (artifact === undefined) throw missing("Artifact", id);
        return artifact;
      }),
    deleteArtifact: (ctx, id, expected) =>
      core.database.transact(ctx, async (ctx) => {
        const artifact = await artifacts.delete(ctx, id, expected);
        await events.artifactDeleted(ctx, artifact);
      }),
  };
}

/** What internal/artifacts/module.ts provides. */
export interface ArtifactsModule {
  /** The operations that the spec alone does not decide, and others where they differ from the defaults. */
  service(parts: ArtifactsParts): ArtifactsService;
  /** Removes what a purged organization leaves besides its rows: files, rows that are not bound to it. May run again. */
  forget?(parts: ArtifactsParts, organization: string): Promise<void>;
  /** Work beside requests: workers, start-up chores. */
  start?(parts: ArtifactsParts, service: ArtifactsService): Promise<Background>;
  /** Work that one process does for all: sweeps, schedules. */
  startAlone?(parts: ArtifactsParts, service: ArtifactsService): Promise<Background>;
}
