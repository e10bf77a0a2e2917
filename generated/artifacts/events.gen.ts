// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { EventLog } from "../../internal/core/events/event.ts";
import type { Artifact } from "./types.gen.ts";

/** Appends events to the outbox, in the transaction of the context. */
export interface ArtifactsEvents {
  /** An artifact was created. */
  artifactCreated(ctx: Context, artifact: Artifact): Promise<void>;
  /** An artifact was updated. */
  artifactUpdated(ctx: Context, artifact: Artifact): Promise<void>;
  /** An artifact was deleted. */
  artifactDeleted(ctx: Context, artifact: Artifact): Promise<void>;
}

export function artifactsEvents(log: EventLog): ArtifactsEvents {
  return {
    artifactCreated: (ctx, artifact) => log.append(ctx, { type: "artifacts.artifact.created", aggregate: artifact.id, data: artifact }),
    artifactUpdated: (ctx, artifact) => log.append(ctx, { type: "artifacts.artifact.updated", aggregate: artifact.id, data: artifact }),
    artifactDeleted: (ctx, artifact) => log.append(ctx, { type: "artifacts.artifact.deleted", aggregate: artifact.id, data: artifact }),
  };
}
