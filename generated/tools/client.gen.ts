// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Remote } from "../../internal/core/http/remote.ts";
import type { ToolsService } from "./service.gen.ts";

/** Tools as another process serves it: the same interface, the same problems. */
export function toolsClient(remote: Remote): ToolsService {
  return {
    listTools: (ctx, query) => remote.call(ctx, { method: "get", path: "/tools", list: query }),
    getTool: (ctx, id) => remote.call(ctx, { method: "get", path: "/tools/{id}", params: { id } }),
    invokeTool: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/tools/{name}/invoke", params: { name: input.name }, body: input.body }),
  };
}
