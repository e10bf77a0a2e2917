import type { ArtifactsParts, ArtifactsService } from "../../generated/artifacts/service.gen.ts";
import type { Artifact, ArtifactVersion } from "../../generated/artifacts/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { namedLock } from "../core/database/named-lock.ts";
import { ownerOrganization } from "../core/database/rows.ts";
import { Problem } from "../core/problems/problem.ts";
import { contentKey } from "./content-key.ts";
import { mediaTypeOf } from "./media-type.ts";
import type { Received, Storage } from "./storage.ts";

interface Upload {
  readonly name: string;
  readonly mediaType: string;
  readonly source: string | undefined;
  readonly received: Received;
}

/** Tries before an upload that always meets a faster one of the same name is given up. */
const maxTries = 10;

/**
 * Stores a file: the bytes first, then their row, so that a row without bytes never exists. One source makes one version, however
 * often and however concurrently it is uploaded: the unique index decides who was first, all others get that one's result.
 */
export function uploader(parts: ArtifactsParts, storage: Storage): ArtifactsService["uploadArtifact"] {
  const { artifacts, artifactVersions, events, config, core } = parts;
  const inTurn = namedLock(core.database);

  async function firstOf(ctx: Context, source: string | undefined): Promise<Artifact | undefined> {
    const version = source === undefined ? undefined : await artifactVersions.findBySource(ctx, source);
    const artifact = version && (await artifacts.find(ctx, version.artifactId));
    return artifact && asOf(artifact, version);
  }

  function store(ctx: Context, { name, mediaType, source, received }: Upload): Promise<Artifact> {
    const { size, sha256 } = received;
    let key: string | undefined;
    const stored = core.database.transact(ctx, async (ctx) => {
      // Many that write one name would take each other's turn until their tries are used up.
      await inTurn(ctx, `artifacts/${ctx.organization}/${name}`);
      const before = await artifacts.findByName(ctx, name);
      const content = { mediaType, size, sha256, latest: (before?.latest ?? 0) + 1 };
      const artifact =
        before === undefined
          ? await artifacts.insert(ctx, { name, ...content })
          : await artifacts.update(ctx, before.id, content, before.version);
      const version = await artifactVersions.insert(ctx, {
        artifactId: artifact.id,
        number: artifact.latest,
        mediaType,
        size,
        sha256,
        source: source ?? null,
      });
      await (before === undefined ? events.artifactCreated(ctx, artifact) : events.artifactUpdated(ctx, artifact));
      // Last: all that can be in conflict is behind us, so the bytes need not come back for another try.
      key = contentKey(version);
      await received.keep(key);
      return artifact;
    });
    return stored.catch(async (error) => {
      // When the connection is lost at the commit, nobody knows whether the row is there: the sweep will see.
      const unsure = error instanceof Problem && error.status === 503;
      if (key !== undefined && !unsure) await storage.delete(key);
      throw error;
    });
  }

  async function storeOnce(ctx: Context, upload: Upload): Promise<Artifact> {
    for (let tries = 1; ; tries++) {
      try {
        return await store(ctx, upload);
      } catch (error) {
        // Inside a caller's transaction a failed statement has ended it: only the caller can try again.
        if (!metAnother(error) || tries === maxTries || ctx.transaction !== undefined) throw error;
        const first = await firstOf(ctx, upload.source);
        if (first !== undefined) {
          await upload.received.discard();
          return first;
        }
      }
    }
  }

  return async (ctx, { name, contentType, source, body }) => {
    ownerOrganization(ctx);
    const mediaType = mediaTypeOf(contentType);
    const first = await firstOf(ctx, source);
    if (first !== undefined) {
      await body.cancel();
      return first;
    }
    const received = await storage.receive(body, config.maxBytes, ctx.signal);
    try {
      return await storeOnce(ctx, { name, mediaType, source, received });
    } catch (error) {
      await received.discard();
      throw error;
    }
  };
}

/** The artifact as it was when this version was its latest. */
function asOf(artifact: Artifact, { mediaType, size, sha256, number }: ArtifactVersion): Artifact {
  return { ...artifact, mediaType, size, sha256, latest: number };
}

/** Another upload of the same name or source was faster. */
function metAnother(error: unknown): boolean {
  return error instanceof Problem && (error.status === 409 || error.status === 412);
}
