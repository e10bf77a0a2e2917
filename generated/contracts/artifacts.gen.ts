// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.

export type { ArtifactsService } from "../artifacts/service.gen.ts";
export type {
  Artifact,
  ArtifactCreate,
  ArtifactFilter,
  ArtifactId,
  ArtifactPatch,
  ArtifactSort,
  ArtifactVersion,
  ArtifactVersionCreate,
  ArtifactVersionFilter,
  ArtifactVersionId,
  ArtifactVersionSort,
  DownloadArtifactHeaders,
  DownloadArtifactInput,
  ListArtifactVersionsInput,
  UploadArtifactInput,
} from "../artifacts/types.gen.ts";
