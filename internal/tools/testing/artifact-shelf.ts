import type { Artifact, ArtifactsService } from "../../../generated/contracts/artifacts.gen.ts";
import { missing } from "../../core/database/rows.ts";
import { newId } from "../../core/ids/ids.ts";

/** Artifacts behind their contract, as far as tools use them: what another domain would keep. */
export function artifactShelf(): ArtifactsService & { put(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Artifact> } {
  const kept = new Map<string, { readonly artifact: Artifact; readonly content: Blob }>();
  const sources = new Map<string, Artifact>();
  const upload: ArtifactsService["uploadArtifact"] = async (_, { name, contentType, source, body }) => {
    const first = source === undefined ? undefined : sources.get(source);
    if (first !== undefined) return first;
    const content = await new Response(body).blob();
    const before = [...kept.values()].find((one) => one.artifact.name === name)?.artifact;
    const artifact = {
      id: before?.id ?? newId("ar"),
      name,
      mediaType: contentType ?? "application/octet-stream",
      size: content.size,
      sha256: "0".repeat(64),
      latest: (before?.latest ?? 0) + 1,
    } as Artifact;
    kept.set(artifact.id, { artifact, content });
    if (source !== undefined) sources.set(source, artifact);
    return artifact;
  };
  const contract: Pick<ArtifactsService, "uploadArtifact" | "listArtifacts" | "getArtifact" | "downloadArtifact"> = {
    uploadArtifact: upload,
    async listArtifacts(_, { filter }) {
      const items = [...kept.values()].map(({ artifact }) => artifact).filter(({ name }) => name === filter?.name?.eq);
      return { items, nextCursor: null };
    },
    async getArtifact(_, id) {
      const found = kept.get(id);
      if (found === undefined) throw missing("Artifact", id);
      return found.artifact;
    },
    async downloadArtifact(_, { id }) {
      const found = kept.get(id);
      if (found === undefined) throw missing("Artifact", id);
      return { body: found.content.stream(), headers: {} } as unknown as Awaited<ReturnType<ArtifactsService["downloadArtifact"]>>;
    },
  };
  return {
    ...(contract as ArtifactsService),
    put: (name, content) => upload({} as never, { name, body: new Blob([content]).stream() }),
  };
}
