import { downloadArtifact } from "@sdk/sdk.gen.ts";

/** The bytes of an artifact's version. */
export async function artifactBlob(id: string, version: number, signal?: AbortSignal): Promise<Blob> {
  const { data } = await downloadArtifact({
    path: { id },
    query: { version },
    parseAs: "blob",
    throwOnError: true,
    ...(signal === undefined ? {} : { signal }),
  });
  return data as Blob;
}

/** Saves an artifact's version to the person's disk. A plain link would leave the app where the server refuses, hence the blob. */
export async function saveArtifact(id: string, version: number, name: string): Promise<void> {
  const blob = await artifactBlob(id, version);
  // Opaque bytes: the browser must save, never show, what somebody uploaded.
  const url = URL.createObjectURL(new Blob([blob], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
