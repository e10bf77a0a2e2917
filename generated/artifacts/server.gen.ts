// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import { listQuery } from "../../internal/core/http/lists.ts";
import type { OperationTable } from "../../internal/core/http/operation.ts";
import { idInPath } from "../../internal/core/validation/parameters.ts";
import type { ArtifactsService } from "./service.gen.ts";
import type { ArtifactFilter, ArtifactSort } from "./types.gen.ts";
import { downloadArtifactParameters, listArtifactsParameters, uploadArtifactParameters } from "./validators.gen.ts";

export const artifactsOperations: OperationTable<ArtifactsService> = [
  {
    id: "listArtifacts",
    method: "get",
    path: "/artifacts",
    permission: "artifacts.read",
    tenant: true,
    status: 200,
    parameters: listArtifactsParameters,
    stale: true,
    call: (service, ctx, { params }) => service.listArtifacts(ctx, listQuery<ArtifactFilter, ArtifactSort>(params)),
  },
  {
    id: "uploadArtifact",
    method: "post",
    path: "/artifacts",
    permission: "artifacts.write",
    tenant: true,
    status: 201,
    parameters: uploadArtifactParameters,
    body: "bytes",
    etag: true,
    call: (service, ctx, { params, body }) =>
      service.uploadArtifact(ctx, { name: params.name, contentType: params.contentType, source: params.source, body }),
  },
  {
    id: "getArtifact",
    method: "get",
    path: "/artifacts/{id}",
    permission: "artifacts.read",
    tenant: true,
    status: 200,
    parameters: idInPath,
    etag: true,
    call: (service, ctx, { params }) => service.getArtifact(ctx, params.id),
  },
  {
    id: "deleteArtifact",
    method: "delete",
    path: "/artifacts/{id}",
    permission: "artifacts.write",
    tenant: true,
    status: 204,
    parameters: idInPath,
    answer: "none",
    ifMatch: true,
    call: (service, ctx, { params, expected }) => service.deleteArtifact(ctx, params.id, expected),
  },
  {
    id: "downloadArtifact",
    method: "get",
    path: "/artifacts/{id}/content",
    permission: "artifacts.read",
    tenant: true,
    status: 200,
    parameters: downloadArtifactParameters,
    answer: "reply",
    call: (service, ctx, { params }) => service.downloadArtifact(ctx, { id: params.id, version: params.version }),
  },
  {
    id: "listArtifactVersions",
    method: "get",
    path: "/artifacts/{id}/versions",
    permission: "artifacts.read",
    tenant: true,
    status: 200,
    parameters: idInPath,
    call: (service, ctx, { params }) => service.listArtifactVersions(ctx, { id: params.id }),
  },
];
