// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.

export type { ToolsService } from "../tools/service.gen.ts";
export type {
  Invocation,
  InvokeToolInput,
  Outcome,
  Tool,
  ToolCreate,
  ToolFilter,
  ToolId,
  ToolLog,
  ToolPatch,
  ToolSort,
} from "../tools/types.gen.ts";
