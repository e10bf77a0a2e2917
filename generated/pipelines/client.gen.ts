// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Remote } from "../../internal/core/http/remote.ts";
import type { PipelinesService } from "./service.gen.ts";

/** Pipelines as another process serves it: the same interface, the same problems. */
export function pipelinesClient(remote: Remote): PipelinesService {
  return {
    listPipelines: (ctx, query) => remote.call(ctx, { method: "get", path: "/pipelines", list: query }),
    createPipeline: (ctx, input) => remote.call(ctx, { method: "post", path: "/pipelines", body: input }),
    checkPipeline: (ctx, input) => remote.call(ctx, { method: "post", path: "/pipelines/check", body: input.body }),
    getPipeline: (ctx, id) => remote.call(ctx, { method: "get", path: "/pipelines/{id}", params: { id } }),
    updatePipeline: (ctx, id, patch, expected) =>
      remote.call(ctx, { method: "patch", path: "/pipelines/{id}", params: { id }, body: patch, expected }),
    deletePipeline: (ctx, id, expected) =>
      remote.call(ctx, { method: "delete", path: "/pipelines/{id}", params: { id }, expected, answer: "none" }),
    listPipelineVersions: (ctx, input) => remote.call(ctx, { method: "get", path: "/pipelines/{id}/versions", params: { id: input.id } }),
    getPipelineVersion: (ctx, input) =>
      remote.call(ctx, { method: "get", path: "/pipelines/{id}/versions/{number}", params: { id: input.id, number: input.number } }),
  };
}
