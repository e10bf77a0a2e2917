import type { ArtifactVersion } from "../../generated/artifacts/types.gen.ts";

/** Where the bytes of a version are. Each version has its own: no other row refers to them, so that deleting them can hurt nobody. */
export function contentKey(version: Pick<ArtifactVersion, "organizationId" | "id">): string {
  return `${version.organizationId}/${version.id}`;
}
