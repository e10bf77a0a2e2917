// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import { listQuery } from "../../internal/core/http/lists.ts";
import type { OperationTable } from "../../internal/core/http/operation.ts";
import { idInPath } from "../../internal/core/validation/parameters.ts";
import type { ToolsService } from "./service.gen.ts";
import type { ToolFilter, ToolSort } from "./types.gen.ts";
import { invocation, invokeToolParameters, listToolsParameters } from "./validators.gen.ts";

export const toolsOperations: OperationTable<ToolsService> = [
  {
    id: "listTools",
    method: "get",
    path: "/tools",
    permission: "tools.read",
    tenant: true,
    status: 200,
    parameters: listToolsParameters,
    stale: true,
    call: (service, ctx, { params }) => service.listTools(ctx, listQuery<ToolFilter, ToolSort>(params)),
  },
  {
    id: "getTool",
    method: "get",
    path: "/tools/{id}",
    permission: "tools.read",
    tenant: true,
    status: 200,
    parameters: idInPath,
    etag: true,
    call: (service, ctx, { params }) => service.getTool(ctx, params.id),
  },
  {
    id: "invokeTool",
    method: "post",
    path: "/tools/{name}/invoke",
    permission: "tools.invoke",
    tenant: true,
    status: 200,
    parameters: invokeToolParameters,
    body: { required: true, validator: invocation },
    transaction: "none",
    call: (service, ctx, { params, body }) => service.invokeTool(ctx, { name: params.name, body }),
  },
];
