import { create as contentDisposition } from "content-disposition";
import { type ArtifactsParts, type ArtifactsService, artifactsDefaults } from "../../generated/artifacts/service.gen.ts";
import type { Artifact } from "../../generated/artifacts/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { missing } from "../core/database/rows.ts";
import { contentKey } from "./content-key.ts";
import type { Storage } from "./storage.ts";
import { uploader } from "./upload.ts";

/** Artifacts: rows by the generated defaults, bytes in the storage under their version's id. */
export function artifactsService(parts: ArtifactsParts, storage: Storage): ArtifactsService {
  const { artifacts, artifactVersions, core } = parts;
  const defaults = artifactsDefaults(parts);

  async function existing(ctx: Context, id: string): Promise<Artifact> {
    const artifact = await artifacts.find(ctx, id);
    if (artifact === undefined) throw missing("Artifact", id);
    return artifact;
  }

  return {
    ...defaults,
    uploadArtifact: uploader(parts, storage),

    async downloadArtifact(ctx, { id, version }) {
      const artifact = await existing(ctx, id);
      const found = await artifactVersions.findVersion(ctx, id, version ?? artifact.latest);
      if (found === undefined) throw missing("ArtifactVersion", `${id}, version ${version ?? artifact.latest}`);
      return {
        body: await storage.open(contentKey(found)),
        headers: {
          "Content-Type": found.mediaType,
          "Content-Length": String(found.size),
          // Never shown inside the site: an uploaded page would act with the rights of whoever looks at it.
          "Content-Disposition": contentDisposition(artifact.name),
          ETag: `"${found.sha256}"`,
          "X-Content-Type-Options": "nosniff",
        },
      };
    },

    async listArtifactVersions(ctx, { id }) {
      await existing(ctx, id);
      const versions = await artifactVersions.listOfArtifact(ctx, id);
      return versions.toSorted((a, b) => b.number - a.number);
    },

    deleteArtifact(ctx, id, expected) {
      return core.database.transact(ctx, async (ctx) => {
        // The artifact first: its row lock keeps a concurrent upload from adding a version that would stay behind.
        await defaults.deleteArtifact(ctx, id, expected);
        const versions = await artifactVersions.listOfArtifact(ctx, id);
        for (const version of versions) await artifactVersions.delete(ctx, version.id);
        core.database.afterCommit(ctx, () => {
          for (const version of versions) {
            storage
              .delete(contentKey(version))
              .catch((err) => ctx.log.error({ err, version: version.id }, "The bytes of a deleted artifact could not be removed."));
          }
        });
      });
    },
  };
}
