// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Remote } from "../../internal/core/http/remote.ts";
import type { ArtifactsService } from "./service.gen.ts";

/** Artifacts as another process serves it: the same interface, the same problems. */
export function artifactsClient(remote: Remote): ArtifactsService {
  return {
    listArtifacts: (ctx, query) => remote.call(ctx, { method: "get", path: "/artifacts", list: query }),
    uploadArtifact: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/artifacts",
        query: { name: input.name, source: input.source },
        headers: { "Content-Type": input.contentType },
        body: input.body,
      }),
    getArtifact: (ctx, id) => remote.call(ctx, { method: "get", path: "/artifacts/{id}", params: { id } }),
    deleteArtifact: (ctx, id, expected) =>
      remote.call(ctx, { method: "delete", path: "/artifacts/{id}", params: { id }, expected, answer: "none" }),
    downloadArtifact: (ctx, input) =>
      remote.call(ctx, {
        method: "get",
        path: "/artifacts/{id}/content",
        params: { id: input.id },
        query: { version: input.version },
        answer: "bytes",
      }),
    listArtifactVersions: (ctx, input) => remote.call(ctx, { method: "get", path: "/artifacts/{id}/versions", params: { id: input.id } }),
  };
}
