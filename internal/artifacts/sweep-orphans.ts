import type { ArtifactsParts } from "../../generated/artifacts/service.gen.ts";
import type { Storage } from "./storage.ts";

/** Bytes are kept before their row is committed: so long nobody asks for the row. */
const settledAfterMilliseconds = 3_600_000;

/**
 * Removes bytes that no version refers to: what a transaction left that was rolled back around an upload, or a process that died in the
 * middle of one. Returns how many. Organizations that have no artifact in this database are left alone: the folder may belong to
 * another database, and somebody may have mistyped its address.
 */
export async function sweepOrphans(
  parts: Pick<ArtifactsParts, "artifacts" | "artifactVersions" | "core">,
  storage: Storage,
): Promise<number> {
  const { artifacts, artifactVersions, core } = parts;
  const settled = new Date(core.now().getTime() - settledAfterMilliseconds);
  let count = 0;
  for (const organization of await storage.organizations()) {
    const ctx = core.system("artifacts", organization);
    if ((await artifacts.list(ctx, { limit: 1 })).items.length === 0) continue;
    for (const key of await storage.keptBefore(organization, settled)) {
      const version = await artifactVersions.find(ctx, key.slice(organization.length + 1));
      if (version !== undefined) continue;
      await storage.delete(key);
      count++;
    }
  }
  return count;
}
