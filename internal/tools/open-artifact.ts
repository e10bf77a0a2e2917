import type { ArtifactsService } from "../../generated/contracts/artifacts.gen.ts";
import type { Context } from "../core/context/context.ts";
import type { Bytes } from "../core/http/contents.ts";
import { isId } from "../core/ids/ids.ts";
import { toolFailed } from "./tool.ts";

export interface OpenArtifact {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Must be read to its end or cancelled. */
  readonly body: Bytes;
}

/** Opens the latest version of an artifact. What looks like an id is one; anything else is a name. */
export async function openArtifact(ctx: Context, artifacts: ArtifactsService, nameOrId: string): Promise<OpenArtifact> {
  const artifact = isId("ar", nameOrId) ? await artifacts.getArtifact(ctx, nameOrId) : await byName(ctx, artifacts, nameOrId);
  const { body } = await artifacts.downloadArtifact(ctx, { id: artifact.id, version: artifact.latest });
  return { id: artifact.id, name: artifact.name, mediaType: artifact.mediaType, size: artifact.size, body };
}

async function byName(ctx: Context, artifacts: ArtifactsService, name: string) {
  const { items } = await artifacts.listArtifacts(ctx, { filter: { name: { eq: name } }, limit: 1 });
  const [artifact] = items;
  if (artifact === undefined) throw toolFailed(`There is no artifact named ${JSON.stringify(name)}.`, { pointer: "/input/artifact" });
  return artifact;
}
